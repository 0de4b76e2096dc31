package io.panelwatch.hal;

/**
 * A disk, a card or a soldered flash: the whole device, not its partitions ({@code /sys/block/*}
 * that have hardware behind them, and {@code /sys/class/nvme/*}).
 *
 * @param working 1 where the kernel can use it ({@code running} of SCSI, {@code live} of NVMe, any
 *     disk without such a word), 0 where it has given it up ({@code offline}, {@code
 *     transport-offline}, {@code dead}); absent in between
 * @param fixed 1 where it belongs to the board and should stay; 0 where a person may take it out:
 *     {@code removable}, or plugged into USB
 * @param ioErrors {@code device/ioerr_cnt} of SCSI, a counter to look at and not to judge by:
 *     {@code scsi_complete} (drivers/scsi/scsi_lib.c) counts every command that did not end with
 *     GOOD. A healthy disk answers so to each question for its SMART state, and a reader without a
 *     medium to each look whether there is one; absent of what is {@code removable}
 * @param loggedErrors requests that the kernel log told to have failed since this board was first
 *     read, a counter; {@link Measured.Denied} where the log may not be read
 * @param lifeTimeTenths the worse of both {@code device/life_time} of an eMMC: 1..10 tenths of its
 *     life used up, 11 exceeded. The kernel asks the card when it initialises it, at boot or after
 *     a suspend: this is how it was then, as the next one
 * @param preEndOfLife {@code device/pre_eol_info} of an eMMC: 1 normal, 2 80 % of the reserve used,
 *     3 urgent
 */
public record DiskDrive(
    String component,
    String source,
    Measured working,
    Measured fixed,
    Measured ioErrors,
    Measured loggedErrors,
    Measured lifeTimeTenths,
    Measured preEndOfLife)
    implements Sample {}
