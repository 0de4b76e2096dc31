package io.panelwatch.hal;

import java.util.regex.Pattern;

/**
 * The chips that watch the voltages, fans and temperatures of a PC's board: Super-I/O chips and
 * their like, by the names of their drivers (Documentation/hwmon of the kernel).
 *
 * <p>Such a chip has more inputs than a board has sensors, and its drivers set no limits: the
 * registers hold what the chip wakes up with or what the firmware left there, and real boards run
 * happily outside of it. So an input says something only once something was seen on it, and a limit
 * counts for little.
 */
public final class BoardMonitors {

  private static final Pattern DRIVERS =
      Pattern.compile(
          "(nct6|nct79|w83|it8|f71|f81|lm78|lm80|lm85|lm87|lm93|smsc47|sch[35]|vt1211|via686|pc87"
              + "|asb100|dme1737|abituguru|asus).*");

  private BoardMonitors() {}

  /**
   * Whether a chip is one.
   *
   * @param driver {@code name} of a hwmon chip; empty where it gives none
   */
  public static boolean include(String driver) {
    return DRIVERS.matcher(driver).matches();
  }
}
