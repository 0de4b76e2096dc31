package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The attributes of one power supply: its files, or where it has none the lines of its {@code
 * uevent}, which repeats them ({@code POWER_SUPPLY_ONLINE=1}).
 *
 * <p>Some recordings hold only that. It is not read otherwise: the kernel asks the gauge for every
 * property there is to write it.
 *
 * @param folder {@code /sys/class/power_supply/NAME}
 * @param attributes reads the files
 * @param uevent what {@code uevent} says, by attribute; empty where there are files
 */
record SupplyAttributes(String folder, Attributes attributes, Map<String, String> uevent) {

  private static final String PREFIX = "POWER_SUPPLY_";

  static SupplyAttributes of(String folder, Attributes attributes) {
    boolean files =
        !(attributes.text(folder, "type") instanceof FileText.Unread unread && unread.missing());
    return new SupplyAttributes(
        folder, attributes, files ? Map.of() : parse(attributes.text(folder, "uevent").or("")));
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
    String told = uevent.get(name);
    return told == null ? attributes.text(folder, name).or("") : told;
  }

  /** A switch. */
  Measured on(String name) {
    String told = uevent.get(name);
    return told == null
        ? attributes.on(folder, name)
        : Attributes.map(Attributes.parse(told, folder, "uevent"), value -> value == 0 ? 0 : 1);
  }

  /** An integer in the kernel's unit, absent where the gauge never had anything to say. */
  Measured number(String name) {
    String told = uevent.get(name);
    return told == null
        ? attributes.reading(folder, name)
        : Attributes.parse(told, folder, "uevent");
  }

  /** What a word means, absent where there never was one that means something. */
  Measured meaning(String name, Function<String, Measured> meaning) {
    String told = uevent.get(name);
    if (told != null) {
      return meaning.apply(told);
    }
    FileText text = attributes.text(folder, name);
    return text instanceof FileText.Unread unread && unread.missing()
        ? Measured.absent()
        : attributes.reading(text, folder + "/" + name, meaning);
  }
}
