package io.panelwatch.agent.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every code that this program can raise. The data are the files {@code catalogue/CODE.properties}
 * beside this class, one for each code, in the order of {@code catalogue/codes.txt}. Immutable.
 *
 * <p>Property files and not TOML: the catalogue is read at every start, and the TOML parser alone
 * needs a quarter of a second for it on a cold virtual machine, the JDK's own reader 4 to 10 ms.
 */
public final class Catalogue {

  private final Map<String, CatalogueEntry> entries;

  private Catalogue(List<CatalogueEntry> entries) {
    this.entries = new LinkedHashMap<>();
    for (CatalogueEntry entry : entries) {
      entry.suppresses().forEach(symptom -> requireUnseen(entry.code(), symptom));
      requireUnsuppressed(entry);
      this.entries.put(entry.code(), entry);
    }
  }

  /** Causes come before their symptoms, so that one pass over the codes settles suppression. */
  private void requireUnseen(String cause, String symptom) {
    if (entries.containsKey(symptom)) {
      throw new IllegalArgumentException(
          "codes.txt must list %s before its symptom %s".formatted(cause, symptom));
    }
  }

  private void requireUnsuppressed(CatalogueEntry entry) {
    if (entry.alwaysTold()
        && entries.values().stream().anyMatch(of -> of.suppresses().contains(entry.code()))) {
      throw new IllegalArgumentException(entry.code() + " is always told, and is no symptom");
    }
  }

  /**
   * Reads the catalogue that this program carries.
   *
   * @throws IllegalArgumentException naming file and key, when an entry is incomplete
   */
  public static Catalogue load() {
    try {
      List<CatalogueEntry> entries = new ArrayList<>();
      for (String code : codes()) {
        try (BufferedReader file = open(code + ".properties")) {
          entries.add(CatalogueFile.read(code, file));
        }
      }
      return new Catalogue(entries);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue cannot be read: reinstall the program", e);
    }
  }

  /** A catalogue of those entries, causes before symptoms. */
  static Catalogue of(List<CatalogueEntry> entries) {
    return new Catalogue(entries);
  }

  /** All entries: power, cooling, temperature, storage and on; causes before their symptoms. */
  public List<CatalogueEntry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * The entry of one code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public CatalogueEntry entry(String code) {
    CatalogueEntry entry = entries.get(code);
    if (entry == null) {
      throw new IllegalArgumentException(
          "there is no fault code " + code + "; there are " + String.join(", ", entries.keySet()));
    }
    return entry;
  }

  /** Whether there is such a code. */
  public boolean has(String code) {
    return entries.containsKey(code);
  }

  private static List<String> codes() throws IOException {
    try (BufferedReader file = open("codes.txt")) {
      return file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static BufferedReader open(String name) throws IOException {
    InputStream stream = Catalogue.class.getResourceAsStream("catalogue/" + name);
    if (stream == null) {
      throw new IOException("catalogue/" + name + " is missing");
    }
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
