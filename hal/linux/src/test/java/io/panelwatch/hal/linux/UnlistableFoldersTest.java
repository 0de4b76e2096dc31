package io.panelwatch.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.WatchList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A folder that is there and cannot be listed says nothing about what is in it: were it an empty
 * one, everything in it would be missing.
 */
class UnlistableFoldersTest {

  @TempDir Path folder;

  /** Refused with ENAMETOOLONG to whoever follows it, root included. */
  private static final String BEYOND_NAME_MAX = "x".repeat(300);

  @ParameterizedTest
  @CsvSource({
    "FANS, sys/class/hwmon",
    "TEMPERATURES, sys/class/hwmon",
    "TEMPERATURES, sys/class/thermal",
    "RAILS, sys/class/hwmon",
    "INTRUSIONS, sys/class/hwmon",
    "CURRENTS, sys/class/hwmon",
    "POWERS, sys/class/hwmon",
    "ENERGIES, sys/class/hwmon",
    "HUMIDITIES, sys/class/hwmon",
    "COOLING_DEVICES, sys/class/thermal",
    "POWER_SUPPLIES, sys/class/power_supply",
    "NET_LINKS, sys/class/net",
    "USB_DEVICES, sys/bus/usb/devices",
    "UNITS, run/panelwatch/failed",
    "DISKS, sys/block",
    "DISKS, sys/class/nvme",
    "SMART, run/panelwatch/smart",
    "RAID_ARRAYS, sys/block",
    "FILE_SYSTEM_ERRORS, sys/fs/ext4",
    "MEMORY_CONTROLLERS, sys/devices/system/edac/mc",
    "PRESSURE, proc/pressure",
    "WATCHDOGS, sys/class/watchdog",
    "RTC_BATTERIES, sys/class/rtc",
    "THROTTLING, sys/devices/system/cpu",
  })
  void familyIsRefusedWithErrnoAndPath(SensorFamily family, String below) throws IOException {
    new RecordedTree(folder).link(below, BEYOND_NAME_MAX);

    var refused = assertThrows(DeviceException.class, () -> source(family).read());

    assertEquals(Errno.ENAMETOOLONG.number(), refused.errno());
    assertEquals(folder.resolve(below).toString(), refused.path());
  }

  @Test
  void deviceThatCannotBeListedIsNoDeviceWithoutChannels() throws IOException {
    new RecordedTree(folder).link("sys/class/hwmon/hwmon0", BEYOND_NAME_MAX);

    assertThrows(DeviceException.class, () -> source(SensorFamily.FANS).read());
  }

  /** Root may list whatever there is. */
  @Test
  void crashDumpsThatAreRootsAreDeniedAndNotNone() throws IOException {
    new RecordedTree(folder).folder("sys/fs/pstore").folder("var/lib/systemd/pstore");
    Path closed = folder.resolve("sys/fs/pstore");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed));

    assertEquals(
        List.of(
            new CrashDumps(
                "kernel",
                closed.toString(),
                new Measured.Denied(Errno.EACCES.number(), "open", closed.toString()),
                Measured.absent())),
        source(SensorFamily.CRASH_DUMPS).read());
  }

  @Test
  void inventoryIsTakenOfWhatCanBeListed() throws IOException {
    var recorded = new RecordedTree(folder);
    recorded.link("sys/block", BEYOND_NAME_MAX).link("sys/class/net", BEYOND_NAME_MAX);
    recorded.chip("hwmon0", "emc2305", "fan1_input", "900");

    try (LinuxBoard board = LinuxBoard.of(folder)) {
      assertEquals("emc2305-fan1", board.inventory().sensors().getFirst().component());
      assertEquals(List.of(), board.inventory().disks());
    }
  }

  private SensorSource source(SensorFamily family) {
    var watch = new WatchList(List.of("1d6b:0002"), List.of(), Map.of(), Map.of());
    return LinuxBoard.of(folder, watch).sources().stream()
        .filter(source -> source.family() == family)
        .findFirst()
        .orElseThrow();
  }
}
