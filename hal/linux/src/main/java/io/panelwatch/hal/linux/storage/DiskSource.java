package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.DiskDrive;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.stream.Stream;

/**
 * The disks of a tree, by the kernel's names: {@code sda}, {@code mmcblk0}, and {@code nvme0} for
 * the controller of an NVMe disk.
 *
 * <p>A disk is a block device with hardware behind it, that is with a {@code device}: loops, RAM
 * disks, mappings and arrays have none. Left out are drives for discs and floppies, which come and
 * go with their medium, and the boot areas of an eMMC, which are parts of it. NVMe disks are read
 * by {@link NvmeDisks}.
 */
public final class DiskSource implements SensorSource, AutoCloseable {

  private static final String FOLDER = "sys/block";

  private final Tree tree;
  private final SmallFiles files;
  private final Attributes attributes;
  private final NvmeDisks nvme;
  private final KernelLog log;
  private final DiskErrorLog errors;

  public DiskSource(Tree tree, BoardClock clock) {
    this.tree = tree;
    files = new SmallFiles(tree);
    attributes = new Attributes(files);
    nvme = new NvmeDisks(tree, files);
    log = new KernelLog(tree);
    errors = new DiskErrorLog(log, new LeftKernelLog(tree, new SignOfLife(clock, tree.live())));
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.DISKS;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER) + ", " + nvme.lookedIn();
  }

  @Override
  public List<DiskDrive> read() throws DeviceException {
    DiskErrorLog.Counts logged = errors.read();
    var names = new Names();
    Stream<DiskDrive> disks =
        tree.names(tree.path(FOLDER)).stream()
            .filter(name -> InstalledDisks.isDisk(name) && !name.startsWith("nvme"))
            .filter(name -> tree.holds(tree.path(FOLDER) + "/" + name + "/device"))
            .map(name -> disk(names.unique(Names.clean(name)), name, logged));
    return Stream.concat(disks, nvme.read(logged)).toList();
  }

  /** Closes the kernel log. */
  @Override
  public void close() {
    log.close();
  }

  private DiskDrive disk(String component, String name, DiskErrorLog.Counts logged) {
    String folder = tree.path(FOLDER) + "/" + name;
    String device = folder + "/device";
    boolean removable = attributes.number(folder, "removable").is(1);
    return new DiskDrive(
        component,
        folder,
        working(device),
        Measured.of(!removable && !isOnUsb(folder)),
        removable ? Measured.absent() : attributes.hexadecimal(device, "ioerr_cnt"),
        logged.of(name),
        lifeTime(device),
        preEndOfLife(device));
  }

  /**
   * States of a SCSI device (drivers/scsi/scsi_sysfs.c). {@code blocked}, {@code quiesce} and the
   * like pass by themselves and say nothing. Cards and virtual disks have no state: they work as
   * long as they are listed.
   */
  private Measured working(String device) {
    return switch (attributes.text(device, "state")) {
      case FileText.Text(String state) ->
          switch (state) {
            case "running" -> Measured.of(true);
            case "offline", "transport-offline" -> Measured.of(false);
            default -> Measured.absent();
          };
      case FileText.Unread unread when unread.missing() -> Measured.of(true);
      case FileText.Unread unread -> unread.measured();
    };
  }

  /** A stick says itself that it is removable; a USB disk does not, and is pulled out like one. */
  private boolean isOnUsb(String folder) {
    return tree.realPath(folder).orElse("").contains("/usb");
  }

  /** {@code 0x02 0x01}: both kinds of cells of an eMMC; 0 says nothing of its kind. */
  private Measured lifeTime(String device) {
    return switch (attributes.text(device, "life_time")) {
      case FileText.Text(String text) when text.isEmpty() -> Measured.absent();
      case FileText.Text(String text) -> worse(text, device + "/life_time");
      case FileText.Unread unread when unread.missing() || unread.withoutData() ->
          Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  /** JESD84-B51, DEVICE_LIFE_TIME_EST_TYP_A and _B: 1..10, and 11 for exceeded. */
  private static Measured worse(String text, String path) {
    Measured worst = Measured.absent();
    for (String part : text.split("\\s+", 3)) {
      Measured tenths = Attributes.hexadecimalOf(part, path);
      if (tenths instanceof Measured.Failed) {
        return tenths;
      }
      Measured known = Attributes.within(tenths, 1, 11);
      worst = known.number().orElse(0) > worst.number().orElse(0) ? known : worst;
    }
    return worst;
  }

  /** JESD84-B51, PRE_EOL_INFO: 1..3, 0 says nothing. */
  private Measured preEndOfLife(String device) {
    return Attributes.within(attributes.hexadecimal(device, "pre_eol_info"), 1, 3);
  }
}
