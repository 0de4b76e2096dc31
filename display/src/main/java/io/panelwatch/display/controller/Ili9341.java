package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsChip.Waits;
import io.panelwatch.display.controller.DcsChip.WindowRule;
import io.panelwatch.display.controller.Glass.Corner;
import io.panelwatch.display.controller.Glass.Filters;
import io.panelwatch.display.controller.Glass.Liquid;
import java.util.Set;

/**
 * The ILI9341 (Ilitek, V1.11) on its 4-line serial interface.
 *
 * <pre>
 *   level 1 commands, parameters    8.2.1 .. 8.2.47
 *   level 2 commands, parameters    8.3.1 (B0h) .. 8.3.16 (C0h) .. 8.3.28 (F6h)
 *   extended commands               8.4
 *   MADCTL to memory                9.3
 *   registers after each reset      15.1
 *   waits                           15.4, 8.2.2, 8.2.11, 8.2.12
 *   read cycles                     7.1.10
 * </pre>
 */
final class Ili9341 {

  /** REV as a normally white glass wants it; none of GS, SS, SM (8.3.7). */
  private static final Limit SCAN_AS_WIRED =
      Limit.bits(1, 0xF0, 0x80, "only REV without GS, SS and SM is modelled")
          .and(Limit.bits(2, 0x3F, 0x27, "the glass has 320 lines"));

  /** Words from the host in the order of the bus, RGB565 widened by its high bits (8.3.28). */
  private static final Limit SERIAL_PIXELS_AS_AFTER_RESET =
      Limit.bits(0, 0xF8, 0x00, "mirrored writes are not modelled")
          .and(Limit.bits(1, 0x30, 0x00, "EPF other than 0 is not modelled"))
          .and(Limit.bits(2, 0x3F, 0x00, "byte order and RGB interface are not modelled"));

  static final DcsChip CHIP =
      new DcsChip(
          CommandTable.common("ILI9341 V1.11")
              .withContinueAndBrightness()
              .add(0x26, "GAMSET", 1)
              .add(0xB1, "FRMCTR1", 2)
              .add(0xB2, "FRMCTR2", 2)
              .add(0xB3, "FRMCTR3", 2)
              .add(0xB4, "INVTR", 1)
              .add(0xB5, "PRCTR", 4)
              .add(0xB6, "DISCTRL", 3, SCAN_AS_WIRED)
              .add(0xB7, "ETMOD", 1)
              .add(0xC0, "PWCTRL1", 1)
              .add(0xC1, "PWCTRL2", 1)
              .add(0xC5, "VMCTRL1", 2)
              .add(0xC7, "VMCTRL2", 1)
              .add(0xCB, "Power control A", 5)
              .add(0xCF, "Power control B", 3)
              .add(0xE0, "PGAMCTRL", 15)
              .add(0xE1, "NGAMCTRL", 15)
              .add(0xE8, "Driver timing control A", 3)
              .add(0xEA, "Driver timing control B", 2)
              .add(0xED, "Power on sequence control", 4)
              .add(0xF2, "Enable 3 gamma", 1)
              .add(0xF6, "IFCTL", 3, SERIAL_PIXELS_AS_AFTER_RESET)
              .add(0xF7, "Pump ratio control", 1),
          /* columns= */ 240,
          /* pages= */ 320,
          Set.of(PixelFormat.BITS_16, PixelFormat.BITS_18),
          /* pixelFormat= */ 0x06,
          /* formatReadMask= */ 0x77,
          WindowRule.KEPT,
          Waits.ILITEK);

  /** The 2.2 to 3.2 inch modules. */
  static final Glass GLASS =
      new Glass(240, 320, 0, 0, Corner.TOP_RIGHT, Filters.BGR, Liquid.NORMALLY_WHITE);

  private Ili9341() {}
}
