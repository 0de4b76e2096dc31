package io.panelwatch.display.profile;

import java.util.Optional;

/**
 * How far the picture is turned on the glass, clockwise, against the glass held as its maker means
 * it. A panel mounted a quarter turn anticlockwise shows an upright picture with {@link #BY_90}.
 */
public enum Rotation {
  /** Upright. */
  BY_0(0),
  /** A quarter turn clockwise. */
  BY_90(90),
  /** Upside down. */
  BY_180(180),
  /** A quarter turn anticlockwise. */
  BY_270(270);

  private final int degrees;

  Rotation(int degrees) {
    this.degrees = degrees;
  }

  /** The rotation of 0, 90, 180 or 270 degrees clockwise; empty for any other number. */
  public static Optional<Rotation> ofDegrees(int degrees) {
    for (Rotation rotation : values()) {
      if (rotation.degrees == degrees) {
        return Optional.of(rotation);
      }
    }
    return Optional.empty();
  }

  /** Degrees clockwise. */
  public int degrees() {
    return degrees;
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return this == BY_90 || this == BY_270;
  }
}
