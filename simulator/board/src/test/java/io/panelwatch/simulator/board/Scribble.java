package io.panelwatch.simulator.board;

import io.panelwatch.display.frame.Frame;
import java.util.Random;

/** Draws at random what screens are made of: blocks, lines, scattered pixels, seldom everything. */
final class Scribble {

  private static final double NEAR_HALF = 0.02;
  private static final int WHOLE_EVERY = 400;

  private final Random random;

  Scribble(long seed) {
    random = new Random(seed);
  }

  void on(Frame frame) {
    if (random.nextInt(WHOLE_EVERY) == 0) {
      frame.fill(colour());
    }
    int strokes = 1 + random.nextInt(3);
    for (int i = 0; i < strokes; i++) {
      stroke(frame);
    }
  }

  private void stroke(Frame frame) {
    int x = random.nextInt(frame.width() + 10) - 5;
    int y = random.nextInt(frame.height() + 10) - 5;
    switch (random.nextInt(5)) {
      case 0 -> frame.fillRect(x, y, random.nextInt(24), random.nextInt(24), colour());
      case 1 -> frame.fillRect(x, y, random.nextInt(frame.width()), 1, colour());
      case 2 -> frame.fillRect(x, y, 1, random.nextInt(frame.height()), colour());
      case 3 -> scatter(frame);
      default -> frame.setPixel(x, y, colour());
    }
  }

  private void scatter(Frame frame) {
    int pixels = random.nextInt(12);
    short colour = colour();
    for (int i = 0; i < pixels; i++) {
      frame.setPixel(random.nextInt(frame.width()), random.nextInt(frame.height()), colour);
    }
  }

  /** Any, but for those of which nobody can say on which side of half they are. */
  private short colour() {
    short colour = (short) random.nextInt();
    while (Math.abs(PanelRig.luma(colour) - 0.5) < NEAR_HALF) {
      colour = (short) random.nextInt();
    }
    return colour;
  }
}
