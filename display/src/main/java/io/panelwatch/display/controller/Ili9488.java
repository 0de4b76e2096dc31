package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsChip.Waits;
import io.panelwatch.display.controller.DcsChip.WindowRule;
import java.util.Set;

/**
 * The ILI9488 (Ilitek, V100) on its 4-line serial interface, with the glass of an {@link Ili9486}.
 *
 * <p>Its serial interface takes 3 and 18 bits a pixel ("DBI Type C Data Format"); 3 bits are not
 * modelled. Like its sister it wants both address ranges before each memory write.
 */
final class Ili9488 {

  static final DcsChip CHIP =
      new DcsChip(
          Ili9486.commands("ILI9488 V100")
              .add(0xBE, "HS Lanes Control", 2)
              .add(0xC1, "Power Control 2", 1)
              .add(0xC5, "VCOM Control", 3, 4)
              .add(0xE9, "Set Image Function", 1)
              .add(0xF7, "Adjust Control 3", 4),
          /* columns= */ 320,
          /* pages= */ 480,
          Set.of(PixelFormat.BITS_18),
          /* pixelFormat= */ 0x66,
          /* formatReadMask= */ 0x77,
          WindowRule.SENT_EACH_TIME,
          Waits.ILITEK);

  private Ili9488() {}
}
