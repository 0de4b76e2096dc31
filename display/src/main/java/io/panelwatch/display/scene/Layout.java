package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Listing;
import io.panelwatch.display.scene.Widget.Pages;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Split;
import io.panelwatch.display.text.Faces;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a scene into marks for one frame size: every widget is given an area and gives smaller
 * areas to its children, down to the {@link Leaves}. Lives for one scene.
 */
final class Layout {

  private final Metrics metrics;
  private final Palette palette;
  private final Measure measure;
  private final List<Mark> marks = new ArrayList<>();
  private final Leaves leaves;

  private Layout(Metrics metrics, Faces faces, QrCodes codes, Palette palette) {
    this.metrics = metrics;
    this.palette = palette;
    TextMeasure text = new TextMeasure(metrics, faces);
    this.measure = new Measure(metrics, text, codes);
    this.leaves = new Leaves(metrics, faces, codes, palette, text, marks);
  }

  /** What to draw, from back to front, on a frame of that size. */
  static List<Mark> of(Scene scene, Rect frame, Faces faces, QrCodes codes, Palette palette) {
    Metrics metrics = Metrics.of(frame.width(), frame.height());
    Layout layout = new Layout(metrics, faces, codes, palette);
    layout.marks.add(new Mark.Fill(frame, 0, palette.surface(Surface.PAGE)));
    int margin = scene.root() instanceof Widget.TestCard ? 0 : metrics.spacing().margin();
    layout.place(scene.root(), Leaves.inset(frame, margin, margin), Surface.PAGE);
    return List.copyOf(layout.marks);
  }

  private void place(Widget widget, Rect area, Surface on) {
    switch (widget) {
      case Column column -> placeColumn(column, area, on);
      case Row row -> placeRow(row, area, on);
      case Split split -> placeSplit(split, area, on);
      case Listing listing -> placeListing(listing, area, on);
      case Pages pages -> placePages(pages, area, on);
      case Card card -> placeCard(card, area);
      case Widget.Grow grow -> place(grow.child(), area, on);
      case Widget.IfRoom optional -> place(optional.child(), area, on);
      case Widget.Spacer ignored -> {}
      default -> leaves.place(widget, area, on);
    }
  }

  private void placeColumn(Column column, Rect area, Surface on) {
    int[] heights = measure.columnShares(column, area.width(), area.height());
    int y = area.y();
    for (int i = 0; i < heights.length; i++) {
      if (heights[i] != Track.OMITTED) {
        place(column.children().get(i), new Rect(area.x(), y, area.width(), heights[i]), on);
        y += heights[i] + metrics.down(column.gap());
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
        x += widths[i] + metrics.across(row.gap());
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
    Metrics.Spacing spacing = metrics.spacing();
    Rect inside = Leaves.inset(area, spacing.paddingAcross(), spacing.paddingDown());
    if (inside.isEmpty()) {
      return;
    }
    int place = marks.size();
    place(card.child(), inside, card.surface());
    // An empty card would be a riddle: it is drawn only around something.
    if (marks.size() > place) {
      marks.add(place, new Mark.Fill(area, spacing.radius(), palette.surface(card.surface())));
    }
  }

  private void placeListing(Listing listing, Rect area, Surface on) {
    Column rows = Measure.rows(listing.rows());
    if (!placeWhole(rows, area, on)) {
      Stack stack = measure.rows(rows, measure.besideMarker(area.width()));
      placeFrom(stack.firstToShow(listing.focus(), area.height()), stack, area, on);
    }
  }

  private void placePages(Pages pages, Rect area, Surface on) {
    Column rows = Measure.rows(pages.rows());
    if (!placeWhole(rows, area, on)) {
      Stack stack = measure.lines(rows, measure.besideMarker(area.width()));
      List<Integer> firsts = stack.pages(area.height());
      placeFrom(firsts.get(Math.floorMod(pages.turns(), firsts.size())), stack, area, on);
    }
  }

  /** Whether there was room for all rows. */
  private boolean placeWhole(Column rows, Rect area, Surface on) {
    if (measure.height(rows, area.width()) > area.height()) {
      return false;
    }
    placeColumn(rows, area, on);
    return true;
  }

  private void placeFrom(int first, Stack stack, Rect area, Surface on) {
    int width = measure.besideMarker(area.width());
    if (width == 0 || area.height() == 0) {
      return;
    }
    int skipped = stack.pieces().get(first).top();
    for (Stack.Piece piece : stack.pieces().subList(first, stack.pieces().size())) {
      int y = area.y() + piece.top() - skipped;
      int height = Math.min(piece.height(), area.bottom() - y);
      if (height < measure.firstLine(piece.widget(), width)) {
        break;
      }
      place(piece.widget(), new Rect(area.x(), y, width, height), on);
    }
    Rect track =
        new Rect(area.right() - metrics.marker(), area.y(), metrics.marker(), area.height());
    int shown = Math.min(area.height(), stack.height() - skipped);
    placeMarker(skipped, shown, stack.height(), track, on);
  }

  /** All three lengths are of the rows as they would be without a limit. */
  private void placeMarker(int skipped, int shown, int all, Rect track, Surface on) {
    int thin = Math.max(1, track.width() / 3);
    int thumb = Math.max(track.width(), (int) ((long) track.height() * shown / all));
    int hidden = Math.max(1, all - shown);
    int top = track.y() + (int) ((long) (track.height() - thumb) * skipped / hidden);
    Rect line = new Rect(track.x() + (track.width() - thin) / 2, track.y(), thin, track.height());
    marks.add(new Mark.Fill(line, 0, palette.lineOn(on)));
    marks.add(
        new Mark.Fill(
            new Rect(track.x(), top, track.width(), thumb).intersect(track),
            Math.min(metrics.spacing().radius(), track.width() / 2),
            palette.inkOn(on, Ink.MUTED)));
  }
}
