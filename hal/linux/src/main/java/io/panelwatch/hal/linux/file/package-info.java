/**
 * Trees of small files, live or recorded, and the devices that are folders in them.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.file.Tree}: it is the root, it lists folders and keeps
 * a recording's links inside of it. {@link io.panelwatch.hal.linux.file.SmallFiles} reads one file,
 * bounded, with errno; {@link io.panelwatch.hal.linux.file.Attributes} makes {@link
 * io.panelwatch.hal.Measured} of it. {@link io.panelwatch.hal.linux.file.ClassFolder} keeps what
 * never changes about the devices of a class; {@link io.panelwatch.hal.linux.file.Lanes} reads
 * device by device, so that one that hangs costs itself only.
 *
 * <p>The rule: whatever lies in a tree, reading it ends, is bounded and throws nothing; what a
 * family makes of it is not known here.
 */
@NullMarked
package io.panelwatch.hal.linux.file;

import org.jspecify.annotations.NullMarked;
