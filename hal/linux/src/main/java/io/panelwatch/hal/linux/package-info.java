/**
 * The real board: sysfs, procfs and device files below a root that is a parameter.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.LinuxBoard}. How the parts lie:
 *
 * <ul>
 *   <li>{@code Tree} is the root: it lists folders and keeps a recording's links inside of it;
 *       {@code FileNames} spells names that are not text.
 *   <li>{@code SmallFiles} reads one file, bounded, with errno; {@code Attributes} makes {@link
 *       io.panelwatch.hal.Measured} of it and knows which numbers are none.
 *   <li>{@code FanSource}, {@code RailSource} and their like read one family each; {@code Chips}
 *       names the hwmon chips, {@code Mounts} chooses file systems.
 *   <li>{@code ClassFolder} keeps what never changes about the devices of a class, and knows when
 *       to look again; {@code Lanes} reads device by device, so that one that hangs costs itself
 *       only.
 *   <li>{@code KernelEvents} hears what the kernel says by itself: each {@code Ear} is a
 *       descriptor, and one {@code EventThread} waits on all of them.
 *   <li>{@code NativeCall} links functions of the C library; {@code StatVfs} and {@code Timex} are
 *       a kernel or C library struct each, with its header.
 * </ul>
 *
 * <p>What a driver shows is not always meant: limits that nobody set, alarms against them, chips
 * that mirror a zone. Such values are {@link io.panelwatch.hal.Measured.Absent} here, with the
 * reason beside the rule, so that no fault can be made of them further on.
 */
@NullMarked
package io.panelwatch.hal.linux;

import org.jspecify.annotations.NullMarked;
