package io.panelwatch.display.scene;

/**
 * What the roles of a scene are in pixels on a frame of one size class. The classes go by the
 * shorter side, so that a panel keeps its look when it is turned.
 *
 * @param landscape wider than high
 * @param unit the spacing unit of {@link Gap}
 * @param margin around the whole scene
 * @param padding inside a card or banner
 * @param radius of rounded corners
 * @param rule thickness of a line
 * @param bodyPx em of {@link TextSize#BODY}
 * @param titlePx em of {@link TextSize#TITLE}
 * @param bigPx em of {@link TextSize#BIG}
 */
record Metrics(
    boolean landscape,
    int unit,
    int margin,
    int padding,
    int radius,
    int rule,
    int bodyPx,
    int titlePx,
    int bigPx) {

  static Metrics of(int width, int height) {
    boolean landscape = width > height;
    int shorter = Math.min(width, height);
    if (shorter < 200) {
      return new Metrics(landscape, 2, 4, 4, 3, 1, 16, 16, 24);
    }
    return shorter < 400
        ? new Metrics(landscape, 4, 8, 8, 6, 1, 16, 24, 32)
        : new Metrics(landscape, 6, 20, 16, 10, 2, 24, 32, 48);
  }

  int px(TextSize size) {
    return switch (size) {
      case BODY -> bodyPx;
      case TITLE -> titlePx;
      case BIG -> bigPx;
    };
  }

  int px(Gap gap) {
    return switch (gap) {
      case NONE -> 0;
      case TIGHT -> unit;
      case NORMAL -> 2 * unit;
      case WIDE -> 4 * unit;
    };
  }

  int barHeight() {
    return 2 * unit;
  }
}
