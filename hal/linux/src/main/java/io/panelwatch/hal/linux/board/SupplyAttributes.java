package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Tree;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The attributes of one power supply: its files, or where it has none the lines of its {@code
 * uevent}, which repeats them ({@code POWER_SUPPLY_ONLINE=1}).
 *
 * <p>Some recordings hold only that. It is not read otherwise: the kernel asks the gauge for every
 * property there is to write it.
 *
 * <p>No supply has half of the attributes that are asked for: what its folder does not list is not
 * opened.
 *
 * @param folder {@code /sys/class/power_supply/NAME}
 * @param listed its files; empty where they cannot be listed, and each is tried
 * @param attributes reads the files
 * @param uevent what {@code uevent} says, by attribute; empty where there are files
 */
record SupplyAttributes(
    String folder,
    Optional<Set<String>> listed,
    Attributes attributes,
    Map<String, String> uevent) {

  private static final String PREFIX = "POWER_SUPPLY_";

  /** Those that a supply has now. */
  static SupplyAttributes of(String folder, Tree tree, Attributes attributes) {
    Optional<Set<String>> listed = listed(folder, tree);
    var files = new SupplyAttributes(folder, listed, attributes, Map.of());
    return isMissing(files.told("type"))
        ? new SupplyAttributes(folder, listed, attributes, parse(files.text("uevent")))
        : files;
  }

  private static Optional<Set<String>> listed(String folder, Tree tree) {
    try {
      return Optional.of(Set.copyOf(tree.names(folder)));
    } catch (DeviceException notAllowed) {
      return Optional.empty();
    }
  }

  private static Map<String, String> parse(String uevent) {
    Map<String, String> values = new HashMap<>();
    for (String line : uevent.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith(PREFIX) && equals > 0) {
        values.put(
            line.substring(PREFIX.length(), equals).toLowerCase(Locale.ROOT),
            line.substring(equals + 1).strip());
      }
    }
    return values;
  }

  /** A word; empty where there is none. */
  String text(String name) {
    String repeated = uevent.get(name);
    return repeated == null ? told(name).or("") : repeated;
  }

  /** A switch. */
  Measured on(String name) {
    return Attributes.map(number(name), value -> value == 0 ? 0 : 1);
  }

  /** An integer in the kernel's unit, absent where the gauge never had anything to say. */
  Measured number(String name) {
    String repeated = uevent.get(name);
    if (repeated != null) {
      return Attributes.parse(repeated, folder, "uevent");
    }
    FileText told = told(name);
    return isMissing(told) ? Measured.absent() : attributes.reading(told, folder, name);
  }

  /** What a word means, absent where there never was one that means something. */
  Measured meaning(String name, Function<String, Measured> meaning) {
    String repeated = uevent.get(name);
    if (repeated != null) {
      return meaning.apply(repeated);
    }
    FileText told = told(name);
    return isMissing(told)
        ? Measured.absent()
        : attributes.reading(told, folder + "/" + name, meaning);
  }

  private FileText told(String name) {
    return listed.isPresent() && !listed.get().contains(name)
        ? new FileText.Unread(Errno.ENOENT.number(), "open", folder + "/" + name)
        : attributes.text(folder, name);
  }

  private static boolean isMissing(FileText told) {
    return told instanceof FileText.Unread unread && unread.missing();
  }
}
