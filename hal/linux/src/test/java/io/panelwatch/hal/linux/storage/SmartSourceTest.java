package io.panelwatch.hal.linux.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartSourceTest {

  @TempDir Path folder;
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
             "device": {"name": "/dev/sda", "protocol": "ATA"},
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
            Measured.absent()),
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
  void sleepingDiskSaysNothing() throws IOException {
    assertEquals(Measured.absent(), disk("{\"smartctl\": {\"exit_status\": 2}}").passed());
  }

  @Test
  void fileThatIsNoJsonIsAFailedReadingOfItsDiskAlone() throws IOException {
    tree.file("run/panelwatch/smart/sda.json", "[".repeat(100_000))
        .file("run/panelwatch/smart/sdb.json", "{\"smart_status\": {\"passed\": true}")
        .file("run/panelwatch/smart/sdc.json", "{\"smart_status\": {\"passed\": \"\\\"{{{{\"}}")
        .file("run/panelwatch/smart/sdd.json", "{\"smart_status\": {\"passed\": true}}")
        .file("run/panelwatch/smart/.json", "{}")
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
