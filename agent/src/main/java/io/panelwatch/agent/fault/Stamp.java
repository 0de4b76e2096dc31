package io.panelwatch.agent.fault;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened, so that it can be put in order also where the wall clock was wrong:
 * within one boot by the uptime, whatever the wall clock did meanwhile.
 *
 * @param wall the wall clock's stamp
 * @param trusted whether that stamp may be believed: {@link
 *     io.panelwatch.hal.BoardClock#wallTrusted()} at the same moment
 * @param bootId the boot in which it happened, as in {@code /proc/sys/kernel/random/boot_id}
 * @param uptimeMillis of the board by its monotonic clock, from 0
 */
public record Stamp(Instant wall, boolean trusted, String bootId, long uptimeMillis) {

  /**
   * Whether so much time has passed since: by the uptime, of a later boot as if it had begun with
   * that; or by the wall clock where both stamps may be believed, because a board that was off or
   * suspended counted nothing meanwhile.
   */
  public boolean passed(Duration time, Stamp now) {
    long from = now.bootId.equals(bootId) ? uptimeMillis : 0;
    boolean believed = trusted && now.trusted;
    return now.uptimeMillis - from >= time.toMillis()
        || (believed && !now.wall.isBefore(wall.plus(time)));
  }
}
