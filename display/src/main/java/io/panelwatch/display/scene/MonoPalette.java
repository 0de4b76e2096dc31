package io.panelwatch.display.scene;

/** White on black; what must be seen first is black on white. */
record MonoPalette() implements Palette {

  private static final short BLACK = 0;
  private static final short WHITE = (short) 0xFFFF;

  @Override
  public Colours colours() {
    return Colours.MONO;
  }

  @Override
  public short surface(Surface surface) {
    return switch (surface) {
      case PAGE, CARD -> BLACK;
      case SELECTED, FAULT -> WHITE;
    };
  }

  @Override
  public short tone(Tone tone) {
    return WHITE;
  }

  @Override
  public short inkOn(Tone tone) {
    return BLACK;
  }

  @Override
  public short inkOn(Surface surface, Ink ink) {
    return surface(surface) == BLACK ? WHITE : BLACK;
  }

  @Override
  public short lineOn(Surface surface) {
    return inkOn(surface, Ink.TEXT);
  }

  @Override
  public short troughOn(Surface surface) {
    return surface(surface);
  }
}
