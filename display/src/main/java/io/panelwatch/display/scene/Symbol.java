package io.panelwatch.display.scene;

/**
 * What an icon can show: a kind of thing, or how it stands. Drawn for this program, and baked under
 * characters of the private use area.
 */
public enum Symbol {
  FAN('\uE000'),
  /** A plug. */
  MAINS('\uE001'),
  BATTERY('\uE002'),
  THERMOMETER('\uE003'),
  DISK('\uE004'),
  NETWORK('\uE005'),
  CLOCK('\uE006'),
  /** Service, spare part. */
  WRENCH('\uE007'),
  /** A triangle with an exclamation mark. */
  WARNING('\uE008'),
  /** A tick: in order, done. */
  CHECK('\uE009'),
  PERSON('\uE00A'),
  PHONE('\uE00B'),
  /** A QR code to scan. */
  CODE('\uE00C'),
  /** A pin on a map. */
  PLACE('\uE00D'),
  /** A circuit board: the device itself. */
  BOARD('\uE00E');

  private final char character;

  Symbol(char character) {
    this.character = character;
  }

  /** The text that is drawn for it in a face of symbols. */
  String text() {
    return Character.toString(character);
  }
}
