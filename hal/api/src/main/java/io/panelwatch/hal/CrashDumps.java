package io.panelwatch.hal;

/**
 * What crashes of the kernel have left behind ({@code /sys/fs/pstore}, or where systemd-pstore has
 * moved it).
 *
 * @param dumps how many parts of kernel logs are kept there; one crash may leave several
 */
public record CrashDumps(String component, String source, Measured dumps) implements Sample {}
