package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.SensorFamily;

/**
 * A channel that a board has, whether or not it can be read: what a listing tells of it.
 *
 * @param component the name of its readings
 * @param entry the entry of {@code /sys/class} that it belongs to; empty where it has none
 * @param label what the board's maker calls it, as it was told; empty where nobody said
 */
public record Fitted(SensorFamily family, String component, String entry, String label) {}
