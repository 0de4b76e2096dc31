package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.BoardInventory.Disk;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.linux.file.DevicePlace;
import io.panelwatch.hal.linux.file.DeviceTexts;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The disks of a tree with what tells one from another ({@code /sys/block}). The name spaces of an
 * NVMe disk are one disk, by the name of its controller.
 */
public final class InstalledDisks {

  private static final String BLOCK = "sys/block";

  /** Linux counts a block device's size in these, whatever its own are. */
  private static final long SECTOR_BYTES = 512;

  /** Drives for discs and floppies, parts of an eMMC, and the hidden paths of an NVMe disk. */
  private static final Pattern NO_DISK_OF_ITS_OWN =
      Pattern.compile(
          "sr.*|fd.*|nvme[0-9]+c[0-9]+n[0-9]+|mmcblk[0-9]+(?:boot[0-9]+|gp[0-9]+|rpmb)");

  private static final Pattern NVME = Pattern.compile("(nvme[0-9]+)n[0-9]+");

  /** VPD page 0x80 is a header of four bytes and the serial number (SPC-4, 7.8.15). */
  private static final int VPD_HEADER = 4;

  private final Tree tree;
  private final DeviceTexts texts;

  public InstalledDisks(Tree tree, DeviceTexts texts) {
    this.tree = tree;
    this.texts = texts;
  }

  public List<Disk> list() throws DeviceException {
    Map<String, Disk> byName = new LinkedHashMap<>();
    String folder = tree.path(BLOCK);
    for (String name : tree.names(folder)) {
      String entry = folder + "/" + name;
      if (isDisk(name) && tree.holds(entry + "/device")) {
        byName.merge(diskName(name), disk(diskName(name), entry), InstalledDisks::together);
      }
    }
    return List.copyOf(byName.values());
  }

  /** Whether a block device with hardware behind it is a disk, or the name space of one. */
  static boolean isDisk(String block) {
    return !NO_DISK_OF_ITS_OWN.matcher(block).matches();
  }

  private static String diskName(String block) {
    Matcher nvme = NVME.matcher(block);
    return nvme.matches() ? nvme.group(1) : Names.clean(block);
  }

  private Disk disk(String name, String entry) {
    String device = entry + "/device";
    return new Disk(
        name,
        DevicePlace.of(tree, entry),
        texts.first(device, "model", "name"),
        serial(entry, device),
        texts.first(device, "firmware_rev", "rev", "fwrev"),
        sectors(texts.first(entry, "size")) * SECTOR_BYTES);
  }

  /** NVMe and MMC tell it as an attribute of the device, virtio of the disk, SCSI as a page. */
  private String serial(String entry, String device) {
    String told = texts.first(device, "serial");
    if (told.isEmpty()) {
      told = texts.first(entry, "serial");
    }
    String page = texts.table(device, "vpd_pg80");
    return told.isEmpty() && page.length() > VPD_HEADER
        ? DeviceTexts.shown(page.substring(VPD_HEADER))
        : told;
  }

  private static long sectors(String text) {
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
  }

  private static Disk together(Disk one, Disk other) {
    return new Disk(
        one.name(),
        one.place(),
        one.model(),
        one.serial(),
        one.firmware(),
        one.sizeBytes() + other.sizeBytes());
  }
}
