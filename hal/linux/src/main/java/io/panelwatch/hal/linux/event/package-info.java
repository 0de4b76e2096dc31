/**
 * What the kernel of this machine says by itself, so that nobody has to wait for the next scan.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.event.EventThread}: each {@link
 * io.panelwatch.hal.linux.event.Ear} is a descriptor, and one thread waits on all of them. Ears are
 * {@link io.panelwatch.hal.linux.event.Uevents}, {@link
 * io.panelwatch.hal.linux.event.LinkMessages}, {@link io.panelwatch.hal.linux.event.NotifiedFile}
 * and {@link io.panelwatch.hal.linux.event.FolderEar}.
 *
 * <p>The rule: an event says which family to read again, and nothing else. What is the matter, the
 * reading tells, so that an event which is lost costs time and no fault.
 */
@NullMarked
package io.panelwatch.hal.linux.event;

import org.jspecify.annotations.NullMarked;
