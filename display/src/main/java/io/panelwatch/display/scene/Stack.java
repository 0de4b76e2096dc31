package io.panelwatch.display.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows one below the other as they would be without a limit, in the pieces that are shown or not.
 * All lengths are pixels.
 *
 * @param pieces from top to bottom, at least one
 */
record Stack(List<Piece> pieces) {

  /**
   * What is shown whole or, where it has no room, not at all.
   *
   * @param widget what is drawn
   * @param row index of the row that it is, or is a line of
   * @param top below the top of the first piece
   * @param height of its own
   */
  record Piece(Widget widget, int row, int top, int height) {

    int bottom() {
      return top + height;
    }
  }

  int height() {
    return pieces.getLast().bottom();
  }

  /** The first piece from which on another is seen whole; that one where it is too high for it. */
  int firstToShow(int piece, int room) {
    int first = piece;
    while (first > 0 && pieces.get(piece).bottom() - pieces.get(first - 1).top() <= room) {
      first--;
    }
    return first;
  }

  /**
   * The pieces that a page begins with: each row's first, each that the page before does not show
   * whole, and the first from which on the rest is seen, which is the last of them.
   */
  List<Integer> pages(int room) {
    List<Integer> firsts = new ArrayList<>(List.of(0));
    int last = firstToShow(pieces.size() - 1, room);
    for (int i = 1; i <= last; i++) {
      boolean begins = pieces.get(i).row() != pieces.get(i - 1).row();
      boolean unseen = pieces.get(i).bottom() - pieces.get(firsts.getLast()).top() > room;
      if (begins || unseen || i == last) {
        firsts.add(i);
      }
    }
    return firsts;
  }
}
