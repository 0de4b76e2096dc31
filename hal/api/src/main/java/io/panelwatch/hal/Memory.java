package io.panelwatch.hal;

/**
 * The main memory ({@code /proc/meminfo}, {@code /proc/vmstat}).
 *
 * @param totalBytes {@code MemTotal}
 * @param availablePercent {@code MemAvailable} of the total, 0..100; on kernels without it what is
 *     free or in buffers or caches
 * @param oomKills {@code oom_kill}: processes killed because memory ran out, a counter
 */
public record Memory(
    String component,
    String source,
    Measured totalBytes,
    Measured availablePercent,
    Measured oomKills)
    implements Sample {}
