package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Frame;

/**
 * Light on deep blue, which stays readable behind the glass of a kiosk by day and does not glare at
 * night. Every ink has a contrast of at least 4.5 to 1 against the surfaces it stands on (WCAG 2.2,
 * criterion 1.4.3).
 */
record RgbPalette() implements Palette {

  private static final short LINE = Frame.rgb565(0x34, 0x44, 0x66);
  private static final short WHITE = Frame.rgb565(0xFF, 0xFF, 0xFF);
  private static final short NEARLY_BLACK = Frame.rgb565(0x14, 0x12, 0x08);

  @Override
  public Colours colours() {
    return Colours.RGB;
  }

  @Override
  public short surface(Surface surface) {
    return switch (surface) {
      case PAGE -> Frame.rgb565(0x08, 0x10, 0x20);
      case CARD -> Frame.rgb565(0x18, 0x24, 0x40);
      case SELECTED -> Frame.rgb565(0x1C, 0x3C, 0x70);
      case FAULT -> Frame.rgb565(0xA8, 0x20, 0x18);
    };
  }

  @Override
  public short tone(Tone tone) {
    return switch (tone) {
      case INFO -> Frame.rgb565(0x20, 0x54, 0xA0);
      case WARN -> Frame.rgb565(0xFF, 0xB8, 0x30);
      case FAULT -> Frame.rgb565(0xC0, 0x28, 0x20);
    };
  }

  @Override
  public short inkOn(Tone tone) {
    return tone == Tone.WARN ? NEARLY_BLACK : WHITE;
  }

  /** On a surface that is itself a signal, all inks are white. */
  @Override
  public short inkOn(Surface surface, Ink ink) {
    if (surface == Surface.FAULT) {
      return WHITE;
    }
    return switch (ink) {
      case TEXT -> Frame.rgb565(0xF4, 0xF8, 0xFF);
      case MUTED -> Frame.rgb565(0xA8, 0xB8, 0xD0);
      case ACCENT -> Frame.rgb565(0x60, 0xD0, 0xFF);
      case GOOD -> Frame.rgb565(0x58, 0xE0, 0x90);
      case WARN -> Frame.rgb565(0xFF, 0xB8, 0x30);
      case FAULT -> Frame.rgb565(0xFF, 0x84, 0x78);
    };
  }

  @Override
  public short lineOn(Surface surface) {
    return LINE;
  }

  @Override
  public short troughOn(Surface surface) {
    return LINE;
  }
}
