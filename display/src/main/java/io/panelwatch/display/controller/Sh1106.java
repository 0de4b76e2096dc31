package io.panelwatch.display.controller;

import static io.panelwatch.display.controller.OledChip.one;

import io.panelwatch.display.controller.OledCommand.Effect;
import java.time.Duration;
import java.util.List;

/**
 * The SH1106 (Sino Wealth, V2.3) with the glass of the common 1.3 inch modules: 128 of its 132
 * columns, from the third on. It has the page addressing mode only.
 *
 * <p>Its converter follows Display ON unless it was told not to, which is allowed while the display
 * is off.
 */
final class Sh1106 {

  static final OledChip CHIP =
      new OledChip(
          "SH1106 V2.3",
          /* columns= */ 132,
          /* firstColumn= */ 2,
          /* contrastAtReset= */ 0x80,
          /* supplyAtReset= */ true,
          Duration.ofNanos(10_000),
          OledChip.commandsWith(
              List.of(
                  one(0x30, 0x33, "Set Pump Voltage Value", 0, Effect.NONE),
                  new OledCommand(
                      0xAD,
                      0xAD,
                      "Set DC-DC OFF/ON",
                      1,
                      Effect.DC_DC,
                      Limit.bits(0, 0xFE, 0x8A, "8Ah turns it off and 8Bh on")))));

  private Sh1106() {}
}
