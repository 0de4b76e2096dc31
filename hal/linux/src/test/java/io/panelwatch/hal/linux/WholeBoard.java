package io.panelwatch.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.panelwatch.hal.WatchList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small recording with something of each family to read. */
final class WholeBoard {

  /** What is expected of it. */
  static final WatchList WATCHED =
      new WatchList(
          List.of("1a86:7523"),
          List.of("kiosk.service"),
          Map.of("eth0", 100),
          Map.of("client", "/etc/device.pem"));

  private WholeBoard() {}

  static RecordedTree in(Path folder) throws IOException {
    var tree = new RecordedTree(folder);
    sensors(tree);
    storage(tree);
    network(tree);
    return tree.file("proc/uptime", "1020.54 3000.00")
        .file(
            "run/panelwatch/calls.json",
            "{\"adjtimex\": {\"status\": 1}, \"clock\": {\"wallOffsetMillis\": 1764000000000},"
                + " \"rtc\": {\"rtc0\": {\"vl\": 0}}}")
        .file("sys/bus/usb/devices/1-1/idVendor", "1a86")
        .file("sys/bus/usb/devices/1-1/idProduct", "7523")
        .file("sys/fs/cgroup/system.slice/kiosk.service/cgroup.events", "populated 1")
        .folder("run/panelwatch/failed")
        .file("proc/meminfo", "MemTotal: 4 kB\nMemAvailable: 2 kB")
        .file("proc/vmstat", "oom_kill 0")
        .file("sys/devices/system/edac/mc/mc0/ue_count", "0")
        .file("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.10 total=1")
        .file("sys/fs/pstore/dmesg-ramoops-0", "Panic#1 Part1")
        .file("sys/class/watchdog/watchdog0/bootstatus", "0")
        .file("sys/class/rtc/rtc0/name", "rtc-ds1307")
        .file("sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "9");
  }

  private static void sensors(RecordedTree tree) throws IOException {
    tree.chip("hwmon0", "chip", "fan1_input", "900", "fan2_input", "800")
        .chip("hwmon0", "chip", "temp1_input", "4", "in1_input", "5")
        .chip("hwmon0", "chip", "curr1_input", "700", "power1_input", "8", "energy1_input", "9")
        .chip("hwmon0", "chip", "humidity1_input", "45200", "intrusion0_alarm", "0")
        .file("sys/class/thermal/thermal_zone0/type", "cpu-thermal")
        .file("sys/class/thermal/thermal_zone0/temp", "40000")
        .file("sys/class/thermal/cooling_device0/type", "pwm-fan")
        .file("sys/class/thermal/cooling_device0/cur_state", "3")
        .file("sys/class/power_supply/AC/type", "Mains")
        .file("sys/class/power_supply/AC/online", "1");
  }

  private static void storage(RecordedTree tree) throws IOException {
    tree.file("proc/1/mountinfo", "21 1 179:2 / / rw - ext4 /dev/root rw")
        .file("sys/block/sda/device/state", "running")
        .file("sys/block/sda/device/ioerr_cnt", "0x3")
        .file("sys/block/mmcblk0/device/life_time", "0x01 0x02")
        .file("sys/class/nvme/nvme0/state", "live")
        .file("dev/kmsg", "3,1,1,-;I/O error, dev sda, sector 1")
        .file("run/panelwatch/smart/sda.json", "{\"smart_status\": {\"passed\": true}}")
        .file("sys/block/md0/md/array_state", "clean")
        .file("sys/block/md0/md/degraded", "0")
        .file("sys/block/md0/md/raid_disks", "2")
        .file("sys/fs/ext4/sda1/errors_count", "0");
  }

  private static void network(RecordedTree tree) throws IOException {
    tree.file("sys/class/net/eth0/flags", "0x1003")
        .file("sys/class/net/eth0/carrier", "1")
        .file("proc/net/route", "Iface\n")
        .file("etc/device.pem", text("network/chain.pem"));
  }

  private static String text(String resource) throws IOException {
    try (InputStream stream = WholeBoard.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream, resource).readAllBytes(), US_ASCII);
    }
  }
}
