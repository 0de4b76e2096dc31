package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Attributes;

/**
 * The lowest and the highest that a channel may show.
 *
 * @param least absent where it is no limit
 * @param most absent where it is no limit
 */
record LimitPair(Measured least, Measured most) {

  /** A channel without limits. */
  static final LimitPair NONE = new LimitPair(Measured.absent(), Measured.absent());

  /** Two limits as they were read; those that leave nothing between them were never set. */
  static LimitPair of(Measured least, Measured most) {
    boolean noRoom =
        least instanceof Measured.Value(double from)
            && most instanceof Measured.Value(double to)
            && from >= to;
    return noRoom ? NONE : new LimitPair(least, most);
  }

  /** The same without a limit that lies outside of what the channel could ever show. */
  LimitPair within(double lowest, double highest) {
    return new LimitPair(
        Attributes.within(least, lowest, highest), Attributes.within(most, lowest, highest));
  }
}
