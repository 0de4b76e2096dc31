package io.panelwatch.display.scene;

import io.panelwatch.display.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One element of a scene. All are immutable values; equality is by content, which is how a renderer
 * finds out what changed.
 */
public sealed interface Widget {

  /**
   * Children from top to bottom, each as wide as the column. Height that is left over goes to the
   * children that {@link Grow}.
   *
   * @param children in reading order
   * @param gap between neighbours, not around them
   */
  record Column(List<Widget> children, Gap gap) implements Widget {
    public Column {
      children = List.copyOf(children);
    }

    /** A column with normal gaps. */
    public static Column of(Widget... children) {
      return new Column(List.of(children), Gap.NORMAL);
    }

    /** A column with tight gaps. */
    public static Column tight(Widget... children) {
      return new Column(List.of(children), Gap.TIGHT);
    }
  }

  /**
   * Children from left to right, each as wide as it needs and centred in the row's height. Width
   * that is left over goes to the children that {@link Grow}; when there is too little, those that
   * grow get what the others leave.
   *
   * @param children in reading order
   * @param gap between neighbours, not around them
   */
  record Row(List<Widget> children, Gap gap) implements Widget {
    public Row {
      children = List.copyOf(children);
    }

    /** A row with normal gaps. */
    public static Row of(Widget... children) {
      return new Row(List.of(children), Gap.NORMAL);
    }
  }

  /**
   * Side by side on a frame that is wider than high, otherwise one above the other. A second part
   * that is an {@link IfRoom} gives its share to the first where it would not fit whole.
   *
   * @param main the first, on the left or on top
   * @param side the second
   * @param mainWeight share of the width (or height) that the first gets, at least 1
   * @param sideWeight share that the second gets, at least 1
   */
  record Split(Widget main, Widget side, int mainWeight, int sideWeight) implements Widget {
    public Split {
      requireWeight(mainWeight);
      requireWeight(sideWeight);
    }
  }

  /**
   * Takes a share of what is left over in its row or column. Anywhere else it is its child.
   *
   * @param child fills the share
   * @param weight share relative to the others that grow beside it, at least 1
   */
  record Grow(Widget child, int weight) implements Widget {
    public Grow {
      requireWeight(weight);
    }

    /** Grows with weight 1. */
    public Grow(Widget child) {
      this(child, 1);
    }
  }

  /**
   * Left out of its row, column or split when it would not fit whole at its natural size. The first
   * ones are kept longest, and those outside a {@link Grow} longer than those in it.
   *
   * @param child what may be missing
   */
  record IfRoom(Widget child) implements Widget {}

  /**
   * Empty room that grows, to push its neighbours apart.
   *
   * @param weight as of {@link Grow}
   */
  record Spacer(int weight) implements Widget {
    public Spacer {
      requireWeight(weight);
    }

    /** Grows with weight 1. */
    public Spacer() {
      this(1);
    }
  }

  /**
   * A panel of its own background with padding and rounded corners.
   *
   * @param child what stands in it
   * @param surface its background
   */
  record Card(Widget child, Surface surface) implements Widget {
    /** A plain card. */
    public Card(Widget child) {
      this(child, Surface.CARD);
    }
  }

  /**
   * Text in one size. It wraps at spaces and between Chinese characters; no line begins with
   * closing punctuation. A line feed starts a new line. Headings and big labels take a smaller size
   * before anything is lost; what does not fit then ends in an ellipsis.
   *
   * @param text what is written
   * @param size its role
   * @param ink its colour
   * @param align where each line stands
   * @param maxLines at least 1
   */
  record Label(String text, TextSize size, Ink ink, Align align, int maxLines) implements Widget {
    public Label {
      if (maxLines < 1) {
        throw new IllegalArgumentException("a label has at least one line, not " + maxLines);
      }
      text = Printable.of(text);
    }

    /** One line of running text, left. */
    public static Label body(String text) {
      return new Label(text, TextSize.BODY, Ink.TEXT, Align.LEFT, 1);
    }

    /** One line of heading, left. */
    public static Label title(String text) {
      return new Label(text, TextSize.TITLE, Ink.TEXT, Align.LEFT, 1);
    }

    /** One big line, left. */
    public static Label big(String text) {
      return new Label(text, TextSize.BIG, Ink.TEXT, Align.LEFT, 1);
    }

    /** The same in another colour. */
    public Label ink(Ink other) {
      return new Label(text, size, other, align, maxLines);
    }

    /** The same, aligned otherwise. */
    public Label align(Align other) {
      return new Label(text, size, ink, other, maxLines);
    }

    /** The same on up to this many lines. */
    public Label lines(int most) {
      return new Label(text, size, ink, align, most);
    }

    /** The same on as many lines as it takes. */
    public Label whole() {
      return lines(Integer.MAX_VALUE);
    }
  }

  /**
   * One line as large as its area allows, centred in height: the ticket that is being served. It
   * needs an area with a size, so it stands in a {@link Grow} or a {@link Split}; its natural
   * height, which counts when room is found for an {@link IfRoom}, is that of a big label.
   *
   * @param text short; it ends in an ellipsis when even running text is too wide
   * @param ink its colour
   * @param align where it stands in the width
   */
  record BigText(String text, Ink ink, Align align) implements Widget {
    public BigText {
      text = Printable.of(text);
    }
  }

  /**
   * A number and its unit that do not jump: the number ends at the right of its field and the unit
   * begins at the left of its own, so whatever stands there changes alone. Never cut: a number that
   * finds no room is left out.
   *
   * @param value the number as it is written
   * @param unit may be empty
   * @param field how wide both are at least
   * @param size its role
   * @param ink the number's colour; the unit is muted
   */
  record Figure(String value, String unit, Field field, TextSize size, Ink ink) implements Widget {
    public Figure {
      value = Printable.of(value);
      unit = Printable.of(unit);
    }
  }

  /**
   * The room for numbers that stand in one column.
   *
   * @param value as wide as any of them, such as {@code -000}
   * @param unit as wide as any of their units
   */
  record Field(String value, String unit) {}

  /**
   * A symbol as high as text of that size.
   *
   * @param symbol what it shows
   * @param size its role
   * @param ink its colour
   */
  record Icon(Symbol symbol, TextSize size, Ink ink) implements Widget {}

  /**
   * Rows from top to bottom, to choose from, that may be more than there is room for: those around
   * one of them are shown, as few as possible skipped, and a marker at the right tells which part
   * that is. Asks for no more height than the row in focus, so it stands in a {@link Grow}.
   *
   * @param rows in reading order
   * @param focus index of the row that must be seen; 0 when there is none
   */
  record Listing(List<Widget> rows, int focus) implements Widget {
    public Listing {
      rows = List.copyOf(rows);
      if (focus < 0 || focus > Math.max(0, rows.size() - 1)) {
        throw new IllegalArgumentException(
            "row " + focus + " is not in a listing of " + rows.size());
      }
    }
  }

  /**
   * Rows from top to bottom, to be read on, that may be more than there is room for. Each page
   * begins with the next row, or with the next lines of running text that is higher than the area,
   * so that every line is seen whole on one of them; the last is the first from which on the rest
   * fits. A marker at the right tells which part is shown. Asks for no more height than its first
   * row, so it stands in a {@link Grow}.
   *
   * @param rows in reading order
   * @param turns how often the page was turned, 0 at the top; goes round past either end, because
   *     how many pages there are depends on the frame
   */
  record Pages(List<Widget> rows, int turns) implements Widget {
    public Pages {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The recent past of a value as a line, a pixel wide, oldest on the left. It takes the width and
   * the height that it is given; its natural height is that of a line of text.
   *
   * @param values equally far apart in time; a gap where there is none
   * @param range bottom and top; from the least to the greatest value when empty
   * @param ink its colour
   */
  record Sparkline(List<OptionalDouble> values, Optional<Range> range, Ink ink) implements Widget {
    public Sparkline {
      values = List.copyOf(values);
    }
  }

  /**
   * A coloured strip with up to two lines of text, on the smallest frames one. Where there is room
   * it has a symbol, unless it is an {@link Tone#INFO}.
   *
   * @param tone its colour
   * @param text what it says, a fault code first where there is one
   */
  record Banner(Tone tone, String text) implements Widget {
    public Banner {
      text = Printable.of(text);
    }
  }

  /** A thin line across a column. */
  record Rule() implements Widget {}

  /**
   * A level or progress, filled from the left.
   *
   * @param fraction 0 to 1
   * @param ink the colour of the filled part
   */
  record Bar(double fraction, Ink ink) implements Widget {
    public Bar {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException("a bar is filled from 0 to 1, not " + fraction);
      }
    }
  }

  /**
   * A QR code (ISO/IEC 18004, error correction L, more where it costs no larger code) with its
   * quiet zone of four modules, at the largest whole number of pixels a module that fits its area.
   * Where not even one fits, or the payload is too long for a QR code, nothing is drawn. Its
   * natural size is two pixels a module, the least that telephones read with ease: an {@link
   * IfRoom} around it leaves smaller ones out.
   *
   * @param payload written as UTF-8 bytes unless a denser mode holds it
   */
  record Qr(String payload) implements Widget {}

  /**
   * A picture on which faults of the panel itself are seen. It takes the area that it is given; as
   * the root of a scene that is the whole frame, to the outermost pixels.
   *
   * @param pattern what is to be seen
   */
  record TestCard(TestPattern pattern) implements Widget {}

  private static void requireWeight(int weight) {
    if (weight < 1) {
      throw new IllegalArgumentException("a weight is at least 1, not " + weight);
    }
  }
}
