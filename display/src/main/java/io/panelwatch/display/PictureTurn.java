package io.panelwatch.display;

import io.panelwatch.display.profile.Rotation;

/**
 * Where the pixels of a picture come to stand when it is turned clockwise on a glass that cannot
 * turn it itself: the pixel at (column, row) of the glass is the picture's at {@code first + row *
 * down + column * right}.
 */
final class PictureTurn {

  private final Rotation turn;
  private final int glassWidth;
  private final int glassHeight;

  /** For a glass of this size in pixels; the picture has its sides swapped where the turn does. */
  PictureTurn(int glassWidth, int glassHeight, Rotation turn) {
    this.turn = turn;
    this.glassWidth = glassWidth;
    this.glassHeight = glassHeight;
  }

  /** Whether rows of the glass are rows of the picture. */
  boolean isUpright() {
    return turn == Rotation.BY_0;
  }

  /** Whether width and height change places. */
  boolean swapsSides() {
    return turn.swapsSides();
  }

  /** Columns of the picture. */
  int width() {
    return swapsSides() ? glassHeight : glassWidth;
  }

  /** Rows of the picture. */
  int height() {
    return swapsSides() ? glassWidth : glassHeight;
  }

  /** Index of the pixel that stands in the glass's top left corner. */
  int first() {
    int last = glassWidth * glassHeight - 1;
    return switch (turn) {
      case BY_0 -> 0;
      case BY_90 -> last - width() + 1;
      case BY_180 -> last;
      case BY_270 -> width() - 1;
    };
  }

  /** How far on the pixel is that stands to the right of one on the glass. */
  int right() {
    return switch (turn) {
      case BY_0 -> 1;
      case BY_90 -> -width();
      case BY_180 -> -1;
      case BY_270 -> width();
    };
  }

  /** How far on the pixel is that stands below one on the glass. */
  int down() {
    return switch (turn) {
      case BY_0 -> width();
      case BY_90 -> 1;
      case BY_180 -> -width();
      case BY_270 -> -1;
    };
  }

  /** First column on the glass of a window of the picture. */
  int glassLeft(int x, int y, int windowWidth, int windowHeight) {
    return switch (turn) {
      case BY_0 -> x;
      case BY_90 -> glassWidth - y - windowHeight;
      case BY_180 -> glassWidth - x - windowWidth;
      case BY_270 -> y;
    };
  }

  /** First row on the glass of a window of the picture. */
  int glassTop(int x, int y, int windowWidth, int windowHeight) {
    return switch (turn) {
      case BY_0 -> y;
      case BY_90 -> x;
      case BY_180 -> glassHeight - y - windowHeight;
      case BY_270 -> glassHeight - x - windowWidth;
    };
  }
}
