package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Stamp;
import java.time.Duration;

/**
 * Which run of the machine this is.
 *
 * @param id as in {@code /proc/sys/kernel/random/boot_id}
 * @param startNanos what the monotonic clock showed, or would have shown, at boot
 */
public record Boot(String id, long startNanos) {

  /** How long the machine had been up at that monotonic time, in seconds. */
  long uptimeSeconds(long monotonicNanos) {
    return uptime(monotonicNanos).toSeconds();
  }

  /** That moment as a fault tells it. */
  public Stamp stamp(Moment moment) {
    long uptimeMillis = uptime(moment.monotonicNanos()).toMillis();
    return new Stamp(moment.wall(), moment.trusted(), id, uptimeMillis);
  }

  private Duration uptime(long monotonicNanos) {
    return Duration.ofNanos(monotonicNanos - startNanos);
  }
}
