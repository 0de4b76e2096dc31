package io.panelwatch.hal;

/**
 * What slows the processor down to save it from heat or from too little power.
 *
 * @param component {@code cpu} for the processor's own limits, {@code firmware} for those of a
 *     board whose firmware watches over it
 * @param count how often it was slowed down since this was first read, a counter: the kernel's
 *     {@code core_throttle_count} and {@code package_throttle_count} of all processors, whose own
 *     numbers go back to the start of the board
 * @param active whether it is slowed down at this moment, where the firmware tells
 */
public record Throttling(String component, String source, Measured count, Measured active)
    implements Sample {}
