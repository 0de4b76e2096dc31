package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.hal.linux.LinuxBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks like a fault of a disk or a counter and is none, and what is one all the same. */
final class CountersAndDisksTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SCAN = Duration.ofSeconds(2);
  private static final String SMART = "run/panelwatch/smart/sda.json";
  private static final String UE_COUNT = "sys/devices/system/edac/mc/mc0/ue_count";

  @TempDir private Path root;
  private BoardTree tree;
  private LinuxBoard board;
  private Story story;

  @BeforeEach
  void healthyBoard() {
    tree = BoardTree.healthy(root);
    board = LinuxBoard.of(root, BoardTree.EXPECTED);
    story = new Story(board, Limits.defaults(Catalogue.load()));
  }

  @AfterEach
  void closeBoard() {
    story.close();
    board.close();
  }

  private List<String> after(Duration passed) throws InterruptedException {
    return story.after(passed).told();
  }

  @Test
  void stickAndUsbDiskThatArePulledOutAreNotMissed() throws Exception {
    String usb = "sys/devices/pci0/usb1/1-2/host3/block/sdc";
    tree.file("sys/block/sdb/removable", "1")
        .file("sys/block/sdb/device/state", "running")
        .folder(usb + "/device")
        .link("sys/block/sdc", "../devices/pci0/usb1/1-2/host3/block/sdc");
    story.sample();

    tree.delete("sys/block/sdb").delete("sys/block/sdc").delete(usb);

    assertEquals(List.of(), after(MINUTE));
    assertEquals(List.of(), after(MINUTE));
  }

  @Test
  void diskThatIsMissedIsNoLongerToldToBeFailing() throws Exception {
    tree.file(SMART, StorageStories.ata(false, 304));
    story.sample();
    assertEquals(List.of("CONFIRMED DSK-407 sda"), after(MINUTE));

    tree.delete("sys/block/sda").delete(SMART);
    after(MINUTE);
    after(MINUTE);

    assertEquals(List.of("CONFIRMED DSK-411 sda"), after(MINUTE));
  }

  @Test
  void failingDiskThatDropsOffAndIsFoundAgainIsStillTheSameFault() throws Exception {
    tree.file(SMART, StorageStories.ata(false, 304));
    story.sample();
    assertEquals(List.of("CONFIRMED DSK-407 sda"), after(MINUTE));
    Fault fault = story.fault("DSK-407", "sda").orElseThrow();

    tree.delete("sys/block/sda");
    assertEquals(List.of("CONFIRMED DSK-407 sda", "PENDING DSK-411 sda"), after(SCAN));
    tree.file("sys/block/sda/removable", "0").file("sys/block/sda/device/state", "running");

    assertEquals(List.of("CONFIRMED DSK-407 sda"), after(SCAN));
    assertEquals(fault, story.fault("DSK-407", "sda").orElseThrow());
  }

  @Test
  void diskThatIsTakenOutIsMissedBeforeItIsNoLongerToldToBeFailing() throws Exception {
    tree.file(SMART, StorageStories.ata(false, 304));
    story.sample();
    after(MINUTE);

    tree.delete("sys/block/sda").delete(SMART);
    for (int scan = 0; scan < 30; scan++) {
      assertTrue(after(SCAN).stream().anyMatch(told -> told.startsWith("CONFIRMED")));
    }
    assertEquals(List.of("CONFIRMED DSK-411 sda"), story.told());
  }

  @Test
  void missingDiskWhoseNameBeginsAlikeEndsNothing() throws Exception {
    tree.file("sys/block/sdan/removable", "0")
        .file("sys/block/sdan/device/state", "running")
        .file(SMART, StorageStories.ata(false, 304));
    story.sample();
    assertEquals(List.of("CONFIRMED DSK-407 sda"), after(MINUTE));

    tree.delete("sys/block/sdan").delete(SMART);
    after(MINUTE);
    after(MINUTE);

    assertEquals(List.of("CONFIRMED DSK-407 sda", "CONFIRMED DSK-411 sdan"), after(MINUTE));
  }

  @Test
  void nvmeDiskThatIsMissedIsNoLongerToldToBeWorn() throws Exception {
    String smart = "run/panelwatch/smart/nvme0.json";
    tree.file(smart, StorageStories.nvme(4, 5, 100));
    story.sample();
    assertEquals(List.of("CONFIRMED DSK-409 nvme0"), after(MINUTE));

    tree.delete("sys/class/nvme/nvme0").delete(smart);
    after(MINUTE);
    after(MINUTE);

    assertEquals(List.of("CONFIRMED DSK-411 nvme0"), after(MINUTE));
  }

  @Test
  void usbDiskThatFailsIsNotWellBecauseItWasPulledOut() throws Exception {
    tree.file("sys/block/sda/removable", "1").file(SMART, StorageStories.ata(false, 304));
    story.sample();
    assertEquals(List.of("CONFIRMED DSK-407 sda"), after(MINUTE));

    tree.delete("sys/block/sda").delete(SMART);
    after(MINUTE);
    after(MINUTE);

    assertEquals(List.of("CONFIRMED DSK-407 sda"), after(MINUTE));
  }

  @Test
  void diskThatIsResetNeitherBeginsNorEndsAFault() throws Exception {
    story.sample();
    tree.file("sys/block/sda/device/state", "blocked");
    assertEquals(List.of(), after(MINUTE));

    tree.file("sys/block/sda/device/state", "offline");
    after(MINUTE);
    assertEquals(List.of("CONFIRMED DSK-411 sda"), after(MINUTE));
    tree.file("sys/block/sda/device/state", "blocked");
    assertEquals(List.of("CONFIRMED DSK-411 sda"), after(MINUTE));
  }

  @Test
  void sectorsThatHealAndAReplacedDiskAreNoIncrease() throws Exception {
    tree.file(SMART, StorageStories.ata(true, 304));
    story.sample();

    tree.file(SMART, StorageStories.ata(true, 7));
    assertEquals(List.of(), after(MINUTE));

    tree.file(SMART, StorageStories.ata(true, 8));
    assertEquals(List.of("CONFIRMED DSK-408 sda"), after(MINUTE));
  }

  @Test
  void counterOfTheKernelThatBeginsAnewCountsFromNothing() throws Exception {
    tree.file("proc/vmstat", "oom_kill 5");
    story.sample();

    tree.file("proc/vmstat", "oom_kill 2");

    assertEquals(List.of("CONFIRMED MEM-502 memory"), after(MINUTE));
  }

  @Test
  void acknowledgedCrashIsOverAlthoughItsDumpStaysAndTheNextOneIsAFaultAgain() throws Exception {
    story.sample();
    tree.file("sys/fs/pstore/dmesg-ramoops-0", "Panic#1 Part1");
    assertEquals(List.of("CONFIRMED BRD-602 kernel"), after(MINUTE));
    story.acknowledge("BRD-602", "kernel");
    assertEquals(List.of(), after(MINUTE));
    assertEquals(List.of(), after(MINUTE));

    tree.file("sys/fs/pstore/dmesg-ramoops-1", "Panic#2 Part1");

    assertEquals(List.of("CONFIRMED BRD-602 kernel"), after(MINUTE));
  }

  @Test
  void dumpThatTakesTheNameOfAnOlderOneIsANewCrash() throws Exception {
    Path dump = root.resolve("sys/fs/pstore/dmesg-ramoops-0");
    tree.file("sys/fs/pstore/dmesg-ramoops-0", "Panic#1 Part1");
    Files.setLastModifiedTime(dump, FileTime.from(Instant.ofEpochSecond(1_700_000_000)));
    story.sample();
    story.acknowledge("BRD-602", "kernel");
    after(MINUTE);
    assertEquals(List.of(), after(MINUTE));

    Files.setLastModifiedTime(dump, FileTime.from(Instant.ofEpochSecond(1_700_000_600)));

    assertEquals(List.of("CONFIRMED BRD-602 kernel"), after(MINUTE));
  }

  @Test
  void memoryErrorFromBeforeTheFirstScanIsAFaultAndCorrectedOnesAreABaseline() throws Exception {
    tree.file(UE_COUNT, "5").file("sys/devices/system/edac/mc/mc0/ce_count", "4000");

    story.sample();

    assertEquals(List.of("CONFIRMED MEM-503 mc0"), story.told());
    assertEquals(Severity.CRITICAL, story.fault("MEM-503", "mc0").orElseThrow().severity());
  }

  @Test
  void correctedMemoryErrorsOfAnHourAreMinor() throws Exception {
    story.sample();
    tree.file("sys/devices/system/edac/mc/mc0/ce_count", "13");
    assertEquals(List.of(), after(MINUTE), "10 an hour are none");

    tree.file("sys/devices/system/edac/mc/mc0/ce_count", "14");

    assertEquals(List.of("CONFIRMED MEM-503 mc0"), after(MINUTE));
    assertEquals(Severity.MINOR, story.fault("MEM-503", "mc0").orElseThrow().severity());
  }

  @Test
  void imageThatIsReadOnlyByNatureIsNeitherFullNorDamaged() throws Exception {
    tree.file("proc/1/mountinfo", "21 1 179:2 / / ro,relatime - ext4 /dev/mmcblk0p2 ro")
        .file("run/panelwatch/calls.json", StorageStories.calls(0, 0, 0));

    story.sample();

    assertEquals(List.of(), after(Duration.ofHours(1)));
  }
}
