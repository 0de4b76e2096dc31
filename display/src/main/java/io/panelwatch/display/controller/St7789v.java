package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsChip.Waits;
import io.panelwatch.display.controller.DcsChip.WindowRule;
import io.panelwatch.display.controller.Glass.Corner;
import io.panelwatch.display.controller.Glass.Filters;
import io.panelwatch.display.controller.Glass.Liquid;
import java.util.Set;

/**
 * The ST7789V (Sitronix, V1.3) on its 4-line serial interface, with the IPS glasses that are bonded
 * to it: they are black without voltage, so true colours want INVON.
 *
 * <p>The command tables are chapters 9.1 and 9.2 of the datasheet.
 */
final class St7789v {

  static final DcsChip CHIP =
      new DcsChip(
          CommandTable.common("ST7789V V1.3")
              .withContinueAndBrightness()
              .add(0x26, "GAMSET", 1)
              .add(
                  0xB0,
                  "RAMCTRL",
                  2,
                  Limit.bits(0, 0x13, 0x00, "the RGB interface is not modelled")
                      .and(Limit.bits(1, 0x3F, 0x30, "byte order and EPF are not modelled")))
              .add(0xB2, "PORCTRL", 5)
              .add(0xB3, "FRCTRL1", 3)
              .add(0xB5, "PARCTRL", 1)
              .add(0xB7, "GCTRL", 1)
              .add(0xB8, "GTADJ", 4)
              .add(0xBB, "VCOMS", 1)
              .add(
                  0xC0,
                  "LCMCTRL",
                  1,
                  Limit.bits(0, 0x7F, 0x2C, "turns and colours other than 2Ch are not modelled"))
              .add(0xC2, "VDVVRHEN", 1, 2)
              .add(0xC3, "VRHS", 1)
              .add(0xC4, "VDVS", 1)
              .add(0xC5, "VCMOFSET", 1)
              .add(0xC6, "FRCTRL2", 1)
              .add(0xD0, "PWCTRL1", 2)
              .add(0xE0, "PVGAMCTRL", 14)
              .add(0xE1, "NVGAMCTRL", 14)
              .add(
                  0xE4,
                  "GATECTRL",
                  3,
                  Limit.bits(0, 0x3F, 0x27, "the controller's 320 lines are modelled, not fewer")
                      .and(Limit.bits(1, 0x3F, 0x00, "a scan from line 0 is modelled"))
                      .and(Limit.bits(2, 0x15, 0x10, "SM and GS are not modelled")))
              .add(0xE8, "PWCTRL2", 1)
              .add(0xE9, "EQCTRL", 3),
          /* columns= */ 240,
          /* pages= */ 320,
          Set.of(PixelFormat.BITS_16, PixelFormat.BITS_18),
          /* pixelFormat= */ 0x66,
          /* formatReadMask= */ 0x77,
          WindowRule.KEPT,
          Waits.ST7789V);

  /** The 2.0 inch modules. */
  static final Glass GLASS_240_320 = ips(240, 320, 0);

  /** The square 1.3 and 1.54 inch modules: rows 0..239 of the memory. */
  static final Glass GLASS_240_240 = ips(240, 240, 0);

  /** The narrow 1.9 inch modules: columns 35..204 of the memory. */
  static final Glass GLASS_170_320 = ips(170, 320, 35);

  private St7789v() {}

  private static Glass ips(int width, int height, int firstColumn) {
    return new Glass(
        width, height, firstColumn, 0, Corner.TOP_LEFT, Filters.RGB, Liquid.NORMALLY_BLACK);
  }
}
