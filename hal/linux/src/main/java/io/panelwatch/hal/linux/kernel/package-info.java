/**
 * The C library: every native call of this module, and the structs of the kernel, each with the
 * header that it is from.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.kernel.NativeCall}, which links functions and keeps
 * errno, and at {@link io.panelwatch.hal.linux.kernel.FileCalls}. {@link
 * io.panelwatch.hal.linux.kernel.CallBuffers} is the memory that a thread hands to them.
 *
 * <p>The rule: nothing here knows what a sensor is. A call is told by its answer or its errno, and
 * names of files are bytes, which {@link io.panelwatch.hal.linux.kernel.FileNames} spells.
 */
@NullMarked
package io.panelwatch.hal.linux.kernel;

import org.jspecify.annotations.NullMarked;
