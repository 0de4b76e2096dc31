package io.panelwatch.hal.linux.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.FileSystemErrors;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.MemoryController;
import io.panelwatch.hal.Pressure;
import io.panelwatch.hal.RtcBattery;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.WatchdogReset;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The families that are a file or two each: ECC, PSI, pstore, watchdogs, clocks, ext4. */
class BoardHealthTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  @Test
  void memoryControllersAreReadAndWhatLiesBesideThemIsNot() throws IOException {
    String mc = "sys/devices/system/edac/mc/";
    tree.file(mc + "mc0/ue_count", "5")
        .file(mc + "mc0/ce_count", "1")
        .file(mc + "mc0/csrow0/ue_count", "5")
        .folder(mc + "power");

    assertEquals(
        List.of(
            new MemoryController("mc0", folder + "/" + mc + "mc0", Measured.of(5), Measured.of(1))),
        tree.samples(SensorFamily.MEMORY_CONTROLLERS, MemoryController.class));
  }

  @Test
  void pressureIsTheShareOfFiveMinutes() throws IOException {
    tree.file(
            "proc/pressure/cpu",
            "some avg10=99.00 avg60=90.00 avg300=81.25 total=1\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0")
        .file("proc/pressure/irq", "full avg10=0.00 avg60=0.00 avg300=0.00 total=8494")
        .file("proc/pressure/memory", "some nonsense");

    assertEquals(
        List.of(
            new Pressure("cpu", folder + "/proc/pressure/cpu", Measured.of(81.25)),
            new Pressure(
                "memory",
                folder + "/proc/pressure/memory",
                new Measured.Failed(0, "parse", folder + "/proc/pressure/memory"))),
        tree.samples(SensorFamily.PRESSURE, Pressure.class));
  }

  @Test
  void onlyLogsOfCrashesAreDumps() throws IOException {
    tree.file("sys/fs/pstore/console-ramoops-0", "boot")
        .file("sys/fs/pstore/pmsg-ramoops-0", "boot")
        .file("sys/fs/pstore/ftrace-ramoops-0", "boot");
    assertEquals(
        List.of(
            new CrashDumps("kernel", folder + "/sys/fs/pstore", Measured.of(0), Measured.absent())),
        dumps());

    tree.file("sys/fs/pstore/dmesg-ramoops-0", "Panic#1 Part1")
        .file("var/lib/systemd/pstore/1702900000/dmesg.txt", "Panic#1")
        .file("var/lib/systemd/pstore/dmesg-ramoops-1", "Oops#1");
    assertEquals(Measured.of(3), dumps().getFirst().dumps());
  }

  @Test
  void newestDumpIsToldWithItsTimeWhereverItLies() throws IOException {
    tree.file("sys/fs/pstore/dmesg-ramoops-0", "Panic#1 Part1")
        .written("sys/fs/pstore/dmesg-ramoops-0", 1_700_000_000)
        .file("var/lib/systemd/pstore/1702900000/dmesg.txt", "Panic#1")
        .written("var/lib/systemd/pstore/1702900000", 1_702_900_000);

    assertEquals(
        List.of(
            new CrashDumps(
                "kernel",
                folder + "/var/lib/systemd/pstore/1702900000",
                Measured.of(2),
                Measured.of(1_702_900_000))),
        dumps());
  }

  private List<CrashDumps> dumps() throws IOException {
    return tree.samples(SensorFamily.CRASH_DUMPS, CrashDumps.class);
  }

  @Test
  void watchdogTellsOfItsOwnResetOnly() throws IOException {
    tree.file("sys/class/watchdog/watchdog0/bootstatus", "1")
        .folder("sys/class/watchdog/watchdog1")
        .file("sys/class/watchdog/watchdog2/bootstatus", "33");

    assertEquals(
        List.of(Measured.of(false), Measured.absent(), Measured.of(true)),
        tree.samples(SensorFamily.WATCHDOGS, WatchdogReset.class).stream()
            .map(WatchdogReset::cardReset)
            .toList());
  }

  @Test
  void clockBatteryIsWhatTheHelperWasAnswered() throws IOException {
    tree.folder("sys/class/rtc/rtc0").folder("sys/class/rtc/rtc1").folder("sys/class/rtc/rtc2");
    assertEquals(
        List.of(Measured.notRecorded(), Measured.notRecorded(), Measured.notRecorded()), low());

    tree.file(
        "run/panelwatch/calls.json",
        "{\"rtc\": {\"rtc0\": {\"vl\": 2}, \"rtc1\": {\"vl\": 24}, \"rtc2\": {\"vl\": \"x\"}}}");
    assertEquals(List.of(Measured.of(true), Measured.of(false), Measured.notRecorded()), low());
  }

  private List<Measured> low() throws IOException {
    return low(tree.source(SensorFamily.RTC_BATTERIES));
  }

  private static List<Measured> low(SensorSource source) throws IOException {
    return source.read().stream().map(RtcBattery.class::cast).map(RtcBattery::low).toList();
  }

  @Test
  void batteryOfWhichNobodyAsksAnyMoreIsNotKnown() throws IOException {
    String calls = "run/panelwatch/calls.json";
    var clock = new ManualClock();
    tree.folder("sys/class/rtc/rtc0")
        .folder("sys/class/rtc/rtc1")
        .file(calls, "{\"rtc\": {\"rtc0\": {\"vl\": 0}}}")
        .written(calls, clock.wall().getEpochSecond());
    var source = new RtcSource(new Tree(folder), new SignOfLife(clock, true));
    assertEquals(Measured.of(0), low(source).getFirst());

    clock.advance(SignOfLife.LONGEST);

    assertEquals(SignOfLife.silence(folder + "/" + calls), low(source).getFirst());
    assertTrue(low(source).getLast().number().isEmpty(), "a clock without an answer");
    var recording = new RtcSource(new Tree(folder), new SignOfLife(clock, false));
    assertEquals(Measured.of(0), low(recording).getFirst(), "a recording has no age");
  }

  @Test
  void fileSystemIsKnownByItsUuidWhateverItsDeviceIsCalled() throws IOException {
    tree.file("sys/fs/ext4/sda1/errors_count", "4")
        .file("dev/sda1", "")
        .file("dev/sdb1", "")
        .link("dev/disk/by-uuid/0a1b", "../../sda1")
        .link("dev/disk/by-uuid/2c3d", "../../sdb1");

    assertEquals(
        "0a1b",
        tree.samples(SensorFamily.FILE_SYSTEM_ERRORS, FileSystemErrors.class)
            .getFirst()
            .identity());
  }

  @Test
  void fileSystemTellsItsErrorsAlsoWhereItsUuidCannotBeLookedUp() throws IOException {
    tree.file("sys/fs/ext4/sda1/errors_count", "4").link("dev/disk/by-uuid", "x".repeat(300));

    assertEquals(
        Measured.of(4),
        tree.samples(SensorFamily.FILE_SYSTEM_ERRORS, FileSystemErrors.class).getFirst().errors());
  }

  @Test
  void featuresOfTheDriverAreNoFileSystem() throws IOException {
    tree.file("sys/fs/ext4/mmcblk0p2/errors_count", "4").file("sys/fs/ext4/features/lazy", "1");

    assertEquals(
        List.of(
            new FileSystemErrors(
                "mmcblk0p2", folder + "/sys/fs/ext4/mmcblk0p2/errors_count", Measured.of(4), "")),
        tree.samples(SensorFamily.FILE_SYSTEM_ERRORS, FileSystemErrors.class));
  }
}
