package io.panelwatch.hal;

/**
 * What a disk says of its own health, by ATA's SMART or NVMe's log page 02h. What the other of both
 * would say is absent.
 *
 * @param passed its own verdict
 * @param reallocatedSectors raw value of attribute 5, a counter, as the next three
 * @param reportedUncorrect raw value of attribute 187; some makers pack other numbers into its
 *     upper bytes, so that it is fit for comparing only
 * @param pendingSectors raw value of attribute 197
 * @param offlineUncorrectable raw value of attribute 198
 * @param criticalWarning the bits of NVMe's Critical Warning; 0 is well
 * @param usedPercent of its rated life, may be above 100; 255 for anything more
 * @param sparePercent what is left of its reserve, 0..100
 * @param spareThresholdPercent below it the reserve counts as used up
 * @param polledSeconds when the disk was asked, in seconds since 1970: what is told again with the
 *     same time is no second answer; absent where nobody says
 * @param identity what tells the disk from any other one that may get its name, as its model and
 *     serial number: the kernel names disks in the order in which it finds them; empty where nobody
 *     says
 */
public record SmartHealth(
    String component,
    String source,
    Measured passed,
    Measured reallocatedSectors,
    Measured reportedUncorrect,
    Measured pendingSectors,
    Measured offlineUncorrectable,
    Measured criticalWarning,
    Measured usedPercent,
    Measured sparePercent,
    Measured spareThresholdPercent,
    Measured polledSeconds,
    String identity)
    implements Sample {}
