package io.panelwatch.display.controller;

import static io.panelwatch.display.controller.OledChip.one;

import io.panelwatch.display.controller.OledCommand.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The SSD1306 (Solomon Systech, Rev 1.1 with its application note on the charge pump) with the
 * glass of the common 0.96 inch modules, which have no other supply than that pump.
 *
 * <p>The pump is off after a reset; 8Dh, 14h, AFh turns it on.
 */
final class Ssd1306 {

  static final OledChip CHIP =
      new OledChip(
          "SSD1306 Rev 1.5",
          /* columns= */ 128,
          /* firstColumn= */ 0,
          /* contrastAtReset= */ 0x7F,
          /* supplyAtReset= */ false,
          Duration.ofNanos(3_000),
          OledChip.commandsWith(
              List.of(
                  new OledCommand(
                      0x20,
                      0x20,
                      "Set Memory Addressing Mode",
                      1,
                      Effect.ADDRESSING_MODE,
                      Ssd1306::mode),
                  one(0x21, 0x21, "Set Column Address", 2, Effect.COLUMN_RANGE),
                  one(0x22, 0x22, "Set Page Address", 2, Effect.PAGE_RANGE),
                  one(0x2E, 0x2E, "Deactivate Scroll", 0, Effect.NONE),
                  new OledCommand(
                      0x8D,
                      0x8D,
                      "Charge Pump Setting",
                      1,
                      Effect.CHARGE_PUMP,
                      Limit.bits(0, 0xFB, 0x10, "10h turns it off and 14h on")))));

  private Ssd1306() {}

  private static Optional<String> mode(int[] parameters) {
    return (parameters[0] & 0x03) == 0x03
        ? Optional.of("0x%02X is no addressing mode".formatted(parameters[0]))
        : Optional.empty();
  }
}
