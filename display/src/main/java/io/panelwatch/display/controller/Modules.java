package io.panelwatch.display.controller;

import io.panelwatch.hal.BoardClock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that can be bought: a controller, the glass that is bonded to it and how its straps
 * are set, by name.
 *
 * <table>
 * <caption>What is known, and what MADCTL (A0/A1 and C0/C8) holds it upright</caption>
 * <tr><th>name</th><th>glass</th><th>its dots in the memory</th><th>upright, true colours</th></tr>
 * <tr><td>ili9341</td><td>240 x 320</td><td>all of 240 x 320</td><td>48h, INVOFF</td></tr>
 * <tr><td>ili9486</td><td>320 x 480</td><td>all of 320 x 480</td><td>48h, INVOFF</td></tr>
 * <tr><td>ili9486-hat</td><td>the same behind two shift registers</td><td></td><td></td></tr>
 * <tr><td>ili9488</td><td>320 x 480</td><td>all of 320 x 480</td><td>48h, INVOFF</td></tr>
 * <tr><td>st7789v</td><td>240 x 320, IPS</td><td>all of 240 x 320</td><td>00h, INVON</td></tr>
 * <tr><td>st7789v-240x240</td><td>240 x 240, IPS</td><td>rows 0..239</td><td>00h, INVON</td></tr>
 * <tr><td>st7789v-170x320</td><td>170 x 320, IPS</td><td>columns 35..204</td><td>00h, INVON</td></tr>
 * <tr><td>st7735s</td><td>128 x 160</td><td>columns 2..129, rows 1..160 of
 * 132 x 162</td><td>C8h, INVOFF</td></tr>
 * <tr><td>ssd1306</td><td>128 x 64 OLED</td><td>all of 128 x 64</td><td>A1h, C8h</td></tr>
 * <tr><td>sh1106</td><td>128 x 64 OLED</td><td>columns 2..129 of 132</td><td>A1h, C8h</td></tr>
 * </table>
 */
public final class Modules {

  private static final Map<String, Controller.Factory> BY_NAME =
      Map.of(
          "ili9341", nanos -> new DcsController(Ili9341.CHIP, Ili9341.GLASS, nanos),
          "ili9486", nanos -> new DcsController(Ili9486.SERIAL, Ili9486.GLASS, nanos),
          "ili9486-hat",
              nanos -> new WordFront(new DcsController(Ili9486.WORDS, Ili9486.GLASS, nanos)),
          "ili9488", nanos -> new DcsController(Ili9488.CHIP, Ili9486.GLASS, nanos),
          "st7789v", nanos -> new DcsController(St7789v.CHIP, St7789v.GLASS_240_320, nanos),
          "st7789v-240x240", nanos -> new DcsController(St7789v.CHIP, St7789v.GLASS_240_240, nanos),
          "st7789v-170x320", nanos -> new DcsController(St7789v.CHIP, St7789v.GLASS_170_320, nanos),
          "st7735s", nanos -> new DcsController(St7735s.CHIP, St7735s.GLASS, nanos),
          "ssd1306", nanos -> new OledController(Ssd1306.CHIP, nanos),
          "sh1106", nanos -> new OledController(Sh1106.CHIP, nanos));

  private Modules() {}

  /** All names. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The module of that name. */
  public static Optional<Controller.Factory> named(String module) {
    return Optional.ofNullable(BY_NAME.get(module));
  }

  /** A module of that name that gets power now; empty when none has the name. */
  public static Optional<Controller> create(String module, BoardClock clock) {
    return named(module).map(factory -> factory.powerOn(clock::monotonicNanos));
  }
}
