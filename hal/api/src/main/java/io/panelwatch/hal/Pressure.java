package io.panelwatch.hal;

/**
 * How much of the time somebody waited for a resource ({@code /proc/pressure/*}, pressure stall
 * information).
 *
 * @param someAvg300Percent {@code avg300} of the line {@code some}: 0..100 of the last 5 minutes in
 *     which at least one task waited
 */
public record Pressure(String component, String source, Measured someAvg300Percent)
    implements Sample {}
