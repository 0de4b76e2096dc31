package io.panelwatch.hal;

/**
 * An electric current ({@code currN_*} of hwmon). No fault is judged by it: it is there for who
 * looks for the reason of one of power.
 *
 * @param milliAmps {@code currN_input}, where there is none {@code currN_average}; below 0 where it
 *     flows back, as out of a battery
 * @param minMilliAmps {@code currN_min}
 * @param maxMilliAmps {@code currN_max}
 * @param lowCritMilliAmps {@code currN_lcrit}
 * @param highCritMilliAmps {@code currN_crit}
 * @param alarm 1 where any {@code currN_*alarm} is set against a limit that somebody has set
 */
public record Current(
    String component,
    String source,
    Measured milliAmps,
    Measured minMilliAmps,
    Measured maxMilliAmps,
    Measured lowCritMilliAmps,
    Measured highCritMilliAmps,
    Measured alarm)
    implements Sample {}
