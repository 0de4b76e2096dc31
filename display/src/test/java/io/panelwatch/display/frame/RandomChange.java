package io.panelwatch.display.frame;

import java.util.Random;

/** Two pictures that differ in things as screens show them, or as no screen would. */
final class RandomChange {

  private static final short INK = 0x7BEF;

  final Frame before;
  final Frame after;
  private final Random random;

  /**
   * @param seed of everything but the size
   * @param kind 0 to {@link #KINDS} - 1; the last is a bit of each
   */
  RandomChange(int width, int height, long seed, int kind) {
    this(width, height, seed, kind, MOST_THINGS);
  }

  /**
   * @param most of the things that change, 1 or more
   */
  RandomChange(int width, int height, long seed, int kind, int most) {
    random = new Random(seed);
    before = new Frame(width, height);
    before.fill((short) random.nextInt());
    after = new Frame(width, height);
    after.copyFrom(before);
    for (int i = random.nextInt(most); i >= 0; i--) {
      draw(kind == KINDS - 1 ? random.nextInt(KINDS - 1) : kind);
    }
  }

  static final int KINDS = 8;

  /** Not one of those that are mixed: outlines up to the picture's size, lines of text in them. */
  static final int BOXES_OF_TEXT = KINDS;

  static final int MOST_THINGS = 12;

  private void draw(int kind) {
    switch (kind) {
      case 0 -> scatter(after.bounds(), 1 + random.nextInt(40));
      case 1 -> block(1 + random.nextInt(40), 1 + random.nextInt(40));
      case 2 -> block(1 + random.nextInt(after.width()), 1);
      case 3 -> block(1, 1 + random.nextInt(after.height()));
      case 4 -> outline(4 + random.nextInt(80), 4 + random.nextInt(60));
      case 5 -> corner(4 + random.nextInt(60), 4 + random.nextInt(60));
      case BOXES_OF_TEXT -> boxOfText();
      default -> text();
    }
  }

  private void boxOfText() {
    int width = 60 + random.nextInt(after.width() - 80);
    int height = 30 + random.nextInt(after.height() - 60);
    int x = random.nextInt(after.width() - width);
    int y = random.nextInt(after.height() - height);
    outline(x, y, width, height, 1);
    int lines = random.nextInt((height - 16) / 20 + 1);
    for (int line = 0; line < lines; line++) {
      letters(x + 8, y + 8 + 20 * line, (width - 16) / 8);
    }
  }

  /** Letters of 6 x 13 pixels, some of them blanks. */
  private void letters(int x, int y, int count) {
    for (int letter = 0; letter < count; letter++) {
      boolean blank = random.nextInt(6) == 0;
      for (int row = 0; row < 13 && !blank; row++) {
        int slant = random.nextInt(3);
        for (int column = 0; column < 6; column++) {
          if ((column + slant) % 3 == 0 || random.nextInt(6) == 0) {
            after.setPixel(x + 8 * letter + column, y + row, INK);
          }
        }
      }
    }
  }

  private void scatter(Rect area, int pixels) {
    for (int i = 0; i < pixels; i++) {
      after.setPixel(
          area.x() + random.nextInt(area.width()),
          area.y() + random.nextInt(area.height()),
          (short) random.nextInt());
    }
  }

  private void block(int width, int height) {
    after.fillRect(x(), y(), width, height, (short) random.nextInt());
  }

  private void outline(int width, int height) {
    int x = x();
    int y = y();
    outline(x, y, width, height, 1 + random.nextInt(3));
  }

  private void outline(int x, int y, int width, int height, int thick) {
    short ink = (short) random.nextInt();
    after.fillRect(x, y, width, thick, ink);
    after.fillRect(x, y + height - thick, width, thick, ink);
    after.fillRect(x, y, thick, height, ink);
    after.fillRect(x + width - thick, y, thick, height, ink);
  }

  private void corner(int width, int height) {
    int x = x();
    int y = y();
    short ink = (short) random.nextInt();
    after.fillRect(x, random.nextBoolean() ? y : y + height - 3, width, 3, ink);
    after.fillRect(random.nextBoolean() ? x : x + width - 3, y, 3, height, ink);
  }

  /** Glyph-like things in a line: half of the pixels of each cell differ. */
  private void text() {
    int x = x();
    int y = y();
    int glyph = 6 + random.nextInt(12);
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      scatter(new Rect(x, y, glyph, glyph + glyph / 2), glyph * glyph);
      x += glyph + 2 + (random.nextInt(3) == 0 ? glyph : 0);
    }
  }

  private int x() {
    return random.nextInt(after.width());
  }

  private int y() {
    return random.nextInt(after.height());
  }
}
