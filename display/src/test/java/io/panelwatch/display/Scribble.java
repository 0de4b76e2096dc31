package io.panelwatch.display;

import io.panelwatch.display.frame.Frame;
import java.util.Random;

/** Draws what screens are made of, at random: blocks, lines, scattered pixels, sometimes all. */
final class Scribble {

  private Scribble() {}

  static void on(Frame frame, Random random) {
    int strokes = 1 + random.nextInt(8);
    for (int i = 0; i < strokes; i++) {
      stroke(frame, random);
    }
  }

  private static void stroke(Frame frame, Random random) {
    int x = random.nextInt(frame.width() + 20) - 10;
    int y = random.nextInt(frame.height() + 20) - 10;
    short colour = (short) random.nextInt();
    switch (random.nextInt(6)) {
      case 0 -> frame.fillRect(x, y, random.nextInt(90), random.nextInt(90), colour);
      case 1 -> frame.fillRect(x, y, frame.width(), 1, colour);
      case 2 -> frame.fillRect(x, y, 1, frame.height(), colour);
      case 3 -> scatter(frame, random, colour);
      case 4 -> frame.setPixel(x, y, colour);
      default -> {
        if (random.nextInt(5) == 0) {
          frame.fill(colour);
        }
      }
    }
  }

  private static void scatter(Frame frame, Random random, short colour) {
    int pixels = random.nextInt(300);
    for (int i = 0; i < pixels; i++) {
      frame.setPixel(random.nextInt(frame.width()), random.nextInt(frame.height()), colour);
    }
  }
}
