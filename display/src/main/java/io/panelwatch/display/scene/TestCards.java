package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
import java.util.List;

/**
 * Turns test patterns into marks. Their colours are no palette's: a wrong one is what they are to
 * show.
 */
final class TestCards {

  private static final short BLACK = 0;
  private static final short WHITE = Frame.rgb565(0xFF, 0xFF, 0xFF);
  private static final short RED = Frame.rgb565(0xFF, 0, 0);
  private static final short GREEN = Frame.rgb565(0, 0xFF, 0);
  private static final short BLUE = Frame.rgb565(0, 0, 0xFF);
  private static final short CYAN = Frame.rgb565(0, 0xFF, 0xFF);
  private static final short MAGENTA = Frame.rgb565(0xFF, 0, 0xFF);
  private static final short YELLOW = Frame.rgb565(0xFF, 0xFF, 0);

  /** Ones and zeros in turn: no other colour asks more of a serial line. */
  private static final short EVERY_OTHER_BIT = (short) 0xAAAA;

  /** Between the frame's edge and a corner's digit. */
  private static final int CORNER_INSET = 3;

  /** Of the shorter side, so that two corners leave room for the size between them. */
  private static final int CORNER_DIVISOR = 6;

  /** The smallest text there is. */
  private static final int LEAST_CORNER = 16;

  /** So that the letters of all bars have one size. */
  private static final String WIDEST_LETTER = "W";

  /**
   * A field of one colour.
   *
   * @param letter stands in it
   * @param ink of the letter
   */
  private record Bar(String letter, short colour, short ink) {}

  private static final List<Bar> COLOUR_BARS =
      List.of(
          new Bar("R", RED, WHITE),
          new Bar("G", GREEN, BLACK),
          new Bar("B", BLUE, WHITE),
          new Bar("W", WHITE, BLACK),
          new Bar("K", BLACK, WHITE),
          new Bar("C", CYAN, BLACK),
          new Bar("M", MAGENTA, WHITE),
          new Bar("Y", YELLOW, BLACK));

  private static final List<Bar> MONO_BARS =
      List.of(new Bar("K", BLACK, WHITE), new Bar("W", WHITE, BLACK));

  private final Faces faces;
  private final Colours colours;
  private final List<Mark> marks;

  /**
   * @param marks where the marks are added
   */
  TestCards(Faces faces, Colours colours, List<Mark> marks) {
    this.faces = faces;
    this.colours = colours;
    this.marks = marks;
  }

  void place(TestPattern pattern, Rect area) {
    if (area.isEmpty()) {
      return;
    }
    switch (pattern) {
      case EDGES -> placeEdges(area);
      case COLOURS -> placeBars(colours == Colours.MONO ? MONO_BARS : COLOUR_BARS, area);
      case GRADIENTS -> placeGradients(area);
      case FINE_LINES -> placeFineLines(area);
    }
  }

  private void placeEdges(Rect area) {
    fill(area, WHITE);
    fill(Leaves.inset(area, 1, 1), BLACK);
    int shorter = Math.min(area.width(), area.height());
    int side = Math.max(LEAST_CORNER, shorter / CORNER_DIVISOR);
    placeCross(area, shorter / CORNER_DIVISOR);
    if (shorter < 2 * (side + CORNER_INSET)) {
      return;
    }
    int left = area.x() + CORNER_INSET;
    int right = area.right() - CORNER_INSET - side;
    int top = area.y() + CORNER_INSET;
    int bottom = area.bottom() - CORNER_INSET - side;
    Rect first = new Rect(left, top, side, side);
    fill(first, WHITE);
    addText("1", first, BLACK);
    addText("2", new Rect(right, top, side, side), WHITE);
    addText("3", new Rect(right, bottom, side, side), WHITE);
    addText("4", new Rect(left, bottom, side, side), WHITE);
    // Smaller than the digits of the corners, so that it is not read as one of them.
    int height = Math.max(LEAST_CORNER, side / 2);
    int y = bottom + (side - height) / 2;
    Rect between = new Rect(left + side, y, right - left - side, height);
    addText(area.width() + " x " + area.height(), between, WHITE);
  }

  /** As thick as it takes to have as many pixels on either side. */
  private void placeCross(Rect area, int arm) {
    int width = 2 - area.width() % 2;
    int height = 2 - area.height() % 2;
    int x = area.x() + (area.width() - width) / 2;
    int y = area.y() + (area.height() - height) / 2;
    fill(new Rect(x, y - arm, width, height + 2 * arm).intersect(area), WHITE);
    fill(new Rect(x - arm, y, width + 2 * arm, height).intersect(area), WHITE);
  }

  private void placeBars(List<Bar> bars, Rect area) {
    for (int i = 0; i < bars.size(); i++) {
      int left = area.width() * i / bars.size();
      int right = area.width() * (i + 1) / bars.size();
      Rect field = new Rect(area.x() + left, area.y(), right - left, area.height());
      fill(field, bars.get(i).colour());
      Rect half = Leaves.inset(field, 0, field.height() / 4);
      Face face = faces.largestWithin(WIDEST_LETTER, half.width(), half.height());
      addText(face, bars.get(i).letter(), half, bars.get(i).ink());
    }
  }

  private void placeGradients(Rect area) {
    if (colours == Colours.MONO) {
      marks.add(new Mark.Dots(area, WHITE));
      return;
    }
    List<Short> brightest = List.of(WHITE, RED, GREEN, BLUE);
    for (int i = 0; i < brightest.size(); i++) {
      int top = area.height() * i / brightest.size();
      int bottom = area.height() * (i + 1) / brightest.size();
      Rect band = new Rect(area.x(), area.y() + top, area.width(), bottom - top);
      marks.add(new Mark.Ramp(band, brightest.get(i)));
    }
  }

  private void placeFineLines(Rect area) {
    int left = area.width() / 2;
    int top = area.height() / 2;
    int right = area.width() - left;
    int bottom = area.height() - top;
    int middle = area.x() + left;
    int below = area.y() + top;
    addTiles(new Rect(area.x(), area.y(), left, top), 1, 1);
    addTiles(new Rect(middle, area.y(), right, top), 1, top);
    addTiles(new Rect(area.x(), below, left, bottom), left, 1);
    Rect last = new Rect(middle, below, right, bottom);
    if (colours == Colours.MONO) {
      addTiles(last, 2, 2);
    } else {
      fill(last, EVERY_OTHER_BIT);
    }
  }

  private void addTiles(Rect area, int width, int height) {
    if (!area.isEmpty()) {
      marks.add(new Mark.Tiles(area, width, height, WHITE, BLACK));
    }
  }

  private void fill(Rect area, short colour) {
    if (!area.isEmpty()) {
      marks.add(new Mark.Fill(area, 0, colour));
    }
  }

  /** As large as fits. */
  private void addText(String text, Rect area, short ink) {
    addText(faces.largestWithin(text, area.width(), area.height()), text, area, ink);
  }

  /** In the middle of an area; left out where it does not fit. */
  private void addText(Face face, String text, Rect area, short ink) {
    int top = face.inkTopPx(text);
    int height = face.inkBottomPx(text) - top;
    int width = face.widthPx(text);
    if (width <= area.width() && height <= area.height()) {
      int x = area.x() + (area.width() - width) / 2;
      int y = area.y() + (area.height() - height) / 2 - top;
      marks.add(new Mark.Line(area, face, x, y, text, ink));
    }
  }
}
