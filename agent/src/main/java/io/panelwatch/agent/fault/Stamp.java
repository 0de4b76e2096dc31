package io.panelwatch.agent.fault;

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
public record Stamp(Instant wall, boolean trusted, String bootId, long uptimeMillis) {}
