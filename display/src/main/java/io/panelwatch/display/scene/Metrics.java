package io.panelwatch.display.scene;

/**
 * What the roles of a scene are in pixels on a frame of one size class. The classes go by the
 * shorter side, so that a panel keeps its look when it is turned.
 *
 * @param landscape wider than high
 * @param spacing around and between things
 * @param type sizes of text
 */
record Metrics(boolean landscape, Spacing spacing, Type type) {

  /**
   * Lengths in pixels.
   *
   * @param across the spacing unit of {@link Gap} from left to right
   * @param down the same from top to bottom
   * @param margin around the whole scene
   * @param paddingAcross inside a card or banner, at its left and right
   * @param paddingDown inside a card, at its top and bottom
   * @param radius of rounded corners
   * @param rule thickness of a line; 0 leaves it out
   * @param bar height of a bar
   */
  record Spacing(
      int across,
      int down,
      int margin,
      int paddingAcross,
      int paddingDown,
      int radius,
      int rule,
      int bar) {}

  /**
   * Em sizes in pixels.
   *
   * @param body of {@link TextSize#BODY}
   * @param title of {@link TextSize#TITLE}
   * @param big of {@link TextSize#BIG}
   * @param bigText the least that a {@link Widget.BigText} asks for
   * @param bannerLines how many lines of body a banner may have
   * @param bannerSymbol whether a banner has a symbol
   */
  record Type(int body, int title, int big, int bigText, int bannerLines, boolean bannerSymbol) {}

  /** A panel of 64 rows has four lines of 16 px and not one pixel to spare between them. */
  private static final Metrics TINY =
      new Metrics(false, new Spacing(2, 0, 0, 2, 0, 0, 0, 6), new Type(16, 16, 16, 32, 1, false));

  private static final Metrics SMALL =
      new Metrics(false, new Spacing(2, 2, 4, 4, 4, 3, 1, 4), new Type(16, 16, 24, 24, 2, false));
  private static final Metrics MEDIUM =
      new Metrics(false, new Spacing(4, 4, 8, 8, 8, 6, 1, 8), new Type(16, 24, 32, 32, 2, true));
  private static final Metrics LARGE =
      new Metrics(
          false, new Spacing(6, 6, 20, 16, 16, 10, 2, 12), new Type(24, 32, 48, 48, 2, true));

  static Metrics of(int width, int height) {
    int shorter = Math.min(width, height);
    Metrics size = shorter < 100 ? TINY : shorter < 200 ? SMALL : shorter < 400 ? MEDIUM : LARGE;
    return new Metrics(width > height, size.spacing, size.type);
  }

  int px(TextSize size) {
    return switch (size) {
      case BODY -> type.body;
      case TITLE -> type.title;
      case BIG -> type.big;
    };
  }

  /** A gap between neighbours in a row. */
  int across(Gap gap) {
    return units(gap) * spacing.across;
  }

  /** A gap between neighbours in a column. */
  int down(Gap gap) {
    return units(gap) * spacing.down;
  }

  /** What the padding of a card or banner leaves of a width. */
  int insideCard(int width) {
    return width - 2 * spacing.paddingAcross;
  }

  /** Thickness of the marker beside a listing; there is as much room before it. */
  int marker() {
    return Math.max(3, spacing.across);
  }

  private static int units(Gap gap) {
    return switch (gap) {
      case NONE -> 0;
      case TIGHT -> 1;
      case NORMAL -> 2;
      case WIDE -> 4;
    };
  }
}
