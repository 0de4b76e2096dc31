package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.scene.Widget.Banner;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Figure;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Qr;
import io.panelwatch.display.scene.Widget.Sparkline;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
import io.panelwatch.display.text.TextWrap;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/** Turns the widgets that hold no others into marks. What would be cut is left out instead. */
final class Leaves {

  /** So large a part of its height keeps a big text apart from what is above and below it. */
  private static final int BREATHING_DIVISOR = 8;

  private final Metrics metrics;
  private final Faces faces;
  private final QrCodes codes;
  private final Palette palette;
  private final TextMeasure text;
  private final List<Mark> marks;

  /**
   * @param marks where the marks are added
   */
  Leaves(
      Metrics metrics,
      Faces faces,
      QrCodes codes,
      Palette palette,
      TextMeasure text,
      List<Mark> marks) {
    this.metrics = metrics;
    this.faces = faces;
    this.codes = codes;
    this.palette = palette;
    this.text = text;
    this.marks = marks;
  }

  /** Places a widget that has no children. */
  void place(Widget widget, Rect area, Surface on) {
    switch (widget) {
      case Label label -> placeLines(label, area, palette.inkOn(on, label.ink()));
      case BigText big -> placeBigText(big, area, palette.inkOn(on, big.ink()));
      case Figure figure -> placeFigure(figure, area, on);
      case Icon icon -> placeIcon(icon, area, palette.inkOn(on, icon.ink()));
      case Banner banner -> placeBanner(banner, area);
      case Widget.Rule ignored -> fill(area, metrics.spacing().rule(), palette.lineOn(on));
      case Widget.Bar bar -> placeBar(bar, area, on);
      case Sparkline line -> placeSparkline(line, area, palette.inkOn(on, line.ink()));
      case Qr qr -> placeQr(qr, area);
      case Widget.TestCard card ->
          new TestCards(faces, palette.colours(), marks).place(card.pattern(), area);
      default -> throw new IllegalArgumentException(widget + " has children");
    }
  }

  private void placeLines(Label label, Rect area, short ink) {
    Face face = text.face(label, area.width());
    int room = Math.min(label.maxLines(), area.height() / face.lineHeightPx());
    if (room < 1) {
      return;
    }
    List<String> lines = TextWrap.lines(face, label.text(), area.width(), room);
    if (lines.isEmpty() || !tells(face, lines, area.width())) {
      return;
    }
    int y = area.y();
    for (String line : lines) {
      Rect place = new Rect(area.x(), y, area.width(), face.lineHeightPx());
      addLine(face, place, label.align(), y, line, ink);
      y += face.lineHeightPx();
    }
  }

  /** Whether lines have the room for each of their characters or for an ellipsis in their place. */
  private static boolean tells(Face face, List<String> lines, int width) {
    return !lines.getLast().isEmpty()
        && lines.stream().noneMatch(line -> face.widthPx(line) > width);
  }

  private void placeBigText(BigText big, Rect area, short ink) {
    int height = area.height() - area.height() / BREATHING_DIVISOR;
    Face face = faces.largestWithin(big.text(), area.width(), height);
    String line = TextWrap.oneLine(face, big.text(), area.width());
    int inkTop = face.inkTopPx(line);
    int inkHeight = face.inkBottomPx(line) - inkTop;
    if (inkHeight >= 1 && inkHeight <= area.height()) {
      int y = area.y() + (area.height() - inkHeight) / 2 - inkTop;
      addLine(face, area, big.align(), y, line, ink);
    }
  }

  private void placeFigure(Figure figure, Rect area, Surface on) {
    Face face = text.face(figure);
    int valueWidth = text.valueWidth(figure);
    int unitWidth = text.unitWidth(figure);
    int before = valueWidth + text.unitGap(figure);
    if (before + unitWidth > area.width() || face.lineHeightPx() > area.height()) {
      return;
    }
    int left = area.right() - before - unitWidth;
    Rect value = new Rect(left, area.y(), valueWidth, area.height());
    short ink = palette.inkOn(on, figure.ink());
    addLine(face, value, Align.RIGHT, area.y(), figure.value(), ink);
    Rect unit = new Rect(left + before, area.y(), unitWidth, area.height());
    short muted = palette.inkOn(on, Ink.MUTED);
    addLine(face, unit, Align.LEFT, area.y(), figure.unit(), muted);
  }

  private void placeIcon(Icon icon, Rect area, short ink) {
    Face face = text.symbol(icon);
    if (face.lineHeightPx() <= area.height()) {
      addLine(face, area, Align.LEFT, area.y(), icon.symbol().text(), ink);
    }
  }

  private void placeBanner(Banner banner, Rect area) {
    Metrics.Spacing spacing = metrics.spacing();
    Rect inside = inset(area, spacing.paddingAcross(), spacing.down());
    int symbol = text.symbolRoom(banner, area.width());
    Rect beside =
        new Rect(
            inside.x() + symbol, inside.y(), Math.max(0, inside.width() - symbol), inside.height());
    short ink = palette.inkOn(banner.tone());
    int place = marks.size();
    placeLines(text.label(banner), beside, ink);
    if (marks.size() == place) {
      return;
    }
    marks.add(place, new Mark.Fill(area, spacing.radius(), palette.tone(banner.tone())));
    if (symbol > 0) {
      Icon icon = new Icon(Symbol.WARNING, TextSize.BODY, Ink.TEXT);
      int y = inside.y() + (inside.height() - metrics.type().body()) / 2;
      placeIcon(icon, new Rect(inside.x(), y, symbol, metrics.type().body()), ink);
    }
  }

  private void placeBar(Widget.Bar bar, Rect area, Surface on) {
    int height = Math.min(metrics.spacing().bar(), area.height());
    Rect trough = new Rect(area.x(), area.y(), area.width(), height);
    int filled = (int) Math.round(area.width() * bar.fraction());
    fill(trough, height, palette.lineOn(on));
    if (palette.troughOn(on) != palette.lineOn(on)) {
      fill(inset(trough, 1, 1), height, palette.troughOn(on));
    }
    Rect part = new Rect(trough.x(), trough.y(), filled, height);
    fill(part, height, palette.inkOn(on, bar.ink()));
  }

  private void placeSparkline(Sparkline line, Rect area, short ink) {
    DoubleSummaryStatistics known =
        line.values().stream()
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .summaryStatistics();
    if (known.getCount() > 0 && !area.isEmpty()) {
      // A value that never changed is a line in the middle.
      double spread = known.getMax() > known.getMin() ? 0 : 1;
      Range fitted = new Range(known.getMin() - spread, known.getMax() + spread);
      marks.add(new Mark.Curve(area, line.values(), line.range().orElse(fitted), ink));
    }
  }

  private void placeQr(Qr qr, Rect area) {
    codes
        .encode(qr.payload())
        .ifPresent(
            code -> {
              int modules = code.size + 2 * QrCodes.QUIET_ZONE;
              int scale = Math.min(area.width(), area.height()) / modules;
              if (scale > 0) {
                int side = modules * scale;
                int x = area.x() + (area.width() - side) / 2;
                int y = area.y() + (area.height() - side) / 2;
                marks.add(new Mark.Code(new Rect(x, y, side, side), code, scale));
              }
            });
  }

  private void fill(Rect area, int height, short colour) {
    if (!area.isEmpty() && height > 0) {
      Rect bounds = new Rect(area.x(), area.y(), area.width(), Math.min(height, area.height()));
      marks.add(new Mark.Fill(bounds, bounds.height() / 2, colour));
    }
  }

  /** Adds a line unless it is wider than its place; its bounds are no wider than its text. */
  private void addLine(Face face, Rect place, Align align, int y, String line, short ink) {
    int width = face.widthPx(line);
    if (width == 0 || width > place.width()) {
      return;
    }
    int x =
        switch (align) {
          case LEFT -> place.x();
          case CENTER -> place.x() + (place.width() - width) / 2;
          case RIGHT -> place.right() - width;
        };
    // Some letters reach a little beyond the way that the pen moves over them.
    int beyond = 1 + face.sizePx() / 16;
    Rect reach = new Rect(x - beyond, place.y(), width + 2 * beyond, place.height());
    marks.add(new Mark.Line(reach.intersect(place), face, x, y, line, ink));
  }

  static Rect inset(Rect area, int horizontal, int vertical) {
    return new Rect(
        area.x() + horizontal,
        area.y() + vertical,
        Math.max(0, area.width() - 2 * horizontal),
        Math.max(0, area.height() - 2 * vertical));
  }
}
