package io.panelwatch.display.scene;

/** The values at the bottom and the top of a sparkline. */
public record Range(double min, double max) {

  /** Refuses what has no height. */
  public Range {
    if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
      throw new IllegalArgumentException("a range goes up, not from " + min + " to " + max);
    }
  }
}
