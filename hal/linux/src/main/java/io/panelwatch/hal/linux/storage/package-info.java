/**
 * File systems, disks, what disks tell of their health, and arrays of them.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.storage.FileSystemSource} for what is mounted, and at
 * {@link io.panelwatch.hal.linux.storage.DiskSource} for what it is on.
 *
 * <p>The rule: disks are told of from what the kernel keeps about them anyway. What needs
 * privileges, or a command to the disk, is done by a helper that leaves files below {@code
 * run/panelwatch}.
 */
@NullMarked
package io.panelwatch.hal.linux.storage;

import org.jspecify.annotations.NullMarked;
