package io.panelwatch.hal.linux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Board;
import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BoardInventory.Disk;
import io.panelwatch.hal.BoardInventory.Link;
import io.panelwatch.hal.BoardInventory.Sensor;
import io.panelwatch.hal.BoardInventory.Software;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.BoardContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recorded board is made of; and that such a board does what every board does. */
final class InventoryTest extends BoardContract {

  private static final String DEVICES = "sys/devices/platform/soc/";

  @TempDir private Path folder;

  @Override
  protected Board open() throws IOException {
    nctChip(new RecordedTree(folder), "hwmon2");
    return LinuxBoard.of(folder);
  }

  @Test
  void sensorIsNamedAsItsReadingsAreWithItsLabelAndItsPlace() {
    assertEquals(
        List.of(
            new Sensor(SensorFamily.FANS, "nct6775-fan1", "CPU fan", "platform/nct6775.656"),
            new Sensor(SensorFamily.TEMPERATURES, "nct6775-temp1", "", "platform/nct6775.656")),
        inventory().sensors());
  }

  @Test
  void everyKindOfSensorIsListedWithItsLabelAndItsPlace() throws IOException {
    RecordedTree tree = new RecordedTree(folder.resolve("kinds"));
    tree.chip("hwmon0", "ina3221")
        .folder("sys/devices/platform/soc/fe804000.i2c/i2c-1/1-0040")
        .link(
            "sys/class/hwmon/hwmon0/device", "/sys/devices/platform/soc/fe804000.i2c/i2c-1/1-0040")
        .file("sys/class/thermal/cooling_device0/type", "pwm-fan");
    for (String kind : List.of("in", "curr", "power", "energy", "humidity")) {
      tree.file("sys/class/hwmon/hwmon0/" + kind + "1_input", "12")
          .file("sys/class/hwmon/hwmon0/" + kind + "1_label", "VDD " + kind);
    }

    String chip = "ina3221-fe804000.i2c-0040";
    String place = "platform/soc/fe804000.i2c/i2c-*/*-0040";
    assertEquals(
        List.of(
            new Sensor(SensorFamily.COOLING_DEVICES, "pwm-fan", "", ""),
            new Sensor(SensorFamily.RAILS, chip + "-in1", "VDD in", place),
            new Sensor(SensorFamily.CURRENTS, chip + "-curr1", "VDD curr", place),
            new Sensor(SensorFamily.POWERS, chip + "-power1", "VDD power", place),
            new Sensor(SensorFamily.ENERGIES, chip + "-energy1", "VDD energy", place),
            new Sensor(SensorFamily.HUMIDITIES, chip + "-humidity1", "VDD humidity", place)),
        inventory(tree).sensors());
  }

  @Test
  void inventoryIsTheSameWhenTheKernelCountsInAnotherOrder() throws IOException {
    RecordedTree before = new RecordedTree(folder.resolve("before"));
    nctChip(before, "hwmon2");
    disk(before, "sda", "ata1/host0/target0:0:0/0:0:0:0");
    RecordedTree after = new RecordedTree(folder.resolve("after"));
    nctChip(after, "hwmon7");
    disk(after, "sda", "ata1/host3/target3:0:0/3:0:0:0");

    assertEquals(inventory(before), inventory(after));
    assertEquals(
        "platform/soc/ata1/host*/target*:0:0/*:0:0:0", inventory(after).disks().getFirst().place());
  }

  @Test
  void diskOfEachBusTellsItsModelSerialFirmwareAndSize() throws IOException {
    RecordedTree tree = new RecordedTree(folder);
    disk(tree, "sda", "ata1/host0/target0:0:0/0:0:0:0")
        .file(DEVICES + "ata1/host0/target0:0:0/0:0:0:0/model", "WDC WD10   \n")
        .file(DEVICES + "ata1/host0/target0:0:0/0:0:0:0/rev", "1A01")
        .file(
            DEVICES + "ata1/host0/target0:0:0/0:0:0:0/vpd_pg80",
            "\0\u0080\0\u0014     WD-WCC3F0\0".getBytes(ISO_8859_1));
    disk(tree, "mmcblk0", "mmc_host/mmc1/mmc1:aaaa")
        .file(DEVICES + "mmc_host/mmc1/mmc1:aaaa/name", "SC16G")
        .file(DEVICES + "mmc_host/mmc1/mmc1:aaaa/serial", "0x1234abcd")
        .file(DEVICES + "mmc_host/mmc1/mmc1:aaaa/fwrev", "0x0");

    assertEquals(
        List.of(
            new Disk(
                "mmcblk0",
                "platform/soc/mmc_host/mmc*/mmc*:aaaa",
                "SC16G",
                "0x1234abcd",
                "0x0",
                1_000_000L * 512),
            new Disk(
                "sda",
                "platform/soc/ata1/host*/target*:0:0/*:0:0:0",
                "WDC WD10",
                "WD-WCC3F0",
                "1A01",
                1_000_000L * 512)),
        inventory().disks().stream().sorted(Comparator.comparing(Disk::name)).toList());
  }

  @Test
  void nameSpacesOfAnNvmeDiskAreOneDiskAndItsHiddenPathsAreNone() throws IOException {
    RecordedTree tree = new RecordedTree(folder);
    for (String block : List.of("nvme0n1", "nvme0n2", "nvme0c0n1")) {
      disk(tree, block, "nvme/nvme0");
    }

    List<Disk> disks = inventory().disks();

    assertEquals(List.of("nvme0"), disks.stream().map(Disk::name).toList());
    assertEquals(2_000_000L * 512, disks.getFirst().sizeBytes());
  }

  @Test
  void whatHasNoHardwareIsNoDiskAndNoLink() throws IOException {
    new RecordedTree(folder)
        .file("sys/block/loop0/size", "8")
        .file("sys/block/md0/size", "8")
        .file("sys/class/net/lo/address", "00:00:00:00:00:00")
        .file("sys/class/net/bonding_masters", "bond0");

    assertEquals(List.of(), inventory().disks());
    assertEquals(List.of(), inventory().links());
  }

  @Test
  void linkTellsItsDriverAndItsAddress() throws IOException {
    new RecordedTree(folder)
        .file("sys/class/net/eth0/address", "dc:a6:32:01:02:03")
        .folder(DEVICES + "fd580000.ethernet")
        .folder("sys/bus/platform/drivers/bcmgenet")
        .link(DEVICES + "fd580000.ethernet/driver", "/sys/bus/platform/drivers/bcmgenet")
        .link("sys/class/net/eth0/device", "/" + DEVICES + "fd580000.ethernet");

    assertEquals(
        List.of(
            new Link("eth0", "platform/soc/fd580000.ethernet", "bcmgenet", "dc:a6:32:01:02:03")),
        inventory().links());
  }

  @Test
  void softwareIsKernelDistributionAndFirmware() throws IOException {
    new RecordedTree(folder)
        .file("proc/sys/kernel/osrelease", "6.12.47+rpt-rpi-v8")
        .file("etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"")
        .file("sys/class/dmi/id/bios_version", "1.2");

    assertEquals(
        List.of(
            new Software("linux", "6.12.47+rpt-rpi-v8"),
            new Software("os", "Debian GNU/Linux 13 (trixie)"),
            new Software("firmware", "1.2")),
        inventory().software());
  }

  @Test
  void textsOfADeviceAreMadeFitToBeShown() throws IOException {
    disk(new RecordedTree(folder), "sda", "x")
        .file(DEVICES + "x/model", ("A\u0007B\tC" + "x".repeat(500)).getBytes(ISO_8859_1));

    String model = inventory().disks().getFirst().model();

    assertEquals("A B C" + "x".repeat(115), model);
  }

  private static void nctChip(RecordedTree tree, String hwmon) throws IOException {
    tree.chip(
            hwmon, "nct6775", "fan1_input", "900", "fan1_label", "CPU fan", "temp1_input", "30000")
        .folder("sys/devices/platform/nct6775.656")
        .link("sys/class/hwmon/" + hwmon + "/device", "/sys/devices/platform/nct6775.656");
  }

  private static RecordedTree disk(RecordedTree tree, String name, String device)
      throws IOException {
    return tree.file("sys/block/" + name + "/size", "1000000")
        .folder(DEVICES + device)
        .link("sys/block/" + name + "/device", "/" + DEVICES + device);
  }

  private BoardInventory inventory() {
    return inventory(new RecordedTree(folder));
  }

  private static BoardInventory inventory(RecordedTree tree) {
    try (LinuxBoard board = LinuxBoard.of(tree.root())) {
      return board.inventory();
    }
  }
}
