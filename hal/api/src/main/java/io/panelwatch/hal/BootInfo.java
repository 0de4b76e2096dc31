package io.panelwatch.hal;

import java.time.Duration;

/**
 * Which run of the machine this is.
 *
 * @param id a new one at every boot, as in {@code /proc/sys/kernel/random/boot_id}; empty where the
 *     board cannot tell
 * @param uptime since that boot, as of the moment it was asked; zero where the board cannot tell
 */
public record BootInfo(String id, Duration uptime) {}
