package io.panelwatch.hal.linux.storage;

import static io.panelwatch.hal.linux.RecordedTree.components;
import static io.panelwatch.hal.linux.RecordedTree.failedWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.JsonFile;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartSourceTest {

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private SmartHealth disk(String json) throws IOException {
    tree.file("run/panelwatch/smart/disk.json", json);
    return tree.samples(SensorFamily.SMART, SmartHealth.class).getFirst();
  }

  @Test
  void ataDiskIsItsVerdictAndTheRawValuesOfItsSectors() throws IOException {
    SmartHealth disk =
        disk(
            """
            {"smartctl": {"version": [7, 4], "exit_status": 0},
             "local_time": {"time_t": 1764000000, "asctime": "Mon Nov 24 16:00:00 2025 UTC"},
             "device": {"name": "/dev/sda", "protocol": "ATA"},
             "model_name": "ST1000", "serial_number": "WD-1",
             "smart_status": {"passed": true},
             "ata_smart_attributes": {"revision": 16, "table": [
               {"id": 5, "name": "Reallocated_Sector_Ct", "value": 100,
                "raw": {"value": 304, "string": "304"}},
               {"id": 187, "raw": {"value": 1}},
               {"id": 194, "raw": {"value": 42}},
               {"id": 197, "raw": {"value": 2}},
               {"id": 198, "raw": {}}, 7]}}
            """);

    assertEquals(
        new SmartHealth(
            "disk",
            folder + "/run/panelwatch/smart/disk.json",
            Measured.of(true),
            Measured.of(304),
            Measured.of(1),
            Measured.of(2),
            Measured.absent(),
            Measured.absent(),
            Measured.absent(),
            Measured.absent(),
            Measured.absent(),
            Measured.absent(),
            "ST1000 WD-1"),
        disk);
  }

  @Test
  void nvmeDiskIsItsLogPage() throws IOException {
    SmartHealth disk = disk(nvme(false, 4, 93, 7));

    assertEquals(
        List.of(0.0, 4.0, 93.0, 7.0, 10.0),
        List.of(
            number(disk.passed()),
            number(disk.criticalWarning()),
            number(disk.usedPercent()),
            number(disk.sparePercent()),
            number(disk.spareThresholdPercent())));
  }

  @Test
  void nvmeDiskThatIsOnlyTooWarmHasNotFailed() throws IOException {
    assertEquals(Measured.of(true), disk(nvme(false, 2, 3, 100)).passed());
    assertEquals(Measured.of(false), disk(nvme(false, 6, 3, 100)).passed());
  }

  @Test
  void logPageOfAllOnesSaysNothing() throws IOException {
    SmartHealth disk = disk(nvme(false, 255, 255, 255));

    assertEquals(Measured.absent(), disk.usedPercent());
    assertEquals(Measured.absent(), disk.criticalWarning());
  }

  private static String nvme(boolean passed, int warning, int used, int spare) {
    return """
        {"smart_status": {"passed": %s}, "nvme_smart_health_information_log":
          {"critical_warning": %d, "available_spare": %d, "available_spare_threshold": 10,
           "percentage_used": %d}}
        """
        .formatted(passed, warning, spare, used);
  }

  @Test
  void heatIsNoReasonToReplaceADisk() throws IOException {
    assertEquals(Measured.of(0), disk(nvme(false, 2, 3, 100)).criticalWarning());
    assertEquals(Measured.of(4), disk(nvme(false, 6, 3, 100)).criticalWarning());
  }

  @Test
  void diskThatCouldNotBeAskedIsAFailureAndOneThatSleepsIsAsItWasBefore() throws IOException {
    clock.trustWall(false);
    SmartSource source = new SmartSource(new Tree(folder), clock);
    assertEquals(Measured.absent(), read(source, ASLEEP).passed(), "nothing is known of it yet");

    assertEquals(Measured.of(false), read(source, FAILED).passed());
    assertEquals(Measured.of(false), read(source, ASLEEP).passed());
    assertEquals(
        new Measured.Failed(0, "smartctl", folder + "/run/panelwatch/smart/disk.json"),
        read(source, REFUSED).passed());
  }

  @Test
  void diskThatNobodyCouldEverAskSaysNothingAndOneThatDoesNotAnswerHasFailed() throws IOException {
    for (String never :
        List.of(
            refused(1, "/dev/sdb: Unknown USB bridge [0x152d:0x0583 (0x209)]"),
            refused(2, "Smartctl open device: /dev/sdb failed: Permission denied"),
            refused(2, "Smartctl open device: /dev/sda failed: PhysicalDrive0: Error=5"))) {
      assertEquals(Measured.absent(), disk(never).passed(), never);
    }
    for (String failing :
        List.of(
            refused(2, "Smartctl open device: /dev/sdb failed: Input/output error"),
            refused(2, "Read Device Identity failed: Connection timed out"))) {
      assertInstanceOf(Measured.Failed.class, disk(failing).passed(), failing);
    }
  }

  private static String refused(int exitStatus, String message) {
    return """
        {"smartctl": {"exit_status": %d, "messages": [{"string": "%s", "severity": "error"}]}}
        """
        .formatted(exitStatus, message);
  }

  @Test
  void reportWithAHealthInItIsNoRefusal() throws IOException {
    assertEquals(
        Measured.of(false),
        disk("{\"smartctl\": {\"exit_status\": 219}, \"smart_status\": {\"passed\": false}}")
            .passed());
  }

  private static final String FAILED =
      """
      {"local_time": {"time_t": 1764000000}, "smartctl": {"exit_status": 8},
       "smart_status": {"passed": false}}
      """;

  private static final String ASLEEP =
      """
      {"smartctl": {"exit_status": 2, "messages":
        [{"string": "Device is in STANDBY mode, exit(2)", "severity": "information"}]}}
      """;

  private static final String REFUSED =
      """
      {"smartctl": {"exit_status": 2, "messages":
        [{"string": "Smartctl open device: /dev/sda failed: I/O error", "severity": "error"}]}}
      """;

  private SmartHealth read(SmartSource source, String json) throws IOException {
    tree.file("run/panelwatch/smart/disk.json", json);
    return source.read().getFirst();
  }

  @Test
  void diskWasAskedWhenTheReportSaysSoOrElseWhenItWasWritten() {
    Instant written = Instant.ofEpochSecond(1_764_000_007);

    assertEquals(1_764_000_000, asked(FAILED, written));
    assertEquals(1_764_000_007, asked(ASLEEP, written));
  }

  private static double asked(String json, Instant written) {
    return SmartJson.asked(JsonFile.parse("disk.json", json).orElseThrow(), written);
  }

  @Test
  void fileThatNobodyWritesAnyMoreIsNoAnswer() throws IOException {
    SmartSource source = new SmartSource(new Tree(folder), clock);
    clock.trustWall(false);
    assertEquals(
        Measured.of(true), read(source, "{\"smart_status\": {\"passed\": true}}").passed());

    clock.advance(SignOfLife.LONGEST.minusSeconds(1));
    assertEquals(Measured.of(true), source.read().getFirst().passed());
    clock.advance(Duration.ofSeconds(1));
    assertTrue(failedWith(Errno.ETIMEDOUT, source.read().getFirst().passed()));

    tree.written("run/panelwatch/smart/disk.json", 1_900_000_000);
    assertEquals(Measured.of(true), source.read().getFirst().passed(), "the helper is back");
  }

  @Test
  void fileThatWasOldAlreadyWhenItWasFirstSeenIsNoAnswerWhereTheTimeIsKnown() throws IOException {
    tree.file("run/panelwatch/smart/disk.json", "{\"smart_status\": {\"passed\": true}}")
        .written(
            "run/panelwatch/smart/disk.json",
            clock.wall().minus(SignOfLife.LONGEST).getEpochSecond());

    SmartHealth seen = new SmartSource(new Tree(folder), clock).read().getFirst();
    clock.trustWall(false);
    SmartHealth unknown = new SmartSource(new Tree(folder), clock).read().getFirst();

    assertTrue(failedWith(Errno.ETIMEDOUT, seen.passed()));
    assertEquals(Measured.of(true), unknown.passed());
  }

  @Test
  void fileOfADiskThatIsGoneIsNoDisk() throws IOException {
    String sda = "{\"device\": {\"name\": \"/dev/sda\"}}";
    String nvme = "{\"device\": {\"name\": \"/dev/nvme0\"}}";
    String raid = "{\"device\": {\"name\": \"/dev/bus/0\"}}";
    tree.file("run/panelwatch/smart/sda.json", sda)
        .file("run/panelwatch/smart/nvme0.json", nvme)
        .file("run/panelwatch/smart/bay1.json", raid)
        .folder("sys/block/sda")
        .folder("sys/class/nvme/nvme0");
    SmartSource source = new SmartSource(new Tree(folder), clock);
    assertEquals(Set.of("bay1", "nvme0", "sda"), Set.copyOf(components(source.read())));

    tree.delete("sys/block/sda").delete("sys/class/nvme/nvme0");

    assertEquals(List.of("bay1"), components(source.read()));
  }

  @Test
  void fileThatIsNoJsonIsAFailedReadingOfItsDiskAlone() throws IOException {
    tree.file("run/panelwatch/smart/sda.json", "[".repeat(100_000))
        .file("run/panelwatch/smart/sdb.json", "{\"smart_status\": {\"passed\": true}")
        .file("run/panelwatch/smart/sdc.json", "{\"smart_status\": {\"passed\": \"\\\"{{{{\"}}")
        .file("run/panelwatch/smart/sdd.json", "{\"smart_status\": {\"passed\": true}}")
        .file("run/panelwatch/smart/.json", "{}")
        .file("run/panelwatch/smart/.sda.new.json", "{}")
        .file("run/panelwatch/smart/notes.txt", "{}");

    List<SmartHealth> disks = tree.samples(SensorFamily.SMART, SmartHealth.class);

    assertEquals(List.of("sda", "sdb", "sdc", "sdd"), RecordedTree.components(disks));
    assertTrue(disks.get(0).passed() instanceof Measured.Failed);
    assertTrue(disks.get(1).passed() instanceof Measured.Failed);
    assertEquals(Measured.absent(), disks.get(2).passed());
    assertEquals(Measured.of(true), disks.get(3).passed());
  }

  private static double number(Measured measured) {
    return measured.number().orElseThrow();
  }
}
