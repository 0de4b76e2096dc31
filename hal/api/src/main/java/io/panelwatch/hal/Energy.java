package io.panelwatch.hal;

/**
 * What a part of the board has taken up to now ({@code energyN_*} of hwmon). No fault is judged by
 * it.
 *
 * @param joules {@code energyN_input}, of microjoules; a counter, which begins anew at 0 where its
 *     register overflows
 */
public record Energy(String component, String source, Measured joules) implements Sample {}
