package io.panelwatch.display.scene;

import io.panelwatch.display.scene.Widget.Banner;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Figure;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Listing;
import io.panelwatch.display.scene.Widget.Pages;
import io.panelwatch.display.scene.Widget.Qr;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Spacer;
import io.panelwatch.display.scene.Widget.Sparkline;
import io.panelwatch.display.scene.Widget.Split;
import io.panelwatch.display.scene.Widget.TestCard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Natural sizes of widgets, and the shares that follow from them. All lengths are pixels. */
final class Measure {

  /** Of a QR code at its natural size. */
  private static final int PIXELS_A_MODULE = 2;

  private final Metrics metrics;
  private final Metrics.Spacing spacing;
  private final TextMeasure text;
  private final QrCodes codes;

  Measure(Metrics metrics, TextMeasure text, QrCodes codes) {
    this.metrics = metrics;
    this.spacing = metrics.spacing();
    this.text = text;
    this.codes = codes;
  }

  /** How high a widget would be at a width if it could choose. */
  int height(Widget widget, int width) {
    return switch (widget) {
      case Column column -> stackedHeight(column, width);
      case Row row -> rowHeight(row, width);
      case Split split -> splitHeight(split, width);
      case Grow grow -> height(grow.child(), width);
      case IfRoom optional -> height(optional.child(), width);
      case Spacer ignored -> 0;
      case Card card -> height(card.child(), metrics.insideCard(width)) + 2 * spacing.paddingDown();
      case Listing listing -> stackedHeight(rows(listing.rows()), width);
      case Pages pages -> stackedHeight(rows(pages.rows()), width);
      case Label label -> text.height(label, width);
      case BigText big -> text.face(big).lineHeightPx();
      case Figure figure -> text.face(figure).lineHeightPx();
      case Icon icon -> text.symbol(icon).lineHeightPx();
      case Sparkline ignored -> metrics.type().body();
      case Banner banner ->
          text.height(text.label(banner), text.insideBanner(banner, width)) + 2 * spacing.down();
      case Widget.Rule ignored -> spacing.rule();
      case Widget.Bar ignored -> spacing.bar();
      case Qr qr -> PIXELS_A_MODULE * codes.modules(qr.payload());
      case TestCard ignored -> metrics.type().body();
    };
  }

  /** How wide a widget would be if it could choose. */
  int width(Widget widget) {
    return switch (widget) {
      case Column column -> column.children().stream().mapToInt(this::width).max().orElse(0);
      case Row row ->
          row.children().stream().mapToInt(this::width).sum()
              + metrics.across(row.gap()) * Math.max(0, row.children().size() - 1);
      case Split split -> width(split.main()) + width(split.side());
      case Listing listing -> width(rows(listing.rows()));
      case Pages pages -> width(rows(pages.rows()));
      case Grow grow -> width(grow.child());
      case IfRoom optional -> width(optional.child());
      case Spacer ignored -> 0;
      case Card card -> width(card.child()) + 2 * spacing.paddingAcross();
      case Label label -> text.width(label);
      case BigText big -> text.face(big).widthPx(big.text());
      case Figure figure -> text.width(figure);
      case Icon icon -> text.symbol(icon).sizePx();
      case Sparkline ignored -> 0;
      case Banner banner -> text.width(text.label(banner)) + 2 * spacing.paddingAcross();
      case Widget.Rule ignored -> 0;
      case Widget.Bar ignored -> 0;
      case Qr qr -> PIXELS_A_MODULE * codes.modules(qr.payload());
      case TestCard ignored -> 0;
    };
  }

  /** Whether a widget in a row takes the row's whole height instead of being centred in it. */
  boolean fillsHeight(Widget widget) {
    return switch (widget) {
      case BigText ignored -> true;
      case Qr ignored -> true;
      case Card ignored -> true;
      case Split ignored -> true;
      case Listing ignored -> true;
      case Pages ignored -> true;
      case Sparkline ignored -> true;
      case TestCard ignored -> true;
      case Grow grow -> fillsHeight(grow.child());
      case IfRoom optional -> fillsHeight(optional.child());
      case Column column -> column.children().stream().anyMatch(child -> weight(child) > 0);
      default -> false;
    };
  }

  /** The height of each child of a column, or {@link Track#OMITTED}. */
  int[] columnShares(Column column, int width, int height) {
    List<Track.Item> items =
        column.children().stream()
            .map(child -> new Track.Item(claim(child, width), weight(child), optional(child)))
            .toList();
    return Track.share(items, height, metrics.down(column.gap()));
  }

  /** The width of each child of a row, or {@link Track#OMITTED}. */
  int[] rowShares(Row row, int width) {
    List<Track.Item> items =
        row.children().stream()
            .map(child -> new Track.Item(width(child), weight(child), optional(child)))
            .toList();
    return Track.share(items, width, metrics.across(row.gap()));
  }

  /** Between the two parts of a split. */
  int splitGap() {
    return metrics.landscape() ? metrics.across(Gap.WIDE) : metrics.down(Gap.NORMAL);
  }

  /** Whether the second part of a split is shown: an optional one only where it fits whole. */
  boolean showsSide(Split split, int width, int height) {
    int length = metrics.landscape() ? width : height;
    int side = length - splitGap() - mainShare(split, length);
    int across = metrics.landscape() ? side : width;
    return !optional(split.side())
        || (width(split.side()) <= across
            && height(split.side(), across) <= (metrics.landscape() ? height : side));
  }

  /** What the first part of a split gets of a length, gap not included. */
  int mainShare(Split split, int length) {
    int shared = Math.max(0, length - splitGap());
    return shared * split.mainWeight() / (split.mainWeight() + split.sideWeight());
  }

  /** The rows of a listing or of pages as the column that they are when there is room for all. */
  static Column rows(List<Widget> rows) {
    return new Column(rows, Gap.TIGHT);
  }

  /** The rows of a column, each in one piece. */
  Stack rows(Column column, int width) {
    return stack(column, width, List::of);
  }

  /** The rows of a column, running text in a piece a line. */
  Stack lines(Column column, int width) {
    return stack(
        column,
        width,
        row ->
            row instanceof Label label && label.size() == TextSize.BODY
                ? text.lines(label, width)
                : List.of(row));
  }

  private Stack stack(Column column, int width, Function<Widget, List<Widget>> cut) {
    List<Stack.Piece> pieces = new ArrayList<>();
    int top = 0;
    for (int row = 0; row < column.children().size(); row++) {
      for (Widget widget : cut.apply(column.children().get(row))) {
        int height = height(widget, width);
        pieces.add(new Stack.Piece(widget, row, top, height));
        top += height;
      }
      top += metrics.down(column.gap());
    }
    return new Stack(pieces);
  }

  /** What a listing's marker leaves of a width. */
  int besideMarker(int width) {
    return Math.max(0, width - 2 * metrics.marker());
  }

  /** What a row of a listing must have of its height to be shown in part: its first line. */
  int firstLine(Widget widget, int width) {
    return switch (widget) {
      case Card card ->
          firstLine(card.child(), metrics.insideCard(width)) + 2 * spacing.paddingDown();
      case Column column when !column.children().isEmpty() ->
          firstLine(column.children().getFirst(), width);
      case Label label -> text.face(label, width).lineHeightPx();
      default -> height(widget, width);
    };
  }

  private int splitHeight(Split split, int width) {
    if (!metrics.landscape()) {
      return height(split.main(), width) + splitGap() + height(split.side(), width);
    }
    int main = mainShare(split, width);
    int side = Math.max(0, width - splitGap() - main);
    return Math.max(height(split.main(), main), height(split.side(), side));
  }

  private int stackedHeight(Column column, int width) {
    return column.children().stream().mapToInt(child -> height(child, width)).sum()
        + metrics.down(column.gap()) * Math.max(0, column.children().size() - 1);
  }

  private int rowHeight(Row row, int width) {
    int[] widths = rowShares(row, width);
    return IntStream.range(0, widths.length)
        .filter(i -> widths[i] != Track.OMITTED)
        .map(i -> height(row.children().get(i), widths[i]))
        .max()
        .orElse(0);
  }

  /** The height that a child of a column counts with while room is found for optional ones. */
  private int claim(Widget child, int width) {
    return weight(child) > 0 ? leastHeight(child, width) : height(child, width);
  }

  /** The natural height without anything optional: what a growing child cannot do without. */
  int leastHeight(Widget widget, int width) {
    return switch (widget) {
      case Column column -> {
        List<Widget> kept = column.children().stream().filter(child -> !optional(child)).toList();
        yield kept.stream().mapToInt(child -> leastHeight(child, width)).sum()
            + metrics.down(column.gap()) * Math.max(0, kept.size() - 1);
      }
      case Card card ->
          leastHeight(card.child(), metrics.insideCard(width)) + 2 * spacing.paddingDown();
      case Listing listing when !listing.rows().isEmpty() ->
          leastHeight(listing.rows().get(listing.focus()), besideMarker(width));
      case Pages pages when !pages.rows().isEmpty() ->
          leastHeight(pages.rows().getFirst(), besideMarker(width));
      case Grow grow -> leastHeight(grow.child(), width);
      case Split split when optional(split.side()) -> leastHeight(split.main(), width);
      default -> height(widget, width);
    };
  }

  private static int weight(Widget widget) {
    return switch (widget) {
      case Grow grow -> grow.weight();
      case Spacer spacer -> spacer.weight();
      case IfRoom optional -> weight(optional.child());
      default -> 0;
    };
  }

  private static boolean optional(Widget widget) {
    return widget instanceof IfRoom || (widget instanceof Grow grow && optional(grow.child()));
  }
}
