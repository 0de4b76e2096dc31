package io.panelwatch.hal;

/**
 * How damp the air is ({@code humidityN_*} of hwmon). No fault is judged by it: it is there for who
 * looks for the reason of corrosion or of a short circuit.
 *
 * @param percent {@code humidityN_input} divided by 1000: 0..100 of what the air can hold; absent
 *     while {@code faultBit} is 1, because the number then means nothing
 * @param minPercent {@code humidityN_min}
 * @param maxPercent {@code humidityN_max}
 * @param alarm 1 where any {@code humidityN_*alarm} is set against a limit that somebody has set
 * @param faultBit {@code humidityN_fault}: the sensor says that it is broken
 */
public record Humidity(
    String component,
    String source,
    Measured percent,
    Measured minPercent,
    Measured maxPercent,
    Measured alarm,
    Measured faultBit)
    implements Sample {}
