package io.panelwatch.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.panelwatch.hal.BoardIdentity;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxBoardTest {

  /** Of which a family is all there is to read. */
  private static final Map<SensorFamily, String> TABLES =
      Map.of(SensorFamily.FILE_SYSTEMS, "mountinfo", SensorFamily.RAID_ARRAYS, "mdstat");

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private BoardIdentity identity() {
    try (LinuxBoard board = LinuxBoard.of(folder)) {
      return board.identity();
    }
  }

  /** A tree with a channel of each family. */
  private RecordedTree wholeBoard() throws IOException {
    return tree.chip("hwmon0", "chip", "fan1_input", "900", "temp1_input", "4", "in1_input", "5")
        .file("sys/class/thermal/thermal_zone0/type", "cpu-thermal")
        .file("sys/class/thermal/thermal_zone0/temp", "40000")
        .file("sys/class/power_supply/AC/type", "Mains")
        .file("sys/class/power_supply/AC/online", "1")
        .file("sys/class/net/eth0/flags", "0x1003")
        .file("sys/class/net/eth0/carrier", "1")
        .file("proc/net/route", "Iface\n")
        .file("proc/1/mountinfo", "21 1 179:2 / / rw - ext4 /dev/root rw")
        .file("sys/block/sda/device/state", "running")
        .file("sys/block/sda/device/ioerr_cnt", "0x3")
        .file("sys/block/mmcblk0/device/life_time", "0x01 0x02")
        .file("sys/class/nvme/nvme0/state", "live")
        .file("dev/kmsg", "3,1,1,-;I/O error, dev sda, sector 1")
        .file("run/panelwatch/smart/sda.json", "{\"smart_status\": {\"passed\": true}}")
        .file("run/panelwatch/calls.json", "{\"rtc\": {\"rtc0\": {\"vl\": 0}}}")
        .file("proc/mdstat", "md0 : active raid1 sda[0] sdb[1]\n      1 blocks [2/2] [UU]")
        .file("sys/fs/ext4/sda1/errors_count", "0")
        .file("proc/meminfo", "MemTotal: 4 kB\nMemAvailable: 2 kB")
        .file("proc/vmstat", "oom_kill 0")
        .file("sys/devices/system/edac/mc/mc0/ue_count", "0")
        .file("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.10 total=1")
        .file("sys/fs/pstore/dmesg-ramoops-0", "Panic#1 Part1")
        .file("sys/class/watchdog/watchdog0/bootstatus", "0")
        .file("sys/class/rtc/rtc0/name", "rtc-ds1307");
  }

  @Test
  void everyFamilyHasOneSourceInOrder() {
    assertEquals(
        SensorFamily.ofBoards(), tree.sources().stream().map(SensorSource::family).toList());
  }

  @Test
  void emptyFolderIsABoardWithoutAnythingButAClockAndUnknownRoutes() throws IOException {
    Set<SensorFamily> always = Set.of(SensorFamily.CLOCK, SensorFamily.ROUTES);
    for (SensorSource source : tree.sources()) {
      int expected = always.contains(source.family()) ? 1 : 0;
      assertEquals(expected, source.read().size(), source.lookedIn());
    }
    assertEquals(new BoardIdentity("", ""), identity());
  }

  @Test
  void recordingIsAskedNothingThatOnlyTheHostCouldAnswer() throws IOException {
    assertEquals(
        List.of(
            new Sample.Clock(
                "clock",
                "adjtimex(2)",
                Measured.notRecorded(),
                Measured.notRecorded(),
                Measured.notRecorded(),
                Measured.notRecorded())),
        tree.source(SensorFamily.CLOCK).read());
    try (LinuxBoard board = LinuxBoard.of(folder)) {
      assertFalse(board.clock().wallTrusted());
    }
  }

  @Test
  void deviceTreeNamesTheBoardWithoutItsClosingNul() throws IOException {
    tree.file(
            "sys/firmware/devicetree/base/model",
            "Raspberry Pi 4 Model B Rev 1.4\0".getBytes(UTF_8))
        .file("sys/firmware/devicetree/base/serial-number", "10000000abcdef01\0".getBytes(UTF_8))
        .file("sys/class/dmi/id/product_name", "not asked");

    assertEquals(
        new BoardIdentity("Raspberry Pi 4 Model B Rev 1.4", "10000000abcdef01"), identity());
  }

  @Test
  void dmiNamesABoardWithoutADeviceTree() throws IOException {
    tree.file("sys/class/dmi/id/product_name", "System Product Name")
        .file("sys/class/dmi/id/board_name", "J4125-ITX")
        .file("sys/class/dmi/id/product_serial", "Default string");

    assertEquals(new BoardIdentity("J4125-ITX", ""), identity());
  }

  @Test
  void liveBoardIsReadWithoutAnException() throws IOException {
    try (LinuxBoard board = LinuxBoard.of(Path.of("/"))) {
      assertEquals(SensorFamily.ofBoards(), families(board));
      for (SensorSource source : board.sources()) {
        source.read();
      }
      board.identity();
    }
  }

  @Test
  void liveClockAnswersWithItsDisciplineOrWithTheErrnoThatForbidsIt() throws IOException {
    Sample.Clock clock =
        (Sample.Clock) new RecordedTree(Path.of("/")).source(SensorFamily.CLOCK).read().getFirst();

    switch (clock.synchronised()) {
      case Measured.Value _ -> assertTrue(clock.estimatedErrorMicros() instanceof Measured.Value);
      case Measured.Failed failed -> assertTrue(failed.errno() > 0, failed::toString);
      case Measured.Absent _ -> assertEquals(Measured.absent(), clock.estimatedErrorMicros());
      default -> throw new AssertionError(clock);
    }
  }

  @Test
  void scansLeaveNoDescriptorOpen() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(descriptors));
    wholeBoard().chip("hwmon1", "chip").folder("sys/class/hwmon/hwmon1/fan1_input");
    List<SensorSource> sources = tree.sources();
    scan(sources);
    long before = count(descriptors);

    for (int i = 0; i < 200; i++) {
      scan(sources);
    }

    // Other threads of the test runner may open one or the other meanwhile; a leak would be 1,000s.
    assertTrue(count(descriptors) < before + 50);
  }

  @Test
  void noTreeHoweverBrokenMakesAScanThrow() throws IOException {
    List<Path> files = files(wholeBoard());
    List<SensorSource> sources = tree.sources();
    var random = new Random(20260301);
    for (int i = 0; i < 150; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] before = Files.readAllBytes(file);
      mutilate(file, random);

      scan(sources);

      restore(file, before);
    }
  }

  private static void mutilate(Path file, Random random) throws IOException {
    Files.delete(file);
    switch (random.nextInt(4)) {
      case 0 -> Files.createDirectory(file);
      case 1 -> Files.createSymbolicLink(file, file);
      case 2 -> {
        byte[] noise = new byte[random.nextInt(9000)];
        random.nextBytes(noise);
        Files.write(file, noise);
      }
      default -> {}
    }
  }

  private static void restore(Path file, byte[] before) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, before);
  }

  private static List<Path> files(RecordedTree tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree.root())) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<SensorFamily> families(LinuxBoard board) {
    return board.sources().stream().map(SensorSource::family).toList();
  }

  private static long count(Path descriptors) throws IOException {
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.count();
    }
  }

  /** Only a table that is there and cannot be read may be told as an exception. */
  private static void scan(List<SensorSource> sources) throws IOException {
    for (SensorSource source : sources) {
      try {
        source.read();
      } catch (DeviceException refusal) {
        String table = TABLES.getOrDefault(source.family(), "none");
        assertTrue(refusal.path().endsWith(table), refusal::getMessage);
      }
    }
  }
}
