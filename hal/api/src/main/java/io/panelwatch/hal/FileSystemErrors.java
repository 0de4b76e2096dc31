package io.panelwatch.hal;

/**
 * What an ext4 file system remembers of its own damage ({@code /sys/fs/ext4/*}), named by its block
 * device.
 *
 * @param errors {@code errors_count}: a counter that is kept on the disk until fsck(8) clears it
 * @param identity the file system's UUID, which stays when its device gets another name; empty
 *     where udev(7) has linked none
 */
public record FileSystemErrors(String component, String source, Measured errors, String identity)
    implements Sample {}
