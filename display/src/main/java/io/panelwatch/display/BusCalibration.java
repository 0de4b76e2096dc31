package io.panelwatch.display;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.util.Arrays;

/**
 * Knows tau, what a transfer takes beyond its bits on this very board: measured when the panel is
 * initialised, and followed from then on.
 *
 * <p>At first a window is addressed a few times and nothing is written into it; the median counts.
 * Afterwards every update tells what it really took; when the smoothed tau has left the one in use
 * by a quarter, it takes its place, once in ten seconds at most. A load that comes and goes hardly
 * moves it: updates of few transfers do not count, one that took much longer than usual counts as
 * twice the usual, and each moves the smoothed value by a thirty-second.
 */
final class BusCalibration {

  private static final int ROUNDS = 9;
  private static final double MOST_NANOS = 2_000_000;
  private static final int LEAST_TRANSFERS = 12;
  private static final double SMOOTHING = 1.0 / 32;
  private static final double MOST_TIMES = 2;
  private static final long ADOPT_AGAIN_NANOS = 10_000_000_000L;
  private static final double DRIFT = 0.25;
  private static final double LEAST_DRIFT_NANOS = 2_000;

  private final WireMeter meter;
  private final BoardClock clock;
  private long latencyNanos;
  private double smoothedNanos;
  private long adoptedNanos;
  private long beganNanos;
  private long beganTransfers;
  private double beganBitsNanos;

  BusCalibration(WireMeter meter, BoardClock clock) {
    this.meter = meter;
    this.clock = clock;
  }

  /** tau in nanoseconds, within 0 and 2 ms. */
  long latencyNanos() {
    return latencyNanos;
  }

  /** Measures tau by addressing windows. */
  void measure(WindowSender sender) throws DeviceException, InterruptedException {
    double[] rounds = new double[ROUNDS];
    sender.address();
    for (int i = 0; i < ROUNDS; i++) {
      begin();
      sender.address();
      rounds[i] = sinceBegin();
    }
    Arrays.sort(rounds);
    adopt(rounds[ROUNDS / 2]);
  }

  /** An update begins. */
  void begin() {
    beganTransfers = meter.transfers();
    beganBitsNanos = meter.bitsNanos();
    beganNanos = clock.monotonicNanos();
  }

  /** The update's last byte went out; whether {@link #latencyNanos} is another one now. */
  boolean ended() {
    if (meter.transfers() - beganTransfers < LEAST_TRANSFERS) {
      return false;
    }
    double most = MOST_TIMES * Math.max(smoothedNanos, LEAST_DRIFT_NANOS);
    smoothedNanos += (Math.min(sinceBegin(), most) - smoothedNanos) * SMOOTHING;
    if (clock.monotonicNanos() - adoptedNanos < ADOPT_AGAIN_NANOS) {
      return false;
    }
    double off = Math.abs(smoothedNanos - latencyNanos);
    if (off < LEAST_DRIFT_NANOS || off < DRIFT * latencyNanos) {
      return false;
    }
    adopt(smoothedNanos);
    return true;
  }

  /** What a transfer since {@link #begin} took beyond its bits. */
  private double sinceBegin() {
    double took = clock.monotonicNanos() - beganNanos;
    double bits = meter.bitsNanos() - beganBitsNanos;
    return Math.clamp((took - bits) / (meter.transfers() - beganTransfers), 0.0, MOST_NANOS);
  }

  private void adopt(double nanos) {
    adoptedNanos = clock.monotonicNanos();
    smoothedNanos = nanos;
    latencyNanos = (long) nanos;
  }
}
