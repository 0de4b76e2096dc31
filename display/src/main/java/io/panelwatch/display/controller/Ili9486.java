package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsChip.Waits;
import io.panelwatch.display.controller.DcsChip.WindowRule;
import io.panelwatch.display.controller.Glass.Corner;
import io.panelwatch.display.controller.Glass.Filters;
import io.panelwatch.display.controller.Glass.Liquid;
import java.util.Set;

/**
 * The ILI9486 (Ilitek) with its 320 x 480 glass, once on its own serial interface and once on its
 * 16-bit bus behind two shift registers.
 *
 * <p>The serial interface takes 3 and 18 bits a pixel and no 16; 3 bits are not modelled. On real
 * parts a memory write after which only one of the two address ranges is sent goes astray, so both
 * are wanted each time.
 */
final class Ili9486 {

  private static final String DATASHEET = "ILI9486 datasheet";

  /** Frames from the memory, lines in the order of the glass, all 480 of them. */
  private static final Limit SCAN_AS_WIRED =
      Limit.bits(0, 0x30, 0x00, "the RGB interface is not modelled")
          .and(Limit.bits(1, 0x70, 0x00, "GS, SS and SM are not modelled"))
          .and(Limit.bits(2, 0x3F, 0x3B, "the glass has 480 lines"));

  /** On the serial interface. */
  static final DcsChip SERIAL = on(Set.of(PixelFormat.BITS_18));

  /** On the 16-bit bus, where a pixel is one word. */
  static final DcsChip WORDS = on(Set.of(PixelFormat.BITS_16, PixelFormat.BITS_18));

  /** The 3.5 inch modules. */
  static final Glass GLASS =
      new Glass(320, 480, 0, 0, Corner.TOP_RIGHT, Filters.BGR, Liquid.NORMALLY_WHITE);

  private Ili9486() {}

  /** The commands that the ILI9488 has too, parameter for parameter. */
  static CommandTable commands(String datasheet) {
    return CommandTable.common(datasheet)
        .withContinueAndBrightness()
        .add(0xB0, "Interface Mode Control", 1)
        .add(0xB1, "Frame Rate Control", 2)
        .add(0xB2, "Frame Rate Control, idle mode", 2)
        .add(0xB3, "Frame Rate Control, partial mode", 2)
        .add(0xB4, "Display Inversion Control", 1)
        .add(0xB5, "Blanking Porch Control", 4)
        .add(0xB6, "Display Function Control", 3, SCAN_AS_WIRED)
        .add(0xB7, "Entry Mode Set", 1)
        .add(0xC0, "Power Control 1", 2)
        .add(0xC2, "Power Control 3", 1)
        .add(0xC3, "Power Control 4", 1)
        .add(0xC4, "Power Control 5", 1)
        .add(0xE0, "Positive Gamma Control", 15)
        .add(0xE1, "Negative Gamma Control", 15);
  }

  private static DcsChip on(Set<PixelFormat> formats) {
    return new DcsChip(
        commands(DATASHEET)
            .add(0xC1, "Power Control 2", 2)
            .add(0xC5, "VCOM Control 1", 4)
            .add(0xE2, "Digital Gamma Control 1", 16)
            .add(0xE3, "Digital Gamma Control 2", 64),
        /* columns= */ 320,
        /* pages= */ 480,
        formats,
        /* pixelFormat= */ 0x66,
        /* formatReadMask= */ 0x77,
        WindowRule.SENT_EACH_TIME,
        Waits.ILITEK);
  }
}
