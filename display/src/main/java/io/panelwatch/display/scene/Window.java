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
    int first = listing.focus();
    if (listing.scroll() == Scroll.INTO_VIEW) {
      int used = heights[first];
      while (first > 0 && used + gap + heights[first - 1] <= room) {
        first--;
        used += gap + heights[first];
      }
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
