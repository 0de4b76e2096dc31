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
    return WholeBoard.in(folder)
        .file("proc/mdstat", "md0 : active raid1 sda[0] sdb[1]\n      1 blocks [2/2] [UU]");
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
      case 1 -> Files.createSymbolicLink(file, file.getFileName());
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
