package io.panelwatch.display.frame;

import java.util.Random;

/** Two pictures that differ in things as screens show them, or as no screen would. */
final class RandomChange {

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
  static final int MOST_THINGS = 12;

  private void draw(int kind) {
    switch (kind) {
      case 0 -> scatter(after.bounds(), 1 + random.nextInt(40));
      case 1 -> block(1 + random.nextInt(40), 1 + random.nextInt(40));
      case 2 -> block(1 + random.nextInt(after.width()), 1);
      case 3 -> block(1, 1 + random.nextInt(after.height()));
      case 4 -> outline(4 + random.nextInt(80), 4 + random.nextInt(60));
      case 5 -> corner(4 + random.nextInt(60), 4 + random.nextInt(60));
      default -> text();
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
    int thick = 1 + random.nextInt(3);
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
