package io.panelwatch.hal;

/**
 * What a hardware watchdog knows of the last reset ({@code /sys/class/watchdog/*}).
 *
 * @param cardReset {@code WDIOF_CARDRESET} of {@code bootstatus}: it was this watchdog that reset
 *     the board
 */
public record WatchdogReset(String component, String source, Measured cardReset)
    implements Sample {}
