package io.panelwatch.display.power;

import java.time.Duration;

/**
 * The way from one brightness to another, in steps that look even.
 *
 * <p>The eye judges light by about its cube root, so steps of equal percent seem to jump at the
 * dark end and to stand still at the bright one. This goes evenly along CIE 1976 lightness (CIE
 * 15:2004, 8.2.1): L* = 116 Y^(1/3) - 16 above Y = (6/29)^3, and (29/3)^3 Y below, where Y is the
 * percentage as a part of 1.
 *
 * @param fromPercent 0 to 100
 * @param toPercent 0 to 100
 * @param duration of the whole way; zero is at once
 */
public record Fade(int fromPercent, int toPercent, Duration duration) {

  private static final double KNEE = 6.0 / 29;
  private static final double LINEAR_SLOPE = Math.pow(29.0 / 3, 3);
  private static final double KNEE_LIGHTNESS = 8;

  /** Refuses what no light can be. */
  public Fade {
    if (fromPercent < 0 || fromPercent > 100 || toPercent < 0 || toPercent > 100) {
      throw new IllegalArgumentException(
          "brightness is 0 to 100 percent, not %d to %d".formatted(fromPercent, toPercent));
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("no fade takes " + duration);
    }
  }

  /**
   * How bright it is on the way, in percent.
   *
   * @param elapsedNanos since the begin
   */
  public int percentAt(long elapsedNanos) {
    if (isOver(elapsedNanos)) {
      return toPercent;
    }
    double part = (double) Math.max(0, elapsedNanos) / duration.toNanos();
    double from = lightness(fromPercent / 100.0);
    double to = lightness(toPercent / 100.0);
    return (int) Math.round(100 * luminance(from + part * (to - from)));
  }

  /** Whether the end is reached. */
  public boolean isOver(long elapsedNanos) {
    return elapsedNanos >= duration.toNanos();
  }

  private static double lightness(double luminance) {
    return luminance > Math.pow(KNEE, 3)
        ? 116 * Math.cbrt(luminance) - 16
        : LINEAR_SLOPE * luminance;
  }

  private static double luminance(double lightness) {
    return lightness > KNEE_LIGHTNESS
        ? Math.pow((lightness + 16) / 116, 3)
        : lightness / LINEAR_SLOPE;
  }
}
