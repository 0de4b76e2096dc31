package io.panelwatch.display.scene;

/** What the roles of a scene are in RGB565 on one kind of panel. */
sealed interface Palette permits RgbPalette, MonoPalette {

  /** The palette of a kind of panel. */
  static Palette of(Colours colours) {
    return switch (colours) {
      case RGB -> new RgbPalette();
      case MONO -> new MonoPalette();
    };
  }

  /** The kind of panel. */
  Colours colours();

  /** A background. */
  short surface(Surface surface);

  /** The background of a banner. */
  short tone(Tone tone);

  /** Text on a banner. */
  short inkOn(Tone tone);

  /** Text and symbols on a background. */
  short inkOn(Surface surface, Ink ink);

  /** A thin line on a background, and the edge of a bar. */
  short lineOn(Surface surface);

  /** The empty part of a bar on a background; where it is the line's colour, no edge is seen. */
  short troughOn(Surface surface);
}
