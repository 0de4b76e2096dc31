package io.panelwatch.hal.linux;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;

import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.WatchList;
import io.panelwatch.hal.contract.SensorSourceContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source of a board keeps the contract of its port. One that is added fails here until {@link
 * WholeBoard} has something for it to read.
 */
@ParameterizedClass
@MethodSource("families")
class LinuxSourcesContractTest extends SensorSourceContract {

  @TempDir static Path folder;

  private final SensorFamily family;

  LinuxSourcesContractTest(SensorFamily family) {
    this.family = family;
  }

  static List<SensorFamily> families() {
    try (LinuxBoard board = LinuxBoard.of(folder)) {
      return board.sources().stream().map(SensorSource::family).toList();
    }
  }

  @BeforeAll
  static void wholeBoard() throws IOException {
    WholeBoard.in(folder.resolve("whole"));
  }

  @Override
  protected SensorSource source() {
    return source(folder.resolve("whole"), WholeBoard.WATCHED);
  }

  @Override
  protected Optional<SensorSource> sourceWithoutChannels() {
    return switch (family) {
      case CLOCK, ROUTES -> Optional.empty(); // always there, whatever they can tell
      default -> Optional.of(source(folder.resolve("nothing"), WatchList.NONE));
    };
  }

  @Override
  protected Optional<SensorSource> sourceWithAnUnreadableChannel() throws IOException {
    Optional<String> file = fileOfAChannel();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path broken = folder.resolve("broken-" + family);
    WholeBoard.in(broken).delete(file.get()).folder(file.get());
    return Optional.of(source(broken, WholeBoard.WATCHED));
  }

  /** One that refuses to be read where a folder lies in its place; empty where none fails so. */
  private Optional<String> fileOfAChannel() {
    String file =
        switch (family) {
          case FANS -> HWMON0 + "fan1_input";
          case TEMPERATURES -> "sys/class/thermal/thermal_zone0/temp";
          case COOLING_DEVICES -> "sys/class/thermal/cooling_device0/cur_state";
          case RAILS -> HWMON0 + "in1_input";
          case CURRENTS -> HWMON0 + "curr1_input";
          case POWERS -> HWMON0 + "power1_input";
          case ENERGIES -> HWMON0 + "energy1_input";
          case HUMIDITIES -> HWMON0 + "humidity1_input";
          case POWER_SUPPLIES -> "sys/class/power_supply/AC/online";
          case NET_LINKS -> "sys/class/net/eth0/carrier";
          case CERTIFICATES -> "etc/device.pem";
          case UNITS -> "sys/fs/cgroup/system.slice/kiosk.service/cgroup.events";
          case DISKS -> "sys/block/sda/device/state";
          case SMART -> "run/panelwatch/smart/sda.json";
          case RAID_ARRAYS -> "sys/block/md0/md/degraded";
          case FILE_SYSTEM_ERRORS -> "sys/fs/ext4/sda1/errors_count";
          case MEMORY -> "proc/meminfo";
          case MEMORY_CONTROLLERS -> "sys/devices/system/edac/mc/mc0/ue_count";
          case PRESSURE -> "proc/pressure/cpu";
          case WATCHDOGS -> "sys/class/watchdog/watchdog0/bootstatus";
          case THROTTLING -> "sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count";
          case INTRUSIONS -> HWMON0 + "intrusion0_alarm";
          // A table is read whole or not at all, a listing tells, or a recording may lack the file.
          case FILE_SYSTEMS, CLOCK, ROUTES, USB_DEVICES, CRASH_DUMPS, RTC_BATTERIES -> "";
          case PANELS, UPS, POWER_FAIL_LINES, AGENT, STARTS, INSPECTIONS ->
              throw new AssertionError(family + " is not read of the board");
        };
    return Optional.of(file).filter(path -> !path.isEmpty());
  }

  private SensorSource source(Path root, WatchList watch) {
    return LinuxBoard.of(root, watch).sources().stream()
        .filter(source -> source.family() == family)
        .findFirst()
        .orElseThrow();
  }
}
