package io.panelwatch.hal;

/**
 * A contact that tells when the housing is opened ({@code intrusionN_*} of hwmon).
 *
 * @param alarm {@code intrusionN_alarm}; stays 1 until somebody writes 0 to it
 */
public record Intrusion(String component, String source, Measured alarm) implements Sample {}
