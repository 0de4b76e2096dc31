package io.panelwatch.hal;

/**
 * What crashes of the kernel have left behind ({@code /sys/fs/pstore}, or where systemd-pstore has
 * moved it). Dumps lie there until somebody deletes them, and names are used again: which of them
 * are new, only both numbers together tell.
 *
 * @param source the newest of them, or the folder where there is none
 * @param dumps how many parts of kernel logs are kept there; one crash may leave several
 * @param newestSeconds when the newest of them was written, in seconds since 1970 by the clock that
 *     the board had then; absent where there is none
 */
public record CrashDumps(String component, String source, Measured dumps, Measured newestSeconds)
    implements Sample {}
