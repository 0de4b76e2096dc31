package io.panelwatch.agent.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who may sign off a repair on this board, a line each, {@code NAME:} and the {@link
 * TechnicianCode}; lines that are empty or begin with {@code #} are skipped. Immutable.
 *
 * @param codes by name
 */
public record Technicians(Map<String, TechnicianCode> codes) {

  /** Where the file is, unless the configuration says otherwise. */
  public static final Path USUAL_FILE = Path.of("/etc/panelwatch/technicians");

  /** More of them on one board is no file of ours. */
  private static final int MOST = 500;

  private static final int MAX_BYTES = 128 * 1024;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE,
          PosixFilePermission.GROUP_WRITE);

  /** Nobody at all. */
  public static final Technicians NONE = new Technicians(Map.of());

  public Technicians {
    codes = Collections.unmodifiableMap(new TreeMap<>(codes));
  }

  /** Whether a technician can be called that: 1 to 32 letters, digits, dots, dashes, lines. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Reads the file.
   *
   * @throws NoSuchFileException when there is none
   * @throws IOException when others than its owner and group can read or write it, when a line is
   *     none of ours, and when it cannot be read; the message says what to do and quotes no line
   */
  public static Technicians read(Path file) throws IOException {
    if (!Collections.disjoint(Files.getPosixFilePermissions(file), FOR_OTHERS)) {
      throw new FileSystemException(
          file.toString(), null, "may be read or written by others: chmod 640 " + file);
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new FileSystemException(
          file.toString(), null, "is larger than " + MAX_BYTES + " bytes: it is not of panelwatch");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    var codes = new TreeMap<String, TechnicianCode>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        take(line, i + 1, file, codes);
      }
    }
    return new Technicians(codes);
  }

  private static void take(String line, int number, Path file, Map<String, TechnicianCode> codes)
      throws FileSystemException {
    int colon = line.indexOf(':');
    String name = line.substring(0, Math.max(0, colon));
    try {
      if (!isName(name) || codes.containsKey(name) || codes.size() == MOST) {
        throw new IllegalArgumentException("expected a name of its own");
      }
      codes.put(name, TechnicianCode.parse(line.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new FileSystemException(
          file + ":" + number, null, e.getMessage() + ": panelwatch technician add writes such");
    }
  }

  /** What is kept of a technician's code; empty where nobody is called that. */
  public Optional<TechnicianCode> of(String name) {
    return Optional.ofNullable(codes.get(name));
  }

  /** The same and one more, or one with a new code. */
  public Technicians with(String name, TechnicianCode code) {
    var more = new TreeMap<>(codes);
    more.put(name, code);
    return new Technicians(more);
  }

  /** The lines of the file. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("# Who may sign off repairs here. One line each: panelwatch technician add NAME");
    codes.forEach((name, code) -> lines.add(name + ":" + code.text()));
    return lines;
  }
}
