package io.panelwatch.agent.probe;

import io.panelwatch.agent.health.Scan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which faults a broken place of a board explains.
 *
 * <p>A place that cannot be read explains AGT-A01 of what is read there, and the codes that ask for
 * something that was there. A place that tells nonsense explains every code that is judged by what
 * stands there, too. Both explain faults only of what is read there, or of something that was not
 * on the healthy board: a chip that lost its name has another one.
 *
 * @param root of the board
 * @param healthy what it read like
 */
record Explanations(Path root, Scan healthy) {

  /**
   * What is judged by a file, or by the files in a folder.
   *
   * @param place below the root
   * @param also components that are read there though they name another file as their source
   * @param whenGone codes that say that something is not there
   * @param whenTold codes that say what something tells
   */
  private record Judged(
      String place, Set<String> also, Set<String> whenGone, Set<String> whenTold) {}

  private static final List<Judged> ALL =
      List.of(
          judged("sys/class/power_supply", "PWR-103", "PWR-104 PWR-105 PWR-106"),
          judged(
              "sys/class/hwmon",
              "FAN-204",
              "PWR-101 PWR-102 FAN-201 FAN-202 FAN-203 TMP-301 TMP-302 TMP-303 TMP-305 TMP-306"),
          judged("sys/class/thermal", "", "TMP-301 TMP-302 TMP-303 TMP-305 TMP-306"),
          judged("sys/devices/system/cpu", "", "TMP-304"),
          judged("sys/devices/system/edac", "", "MEM-503"),
          judged("proc/meminfo", "", "MEM-501"),
          judged("proc/vmstat", "", "MEM-502", "memory"),
          judged("proc/pressure", "", "CPU-601"),
          judged("proc/1", "", "DSK-403", "/"),
          judged("proc/mdstat", "", "DSK-412"),
          judged("proc/net", "NET-805", ""),
          judged("proc/uptime", "", "CLK-901", "clock"),
          judged("sys/class/net", "NET-801", "NET-802 NET-803 NET-804"),
          judged("sys/block", "DSK-411", "DSK-404 DSK-405 DSK-410"),
          judged("sys/class/nvme", "DSK-411", ""),
          judged("sys/fs/ext4", "", "DSK-406"),
          judged("sys/fs/pstore", "", "BRD-602"),
          judged("sys/class/watchdog", "", "BRD-603"),
          judged("sys/bus/usb", "BRD-606", ""),
          judged("sys/fs/cgroup", "", "", "kiosk.service"),
          judged("dev/kmsg", "", "DSK-410", "sda", "mmcblk0", "nvme0"),
          judged("etc", "", "NET-806"),
          judged("run/panelwatch/failed", "", "SVC-951"),
          judged("run/panelwatch/smart", "", "DSK-407 DSK-408 DSK-409"),
          judged(
              "run/panelwatch/calls.json",
              "",
              "DSK-401 DSK-402 CLK-901 CLK-902 BRD-604",
              "/",
              "clock",
              "rtc0"));

  private static Judged judged(String place, String whenGone, String whenTold, String... also) {
    return new Judged(place, Set.of(also), words(whenGone), words(whenTold));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  /** Whether a fault may be told of a board on which that place is broken. */
  boolean explain(Path broken, Damage damage, String code, String component) {
    return codes(broken, damage).contains(code) && isReadThere(broken, component);
  }

  private Set<String> codes(Path broken, Damage damage) {
    Set<String> codes = new HashSet<>(Set.of("AGT-A01"));
    for (Judged judged : at(broken)) {
      codes.addAll(judged.whenGone());
      codes.addAll(damage.tells() ? judged.whenTold() : Set.of());
    }
    return codes;
  }

  private boolean isReadThere(Path broken, String component) {
    List<Path> sources =
        healthy.readings().stream()
            .filter(reading -> reading.component().equals(component))
            .map(reading -> Path.of(reading.source()))
            .toList();
    return sources.isEmpty()
        || sources.stream().anyMatch(s -> s.startsWith(root) && overlap(broken, device(s)))
        || at(broken).stream().anyMatch(judged -> judged.also().contains(component));
  }

  private List<Judged> at(Path broken) {
    return ALL.stream().filter(j -> overlap(broken, root.resolve(j.place()))).toList();
  }

  /** The folder of the device whose attribute is its source. */
  private static Path device(Path source) {
    boolean attribute = source.toString().contains("/sys/") && Files.isRegularFile(source);
    return attribute ? source.getParent() : source;
  }

  private static boolean overlap(Path one, Path other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
