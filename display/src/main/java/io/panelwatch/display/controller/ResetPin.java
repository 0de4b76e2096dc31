package io.panelwatch.display.controller;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The reset pin of a controller, active low, and how long it must be held. */
final class ResetPin {

  private final LongSupplier nanos;
  private final long leastLowNanos;
  private final String source;
  private boolean low;
  private long lowSince;

  /**
   * A pin that is high.
   *
   * @param leastLow a shorter pulse is no reset
   * @param source the document and heading that says so
   */
  ResetPin(LongSupplier nanos, Duration leastLow, String source) {
    this.nanos = nanos;
    this.leastLowNanos = leastLow.toNanos();
    this.source = source;
  }

  boolean isLow() {
    return low;
  }

  /** Whether that is another level than before. */
  boolean drive(boolean high) {
    if (high == !low) {
      return false;
    }
    low = !high;
    if (low) {
      lowSince = nanos.getAsLong();
    }
    return true;
  }

  /** Refuses, once the pin is high again, a pulse that was too short. */
  void requireWholePulse() {
    long held = nanos.getAsLong() - lowSince;
    if (held < leastLowNanos) {
      throw new ProtocolViolation(
          "the reset line was low for %d ns, less than the %d ns of a reset"
              .formatted(held, leastLowNanos),
          source);
    }
  }

  void requireHigh() {
    if (low) {
      throw new ProtocolViolation("bytes came while the reset line was low", source);
    }
  }
}
