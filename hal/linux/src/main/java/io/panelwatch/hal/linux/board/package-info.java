/**
 * What is left of a board: its identity and boots, supplies, memory, clocks, watchdogs, crash
 * dumps, USB devices and services.
 *
 * <p>Start at any of the sources: each is a file or a folder of sysfs or procfs, named in its
 * Javadoc with the kernel's document for it.
 *
 * <p>The rule: one source, one family; they share {@link io.panelwatch.hal.linux.board.Boots} and
 * nothing else.
 */
@NullMarked
package io.panelwatch.hal.linux.board;

import org.jspecify.annotations.NullMarked;
