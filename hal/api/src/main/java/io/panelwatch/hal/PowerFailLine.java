package io.panelwatch.hal;

/**
 * A GPIO line by which a supply tells that its input is gone, some milliseconds before its output
 * is: {@code PFO} of a supervisor, {@code PWR_OK} of an ATX supply the other way round.
 *
 * @param failing 1 while it tells so, and once more where it did since it was read before: a pulse
 *     that nobody was in time to see
 */
public record PowerFailLine(String component, String source, Measured failing) implements Sample {}
