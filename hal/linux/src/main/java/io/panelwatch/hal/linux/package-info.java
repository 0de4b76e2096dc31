/**
 * The real board: sysfs, procfs and device files below a root that is a parameter.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.LinuxBoard}: it puts the parts together, and is all
 * that other modules see. What the parts know of each other goes one way:
 *
 * <pre>
 *   kernel  calls of the C library, and the structs that they fill
 *     ^ ^---------------- event   what the kernel says by itself
 *   file    the tree, its small files and devices
 *     ^
 *   hwmon   storage   network   board   a family of sensors each; they do not know each other
 *     ^        ^         ^        ^
 *   linux   {@code LinuxBoard}, which knows them all
 * </pre>
 *
 * <p>What a driver shows is not always meant: limits that nobody set, alarms against them, chips
 * that mirror a zone. Such values are {@link io.panelwatch.hal.Measured.Absent} here, with the
 * reason beside the rule, so that no fault can be made of them further on.
 */
@NullMarked
package io.panelwatch.hal.linux;

import org.jspecify.annotations.NullMarked;
