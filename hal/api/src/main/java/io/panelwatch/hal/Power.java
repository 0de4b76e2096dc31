package io.panelwatch.hal;

/**
 * What a part of the board takes ({@code powerN_*} of hwmon). No fault is judged by it: it is there
 * for who looks for the reason of one of power or heat.
 *
 * @param watts {@code powerN_input}, where there is none {@code powerN_average}, of microwatts
 * @param capWatts {@code powerN_cap}: the hardware slows itself down to stay below it
 * @param maxWatts {@code powerN_max}
 * @param critWatts {@code powerN_crit}
 * @param alarm 1 where any {@code powerN_*alarm} is set against a limit that somebody has set
 */
public record Power(
    String component,
    String source,
    Measured watts,
    Measured capWatts,
    Measured maxWatts,
    Measured critWatts,
    Measured alarm)
    implements Sample {}
