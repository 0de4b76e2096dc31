package io.panelwatch.display;

/**
 * What a panel's link has carried since the panel was made.
 *
 * @param frames pictures that were shown whole, those without a change included
 * @param windows windows sent
 * @param bytes bytes of these windows, addressing included; initialisation is not in it
 * @param lastFlushNanos from the call of show to its last byte, the last time
 * @param longestFlushNanos the same, the longest time
 * @param totalFlushNanos the same, all together
 * @param latencyNanos tau as measured at the last initialisation
 * @param initialisations how often the controller was initialised
 * @param linkErrors how often the link, a line or the light refused
 */
public record Counters(
    long frames,
    long windows,
    long bytes,
    long lastFlushNanos,
    long longestFlushNanos,
    long totalFlushNanos,
    long latencyNanos,
    long initialisations,
    long linkErrors) {}
