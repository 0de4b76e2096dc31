/**
 * Small interfaces and records for a board's devices, with units in the names.
 *
 * <p>Failure is data: a channel that cannot be read is a {@link io.panelwatch.hal.Measured.Failed}
 * with its errno, never a missing element and never an exception that stops a scan.
 */
@NullMarked
package io.panelwatch.hal;

import org.jspecify.annotations.NullMarked;
