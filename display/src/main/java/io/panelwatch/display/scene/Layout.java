package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Qr;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Split;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
import io.panelwatch.display.text.TextWrap;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a scene into marks for one frame size: every widget is given an area and gives smaller
 * areas to its children. Lives for one scene.
 */
final class Layout {

  private final Metrics metrics;
  private final Faces faces;
  private final QrCodes codes;
  private final Palette palette;
  private final Measure measure;
  private final List<Mark> marks = new ArrayList<>();

  private Layout(Metrics metrics, Faces faces, QrCodes codes, Palette palette) {
    this.metrics = metrics;
    this.faces = faces;
    this.codes = codes;
    this.palette = palette;
    this.measure = new Measure(metrics, faces, codes);
  }

  /** What to draw, from back to front, on a frame of that size. */
  static List<Mark> of(Scene scene, Rect frame, Faces faces, QrCodes codes, Palette palette) {
    Metrics metrics = Metrics.of(frame.width(), frame.height());
    Layout layout = new Layout(metrics, faces, codes, palette);
    layout.marks.add(new Mark.Fill(frame, 0, palette.surface(Surface.PAGE)));
    layout.place(scene.root(), inset(frame, metrics.margin()), Surface.PAGE);
    return List.copyOf(layout.marks);
  }

  private void place(Widget widget, Rect area, Surface on) {
    switch (widget) {
      case Column column -> placeColumn(column, area, on);
      case Row row -> placeRow(row, area, on);
      case Split split -> placeSplit(split, area, on);
      case Widget.Grow grow -> place(grow.child(), area, on);
      case Widget.IfRoom optional -> place(optional.child(), area, on);
      case Widget.Spacer ignored -> {}
      case Card card -> placeCard(card, area);
      case Label label -> placeLines(label, area, palette.inkOn(on, label.ink()));
      case BigText text -> placeBigText(text, area, palette.inkOn(on, text.ink()));
      case Widget.Banner banner -> placeBanner(banner, area);
      case Widget.Rule ignored -> fill(area, metrics.rule(), palette.lineOn(on));
      case Widget.Bar bar -> placeBar(bar, area, on);
      case Qr qr -> placeQr(qr, area);
    }
  }

  private void placeColumn(Column column, Rect area, Surface on) {
    int[] heights = measure.columnShares(column, area.width(), area.height());
    int y = area.y();
    for (int i = 0; i < heights.length; i++) {
      if (heights[i] != Track.OMITTED) {
        place(column.children().get(i), new Rect(area.x(), y, area.width(), heights[i]), on);
        y += heights[i] + metrics.px(column.gap());
      }
    }
  }

  private void placeRow(Row row, Rect area, Surface on) {
    int[] widths = measure.rowShares(row, area.width());
    int x = area.x();
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] != Track.OMITTED) {
        Widget child = row.children().get(i);
        int height =
            measure.fillsHeight(child)
                ? area.height()
                : Math.min(area.height(), measure.height(child, widths[i]));
        int y = area.y() + (area.height() - height) / 2;
        place(child, new Rect(x, y, widths[i], height), on);
        x += widths[i] + metrics.px(row.gap());
      }
    }
  }

  private void placeSplit(Split split, Rect area, Surface on) {
    if (!measure.showsSide(split, area.width(), area.height())) {
      place(split.main(), area, on);
      return;
    }
    boolean beside = metrics.landscape();
    int gap = measure.splitGap();
    int length = beside ? area.width() : area.height();
    int main = measure.mainShare(split, length);
    int side = Math.max(0, length - gap - main);
    if (beside) {
      place(split.main(), new Rect(area.x(), area.y(), main, area.height()), on);
      Rect right = new Rect(area.x() + main + gap, area.y(), side, area.height());
      place(split.side(), right, on);
    } else {
      place(split.main(), new Rect(area.x(), area.y(), area.width(), main), on);
      Rect below = new Rect(area.x(), area.y() + main + gap, area.width(), side);
      place(split.side(), below, on);
    }
  }

  private void placeCard(Card card, Rect area) {
    Rect inside = inset(area, metrics.padding());
    if (inside.isEmpty()) {
      return;
    }
    int place = marks.size();
    place(card.child(), inside, card.surface());
    // An empty card would be a riddle: it is drawn only around something.
    if (marks.size() > place) {
      marks.add(place, new Mark.Fill(area, metrics.radius(), palette.surface(card.surface())));
    }
  }

  private void placeLines(Label label, Rect area, short ink) {
    Face face = measure.face(label, area.width());
    int room = Math.min(label.maxLines(), area.height() / face.lineHeightPx());
    if (room < 1) {
      return;
    }
    int y = area.y();
    for (String line : TextWrap.lines(face, label.text(), area.width(), room)) {
      Rect bounds = new Rect(area.x(), y, area.width(), face.lineHeightPx());
      int x = aligned(label.align(), bounds, face.widthPx(line));
      marks.add(new Mark.Line(bounds, face, x, y, line, ink));
      y += face.lineHeightPx();
    }
  }

  private void placeBigText(BigText text, Rect area, short ink) {
    Face face = faces.largestWithin(text.text(), area.width(), area.height());
    String line = TextWrap.oneLine(face, text.text(), area.width());
    int inkTop = face.inkTopPx(line);
    int inkHeight = face.inkBottomPx(line) - inkTop;
    if (inkHeight < 1 || inkHeight > area.height()) {
      return;
    }
    int y = area.y() + (area.height() - inkHeight) / 2 - inkTop;
    int x = aligned(text.align(), area, face.widthPx(line));
    marks.add(new Mark.Line(area, face, x, y, line, ink));
  }

  private void placeBanner(Widget.Banner banner, Rect area) {
    Label label = Measure.label(banner);
    Rect inside = inset(area, metrics.padding(), metrics.unit());
    if (inside.height() >= measure.face(label, inside.width()).lineHeightPx()
        && inside.width() > 0) {
      marks.add(new Mark.Fill(area, metrics.radius(), palette.tone(banner.tone())));
      placeLines(label, inside, palette.inkOn(banner.tone()));
    }
  }

  private void placeBar(Widget.Bar bar, Rect area, Surface on) {
    Rect trough = new Rect(area.x(), area.y(), area.width(), metrics.barHeight()).intersect(area);
    int filled = (int) Math.round(area.width() * bar.fraction());
    fill(trough, palette.lineOn(on));
    if (palette.troughOn(on) != palette.lineOn(on)) {
      fill(inset(trough, 1), palette.troughOn(on));
    }
    fill(new Rect(trough.x(), trough.y(), filled, trough.height()), palette.inkOn(on, bar.ink()));
  }

  private void fill(Rect area, short colour) {
    fill(area, area.height(), colour);
  }

  private void fill(Rect area, int height, short colour) {
    if (!area.isEmpty()) {
      Rect bounds = new Rect(area.x(), area.y(), area.width(), Math.min(height, area.height()));
      marks.add(new Mark.Fill(bounds, height / 2, colour));
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

  private static int aligned(Align align, Rect area, int width) {
    return switch (align) {
      case LEFT -> area.x();
      case CENTER -> area.x() + (area.width() - width) / 2;
      case RIGHT -> area.right() - width;
    };
  }

  private static Rect inset(Rect area, int by) {
    return inset(area, by, by);
  }

  private static Rect inset(Rect area, int horizontal, int vertical) {
    return new Rect(
        area.x() + horizontal,
        area.y() + vertical,
        Math.max(0, area.width() - 2 * horizontal),
        Math.max(0, area.height() - 2 * vertical));
  }
}
