package io.panelwatch.display.scene;

import io.panelwatch.display.scene.Widget.Listing;
import java.util.Arrays;

/**
 * The part of a listing that is seen. All lengths are pixels of the listing as it would be without
 * a limit.
 *
 * @param skipped above what is seen
 * @param part what is seen
 * @param of the whole, more than is seen
 */
record Window(int skipped, int part, int of) {

  /** What is not seen, above and below; at least 1. */
  int hidden() {
    return Math.max(1, of - part);
  }

  /** The first row that is shown. */
  static int first(int[] heights, int gap, int room, Listing listing) {
    return switch (listing.scroll()) {
      case TO_TOP ->
          Math.min(listing.focus(), firstWithWhole(heights.length - 1, heights, gap, room));
      case INTO_VIEW -> firstWithWhole(listing.focus(), heights, gap, room);
    };
  }

  /** The first row from which on a row is seen whole, or that row where it is too high for it. */
  private static int firstWithWhole(int row, int[] heights, int gap, int room) {
    int first = row;
    int used = heights[row];
    while (first > 0 && used + gap + heights[first - 1] <= room) {
      first--;
      used += gap + heights[first];
    }
    return first;
  }

  /** What is seen when the rows from a first one on fill the room. */
  static Window shown(int[] heights, int gap, int first, int room) {
    int of = Arrays.stream(heights).sum() + gap * (heights.length - 1);
    int skipped = Arrays.stream(heights).limit(first).sum() + gap * first;
    return new Window(skipped, Math.min(room, of - skipped), of);
  }
}
