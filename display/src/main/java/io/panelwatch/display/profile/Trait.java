package io.panelwatch.display.profile;

/** What commands decide about a controller, of that which the engine relies on. */
enum Trait {
  SLEEPING("awake", "asleep"),
  DISPLAY_ON("with its display off", "with its display on"),
  IDLE("out of idle mode", "in idle mode, with eight colours"),
  PARTIAL("in normal mode", "in partial mode"),
  SCROLLED("standing still", "scrolled"),
  INVERTED("not inverted any more", "inverted"),
  ALL_LIT("showing its memory", "with all dots lit"),
  SUPPLIED("without its own voltage", "with its own voltage"),
  /** The three low bits of COLMOD. */
  PIXEL_FORMAT("in another pixel format", "in another pixel format"),
  /** The two low bits of an SSD1306's memory addressing mode. */
  ADDRESSING_MODE("in another addressing mode", "in another addressing mode");

  private final String none;
  private final String some;

  Trait(String none, String some) {
    this.none = none;
    this.some = some;
  }

  /** What a panel is when this has a value, as the end of a sentence. */
  String words(int value) {
    return value == 0 ? none : some;
  }
}
