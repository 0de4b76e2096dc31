package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsChip.Waits;
import io.panelwatch.display.controller.DcsChip.WindowRule;
import io.panelwatch.display.controller.Glass.Corner;
import io.panelwatch.display.controller.Glass.Filters;
import io.panelwatch.display.controller.Glass.Liquid;
import java.util.Set;

/**
 * The ST7735S (Sitronix) on its 4-line serial interface.
 *
 * <p>Its straps GM[2:0] choose the memory: 011 gives 128 x 160, 000 as on these modules 132 x 162.
 * It has neither continued writes nor a brightness register, and takes 12 bits a pixel, which are
 * not modelled.
 */
final class St7735s {

  static final DcsChip CHIP =
      new DcsChip(
          CommandTable.common("ST7735S datasheet")
              .add(0x26, "GAMSET", 1)
              .add(0xB1, "FRMCTR1", 3)
              .add(0xB2, "FRMCTR2", 3)
              .add(0xB3, "FRMCTR3", 6)
              .add(0xB4, "INVCTR", 1)
              .add(0xC0, "PWCTR1", 3)
              .add(0xC1, "PWCTR2", 1)
              .add(0xC2, "PWCTR3", 2)
              .add(0xC3, "PWCTR4", 2)
              .add(0xC4, "PWCTR5", 2)
              .add(0xC5, "VMCTR1", 1)
              .add(0xE0, "GMCTRP1", 16)
              .add(0xE1, "GMCTRN1", 16)
              .add(0xFC, "GCV", 1),
          /* columns= */ 132,
          /* pages= */ 162,
          Set.of(PixelFormat.BITS_16, PixelFormat.BITS_18),
          /* pixelFormat= */ 0x06,
          /* formatReadMask= */ 0x07,
          WindowRule.KEPT,
          Waits.ST7735S);

  /** The 1.8 inch modules, bonded upside down in the middle of the memory. */
  static final Glass GLASS =
      new Glass(128, 160, 2, 1, Corner.BOTTOM_RIGHT, Filters.BGR, Liquid.NORMALLY_WHITE);

  private St7735s() {}
}
