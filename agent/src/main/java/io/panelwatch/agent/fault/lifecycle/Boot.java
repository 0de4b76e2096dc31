package io.panelwatch.agent.fault.lifecycle;

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
    return Duration.ofNanos(monotonicNanos - startNanos).toSeconds();
  }
}
