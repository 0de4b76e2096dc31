package io.panelwatch.hal;

import java.util.List;

/**
 * What a board is made of.
 *
 * <p>A {@code place} says where a device is plugged or soldered in: its path below {@code
 * /sys/devices} without the numbers that the kernel gives out in the order of probing, so that it
 * is the same after a reboot and when another device is added. Empty where the kernel shows none,
 * as for everything that has no hardware. Texts that a device does not tell are empty.
 *
 * @param disks that have hardware behind them, by name
 * @param links network interfaces that have hardware behind them, by name
 * @param sensors under the names that their readings and faults carry, in the order of the sources
 * @param software below this program: the kernel, the distribution, the firmware
 */
public record BoardInventory(
    List<Disk> disks, List<Link> links, List<Sensor> sensors, List<Software> software) {

  /**
   * A disk, a card or a soldered flash.
   *
   * @param name as its faults call it: {@code sda}, {@code mmcblk0}, {@code nvme0}
   * @param firmware its revision
   * @param sizeBytes of all of it; 0 where it does not say
   */
  public record Disk(
      String name, String place, String model, String serial, String firmware, long sizeBytes) {}

  /**
   * A network interface.
   *
   * @param name {@code eth0}
   * @param driver of its device: {@code r8169}
   * @param macAddress as it is in use: {@code dc:a6:32:01:02:03}
   */
  public record Link(String name, String place, String driver, String macAddress) {}

  /**
   * Something that is measured.
   *
   * @param label what the board's maker calls it: {@code CPU fan}
   */
  public record Sensor(SensorFamily family, String component, String label, String place) {}

  /**
   * A program and its version.
   *
   * @param name {@code linux}, {@code os}, {@code firmware}
   */
  public record Software(String name, String version) {}

  public BoardInventory {
    disks = List.copyOf(disks);
    links = List.copyOf(links);
    sensors = List.copyOf(sensors);
    software = List.copyOf(software);
  }
}
