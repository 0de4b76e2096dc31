package io.panelwatch.agent.probe;

import io.panelwatch.agent.health.Scan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which faults a broken place of a board explains.
 *
 * <p>A place that cannot be read explains AGT-A01 of what is read there. A place that is gone does
 * not, because no data is not an error, unless somebody has configured that it is there. Where the
 * place is what makes something a thing of its kind, or the folder of it, it explains the codes
 * that say that something is not there. A place that tells nonsense explains every code that is
 * judged by what stands there, too. All explain faults only of what was or is read there.
 *
 * @param root of the board
 * @param healthy what it read like
 */
record Explanations(Path root, Scan healthy) {

  private static final String SENSOR_DEAD = "AGT-A01";

  /** A USB device without its product is none; a chip without its name is another. */
  private static final Pattern IDENTITY =
      Pattern.compile("block/\\w+/device|hwmon\\d+/(name|fan\\d+_input)|id(Vendor|Product)");

  /** What the configuration names must be there. */
  private static final Set<String> CONFIGURED = Set.of("client");

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
          judged("proc/1", "", "DSK-403", "/", "file-systems"),
          judged("proc/mdstat", "", "DSK-412", "raid-arrays"),
          judged("proc/net", "NET-805", ""),
          judged("proc/uptime", "", "CLK-901", "clock"),
          judged("sys/class/net", "NET-801", "NET-801 NET-802 NET-803 NET-804"),
          judged("sys/block", "DSK-411", "DSK-404 DSK-405 DSK-410"),
          judged("sys/class/nvme", "DSK-411", ""),
          judged("sys/fs/ext4", "", "DSK-406"),
          judged("sys/fs/pstore", "", "BRD-602"),
          judged("sys/class/watchdog", "", "BRD-603"),
          judged("sys/bus/usb", "BRD-606", "", "1a86:7523"),
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

  /**
   * Whether a fault may be told of a board on which that place is broken.
   *
   * @param read what the broken board read like
   * @param fault as {@code FAN-201 fan1}
   */
  boolean explain(Path broken, Damage damage, Scan read, String fault) {
    String[] words = fault.split(" ", 2);
    String code = words[0];
    String component = words[1];
    Set<Path> sources = sources(component, read);
    if (code.equals(SENSOR_DEAD)) {
      return isReadAt(broken, component, sources)
          && (damage.effect() != Damage.Effect.GONE || CONFIGURED.contains(component));
    }
    boolean lies = damage.effect() == Damage.Effect.LYING;
    return (lies && tells(broken, code) && isReadAt(broken, component, sources))
        || (misses(broken, code) && isBehind(broken, component, sources));
  }

  private boolean tells(Path broken, String code) {
    return at(broken).stream()
        .anyMatch(judged -> judged.whenTold().contains(code) || judged.whenGone().contains(code));
  }

  private boolean misses(Path broken, String code) {
    return at(broken).stream().anyMatch(judged -> judged.whenGone().contains(code));
  }

  /** Where the component was read, and where one of that name is read on the broken board. */
  private Set<Path> sources(String component, Scan broken) {
    return Stream.of(healthy, broken)
        .flatMap(scan -> scan.readings().stream())
        .filter(reading -> reading.component().equals(component))
        .map(reading -> Path.of(reading.source()))
        .filter(source -> source.startsWith(root))
        .collect(Collectors.toSet());
  }

  private boolean isReadAt(Path broken, String component, Set<Path> sources) {
    return sources.stream().anyMatch(source -> overlap(broken, device(source)))
        || at(broken).stream().anyMatch(judged -> judged.also().contains(component));
  }

  /** Whether nothing is left of the component without the broken place. */
  private boolean isBehind(Path broken, String component, Set<Path> sources) {
    boolean identity = IDENTITY.matcher(broken.toString()).find();
    return sources.stream()
            .map(Explanations::device)
            .anyMatch(device -> device.startsWith(broken) || (identity && overlap(broken, device)))
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
