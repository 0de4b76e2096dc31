package io.panelwatch.agent.probe;

import io.panelwatch.hal.WatchList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A recorded board that a test makes itself, file by file; paths are below its root. */
final class BoardTree {

  /** What somebody expects of {@link #healthy}. */
  static final WatchList EXPECTED =
      new WatchList(
          List.of("1a86:7523"),
          List.of("kiosk.service"),
          Map.of("eth0", 1000),
          Map.of("client", "/" + NetworkStories.CERTIFICATE));

  /** The only link of {@link #healthy}. */
  static final String ETH0 = "sys/class/net/eth0/";

  /** The kernel's IPv4 routes: a route to the neighbours, and the one that leads out. */
  static final String ROUTES =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
          + "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0";

  static final String DEFAULT_ROUTE = "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0";

  private final Path root;

  /** An empty board. */
  BoardTree(Path root) {
    this.root = root;
  }

  /** A board with one of everything, and nothing the matter with it. */
  static BoardTree healthy(Path root) {
    return new BoardTree(root)
        // power
        .file("sys/class/power_supply/AC/type", "Mains")
        .file("sys/class/power_supply/AC/online", "1")
        .file("sys/class/power_supply/ucsi/type", "USB")
        .file("sys/class/power_supply/ucsi/online", "0")
        .file("sys/class/power_supply/BAT0/type", "Battery")
        .file("sys/class/power_supply/BAT0/status", "Full")
        .file("sys/class/power_supply/BAT0/capacity", "98")
        .file("sys/class/power_supply/BAT0/energy_full", "47000000")
        .file("sys/class/power_supply/BAT0/energy_full_design", "50000000")
        .file("sys/class/power_supply/BAT0/health", "Good")
        .chip("hwmon0", "rpi_volt", "in0_lcrit_alarm", "0")
        .chip("hwmon1", "adt7475", "in2_input", "3300", "in2_min", "3000", "in2_max", "3600")
        .chip("hwmon5", "ina226", "curr1_input", "1020", "curr1_max", "3000")
        .chip("hwmon6", "ibmaem", "power1_average", "12300000", "energy1_input", "4711000000")
        // cooling
        .chip("hwmon2", "pwmfan", "fan1_input", "1200", "fan1_min", "600", "fan1_fault", "0")
        .chip("hwmon3", "nct6779", "fan3_input", "0", "fan3_min", "0")
        // temperature
        .file("sys/class/thermal/thermal_zone0/type", "cpu-thermal")
        .file("sys/class/thermal/thermal_zone0/temp", "52000")
        .file("sys/class/thermal/thermal_zone1/type", "ambient-thermal")
        .file("sys/class/thermal/thermal_zone1/temp", "21000")
        .chip("hwmon4", "lm75", "temp1_input", "40000", "temp1_crit", "90000")
        .chip("hwmon7", "sht3x", "humidity1_input", "45000", "humidity1_max", "80000")
        .file("sys/class/thermal/cooling_device0/type", "thermal-cpufreq-0")
        .file("sys/class/thermal/cooling_device0/cur_state", "0")
        .file("sys/class/thermal/cooling_device0/max_state", "17")
        .file("sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "9")
        .file("sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count", "5")
        // network, services and what is plugged in
        .file(ETH0 + "flags", "0x1003")
        .file(ETH0 + "carrier", "1")
        .file(ETH0 + "carrier_changes", "2")
        .file(ETH0 + "speed", "1000")
        .file(ETH0 + "duplex", "full")
        .file(ETH0 + "statistics/rx_errors", "3")
        .file(ETH0 + "statistics/rx_packets", "70000")
        .file(ETH0 + "statistics/tx_errors", "0")
        .file(ETH0 + "statistics/tx_packets", "50000")
        .file("proc/net/route", ROUTES + "\n" + DEFAULT_ROUTE)
        .file("sys/fs/cgroup/system.slice/kiosk.service/cgroup.events", "populated 1")
        .file("sys/bus/usb/devices/1-1.4/idVendor", "1a86")
        .file("sys/bus/usb/devices/1-1.4/idProduct", "7523")
        .bytes(NetworkStories.CERTIFICATE, NetworkStories.pem("ends-on-1-april-2026.pem"))
        .file("proc/uptime", "90000.00 1.00")
        // storage
        .file("sys/block/sda/removable", "0")
        .file("sys/block/sda/device/state", "running")
        .file("sys/block/sda/device/ioerr_cnt", "0x1a")
        .file("sys/class/nvme/nvme0/state", "live")
        .file("sys/block/mmcblk0/device/life_time", "0x02 0x01")
        .file("sys/block/mmcblk0/device/pre_eol_info", "0x01")
        .file("sys/fs/ext4/mmcblk0p2/errors_count", "2")
        .file("proc/mdstat", StorageStories.mirror("[2/2] [UU]"))
        .file("proc/1/mountinfo", StorageStories.root("rw"))
        .file("dev/kmsg", StorageStories.KERNEL_LOG)
        .file("run/panelwatch/smart/sda.json", StorageStories.ata(true, 304))
        .file("run/panelwatch/smart/nvme0.json", StorageStories.nvme(0, 5, 100))
        .file("run/panelwatch/calls.json", StorageStories.calls(50, 60, 0))
        // memory
        .file("proc/meminfo", MemoryStories.available(1200))
        .file("proc/vmstat", "nr_free_pages 4711\noom_kill 1")
        .file("sys/devices/system/edac/mc/mc0/ue_count", "0")
        .file("sys/devices/system/edac/mc/mc0/ce_count", "3")
        // board
        .file("proc/pressure/cpu", BoardStories.pressure("12.50"))
        .file("sys/fs/pstore/console-ramoops-0", "the log of the last boot")
        .file("sys/class/watchdog/watchdog0/bootstatus", "0")
        .folder("sys/class/rtc/rtc0");
  }

  Path root() {
    return root;
  }

  /** One line, as the kernel writes an attribute. */
  BoardTree file(String path, String line) {
    return bytes(path, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  BoardTree bytes(String path, byte[] content) {
    return changed(
        path,
        file -> {
          Files.createDirectories(file.getParent());
          Files.write(file, content);
        });
  }

  BoardTree folder(String path) {
    return changed(path, Files::createDirectories);
  }

  BoardTree link(String path, String target) {
    return changed(
        path,
        link -> {
          Files.createDirectories(link.getParent());
          Files.createSymbolicLink(link, Path.of(target));
        });
  }

  /** A hwmon chip whose attributes are given as name, content, name, content. */
  BoardTree chip(String hwmon, String name, String... attributes) {
    String folder = "sys/class/hwmon/" + hwmon + "/";
    file(folder + "name", name);
    for (int i = 0; i < attributes.length; i += 2) {
      file(folder + attributes[i], attributes[i + 1]);
    }
    return this;
  }

  /** Takes a file away, or a folder with all that is in it; what is not there is well. */
  BoardTree delete(String path) {
    return changed(
        path,
        top -> {
          if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
          }
          try (Stream<Path> below = Files.walk(top)) {
            List<Path> innermostFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : innermostFirst) {
              Files.delete(each);
            }
          }
        });
  }

  private interface Change {
    void make(Path file) throws IOException;
  }

  private BoardTree changed(String path, Change change) {
    try {
      change.make(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
