package io.panelwatch.display.bench;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
import java.util.Locale;
import java.util.Random;

/** Draws the parts of the bench scenes, with the real typeface, in proportion to the frame. */
final class Canvas {

  private static final Faces FACES = new Faces();
  private static final short PAGE = Frame.rgb565(8, 16, 32);
  private static final short LINE = Frame.rgb565(52, 68, 102);
  private static final short TEXT = Frame.rgb565(244, 248, 255);
  private static final short ACCENT = Frame.rgb565(96, 208, 255);
  private static final String NEWS =
      "Counter 4 closes at 16:30 - please have your papers ready - 请准备好您的证件 - ";

  private final Frame frame;
  private final int width;
  private final int height;
  private final Face body;

  Canvas(Frame frame) {
    this.frame = frame;
    this.width = frame.width();
    this.height = frame.height();
    this.body = FACES.atMost(Math.max(16, height / 12), "0");
  }

  void page(String title) {
    frame.fill(PAGE);
    text(body, 4, 2, title, TEXT);
    frame.fillRect(0, body.lineHeightPx() + 4, width, 1, LINE);
  }

  void clock(int seconds) {
    String time =
        String.format(Locale.ROOT, "10:%02d:%02d", 58 + seconds / 6 % 2, 55 + seconds % 5);
    text(body, width - body.widthPx(time) - 4, 2, time, TEXT);
  }

  void dot(boolean lit) {
    int side = Math.max(3, height / 60);
    frame.fillRect(2, height - side - 2, side, side, lit ? ACCENT : LINE);
  }

  void bigNumber(String number) {
    Face face = FACES.largestWithin(number, width - 8, height / 2);
    int x = (width - face.widthPx(number)) / 2;
    text(face, x, (height - face.lineHeightPx()) / 2, number, ACCENT);
  }

  void counter(int counter) {
    String where = "Counter " + counter;
    text(body, (width - body.widthPx(where)) / 2, height - body.lineHeightPx() - 2, where, TEXT);
  }

  /** The eight readings stand in two columns. */
  void reading(int index, int whole, int tenth) {
    Face face = FACES.atMost(Math.max(16, height / 10), "0");
    int top = body.lineHeightPx() + 8;
    int rowHeight = (height * 9 / 10 - top) / 4;
    int x = index % 2 * width / 2;
    int y = top + index / 2 * rowHeight;
    String value = whole + "." + tenth;
    text(body, x + 4, y, "T" + (index + 1), LINE);
    text(face, x + width / 2 - 8 - face.widthPx(value), y, value, TEXT);
  }

  void bar(double part) {
    int thickness = Math.max(2, height / 24);
    frame.fillRect(4, height - thickness - 4, width - 8, thickness, LINE);
    frame.fillRect(4, height - thickness - 4, (int) ((width - 8) * part), thickness, ACCENT);
  }

  void list(int first) {
    int top = body.lineHeightPx() + 8;
    for (int row = 0; top + (row + 1) * body.lineHeightPx() <= height; row++) {
      int number = first + row;
      int y = top + row * body.lineHeightPx();
      text(body, 4, y, "A" + (100 + number * 7 % 900), TEXT);
      text(body, width / 2, y, "counter " + (1 + number % 5), LINE);
    }
  }

  void scatter(Random random, int oneIn) {
    for (int i = width * height / oneIn; i > 0; i--) {
      frame.setPixel(random.nextInt(width), random.nextInt(height), TEXT);
    }
  }

  void ticker(int movedPx) {
    int y = height - body.lineHeightPx() - 2;
    text(body, -movedPx, y, NEWS + NEWS, TEXT);
  }

  private void text(Face face, int x, int y, String line, short ink) {
    face.draw(frame, new Rect(0, 0, width, height), x, y, line, ink);
  }
}
