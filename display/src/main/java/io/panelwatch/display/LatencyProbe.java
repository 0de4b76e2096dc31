package io.panelwatch.display;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.util.Arrays;

/**
 * Measures tau of the {@link io.panelwatch.display.frame.CostModel}: what a transfer takes beyond
 * its bits on this very board.
 *
 * <p>CASET is sent a few times, two transfers with the data/command line moved before each, and the
 * median counts. The column range it leaves behind is set anew with every window.
 */
final class LatencyProbe {

  private static final int ROUNDS = 9;
  private static final int BYTES = 5;
  private static final int TRANSFERS = 2;
  private static final long PLAUSIBLE_NANOS = 2_000_000;

  private LatencyProbe() {}

  /** tau in nanoseconds, within 0 and 2 ms. */
  static long measureNanos(WindowWriter writer, BoardClock clock, int clockHz, int columns)
      throws DeviceException, InterruptedException {
    long[] rounds = new long[ROUNDS];
    writer.address(Dcs.CASET, 0, columns);
    for (int i = 0; i < ROUNDS; i++) {
      long began = clock.monotonicNanos();
      writer.address(Dcs.CASET, 0, columns);
      rounds[i] = clock.monotonicNanos() - began;
    }
    Arrays.sort(rounds);
    long bits = BYTES * Byte.SIZE * 1_000_000_000L / clockHz;
    return Math.clamp((rounds[ROUNDS / 2] - bits) / TRANSFERS, 0, PLAUSIBLE_NANOS);
  }
}
