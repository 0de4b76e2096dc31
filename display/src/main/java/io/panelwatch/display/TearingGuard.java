package io.panelwatch.display;

import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.EdgeLine;
import java.time.Duration;

/**
 * Begins updates behind the panel's refresh: waits for the rising edge of TE, the start of the
 * vertical blanking, before one that is large enough to be torn.
 *
 * <p>A small update is written within a few lines of the scan; waiting up to a whole period for it
 * would cost more than a tear that nobody sees. While the panel is dark there is no refresh to wait
 * for. A line that stays silent is no reason to show nothing: after two periods the update goes
 * out, and after some of these the line is only listened to now and then. One that fails is not
 * listened to any more.
 */
final class TearingGuard {

  /** An update of less than that part of a period is not waited for. */
  private static final int SMALL_PART = 8;

  private static final int SILENT_LIMIT = 3;
  private static final int ASK_AGAIN_EVERY = 100;
  private static final double NANOS_PER_SECOND = 1e9;

  private final EdgeLine line;
  private final double periodNanos;
  private final Duration longest;
  private boolean listening;
  private boolean broken;
  private int silent;
  private int skipped;

  TearingGuard(EdgeLine line, double refreshHz) {
    this.line = line;
    this.periodNanos = NANOS_PER_SECOND / refreshHz;
    this.longest = Duration.ofNanos((long) (2 * periodNanos));
  }

  /** Whether the panel refreshes from now on. */
  void listen(boolean refreshing) {
    listening = refreshing;
    silent = 0;
  }

  void await(UpdatePlan plan) throws InterruptedException {
    if (!listening || broken || plan.nanos() < periodNanos / SMALL_PART) {
      return;
    }
    if (silent >= SILENT_LIMIT && ++skipped % ASK_AGAIN_EVERY != 0) {
      return;
    }
    try {
      silent = line.awaitRising(longest) ? 0 : silent + 1;
    } catch (DeviceException torn) {
      broken = true; // pictures that tear are better than none
    }
  }

  void close() {
    line.close();
  }
}
