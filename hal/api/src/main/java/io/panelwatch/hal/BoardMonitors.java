package io.panelwatch.hal;

import java.util.regex.Pattern;

/**
 * The chips that watch the voltages, fans and temperatures of a PC's board: Super-I/O chips and
 * their like, by the {@code name} that their drivers give (drivers/hwmon of the kernel).
 *
 * <p>Such a chip has more inputs than a board has sensors, and its drivers set no limits: the
 * registers hold what the chip wakes up with or what the firmware left there, and real boards run
 * happily outside of it. So an input says something only once something was seen on it, and a limit
 * counts for little.
 *
 * <p>Monitors that wake up with limits wide open, as adt7475 and f75375, are none of these: a limit
 * that one of them has, somebody has set.
 */
public final class BoardMonitors {

  /** How the names begin; most drivers give each chip that they know a name of its own. */
  private static final Pattern NAMES =
      Pattern.compile(
          "("
              + "nct6|nct7[89]|pc87"
              + "|w83|as99127|asb100"
              + "|it8|vt1211|vt8231|via686|sis5595"
              + "|f71|f81|f8000"
              + "|lm7[89]|lm8[015]|adm9240|ds1780|lm96080"
              + "|adm1027|adt7463|adt7468|lm96000|emc6d10|emc6w201"
              + "|lm87|adm1024|lm9[34]|adm1025|ne1619|adm1026|adm103[01]"
              + "|gl518|gl520|smsc47|sch[35]|theseus|dme1737|abituguru|asus"
              + ").*");

  /** What ACPI tells of the board monitor of an ASUS board (drivers/hwmon/asus_atk0110.c). */
  private static final String ASUS_BY_ACPI = "atk0110";

  private BoardMonitors() {}

  /**
   * Whether a chip is one.
   *
   * @param driver {@code name} of a hwmon chip; empty where it gives none
   */
  public static boolean include(String driver) {
    return NAMES.matcher(driver).matches();
  }

  /**
   * Whether a chip lists fan headers to which nothing may be connected, all with a lower limit. All
   * board monitors do, and {@code atk0110}, whose other limits are the maker's own: its firmware
   * names 600 rpm for every header, fitted or not.
   *
   * @param driver {@code name} of a hwmon chip; empty where it gives none
   */
  public static boolean listEmptyHeaders(String driver) {
    return include(driver) || driver.equals(ASUS_BY_ACPI);
  }
}
