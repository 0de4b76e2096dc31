package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.FileSystemErrors;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Memory;
import io.panelwatch.hal.MemoryController;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.WatchdogReset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted goes on while the agent is not there, and is not told twice. */
final class CounterBookTest {

  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  @TempDir private Path state;
  private long nanos;

  @Test
  void outOfMemoryKillThatHitTheAgentItselfIsToldAfterItsRestart() {
    Run first = new Run("boot-1");
    assertEquals(List.of(), first.scan(oomKills(3)), "the baseline of a board never seen before");

    Run second = new Run("boot-1");

    assertEquals(List.of("RAISED MEM-502"), second.scan(oomKills(4)));
    assertEquals(List.of(), new Run("boot-1").scan(oomKills(4)), "and not once more");
  }

  @Test
  void killBeforeTheFirstScanOfABootIsToldAlthoughItsCounterIsNotHigherThanBefore() {
    new Run("boot-1").scan(oomKills(3));

    assertEquals(List.of("RAISED MEM-502"), new Run("boot-2").scan(oomKills(2)));
    assertEquals(List.of(), new Run("boot-3").scan(oomKills(0)));
  }

  @Test
  void errorsThatWereFoundBeforeTheAgentStartedAreTold() {
    new Run("boot-1").scan(fileSystemErrors(7));

    assertEquals(List.of("RAISED DSK-406"), new Run("boot-2").scan(fileSystemErrors(8)));
    assertEquals(List.of(), new Run("boot-3").scan(fileSystemErrors(8)));
  }

  @Test
  void stateThatStaysIsToldAtFirstSightOnly() {
    assertEquals(
        List.of("RAISED MEM-503", "RAISED BRD-602", "RAISED BRD-603"),
        new Run("boot-1").scan(lostErrors(2), dumps(1), reset(true)));

    assertEquals(List.of(), new Run("boot-1").scan(lostErrors(2), dumps(1), reset(true)));
  }

  @Test
  void crashWhoseDumpTookTheOldOnesPlaceBetweenTwoRunsIsTold() {
    new Run("boot-1").scan(dumps(1, 1_764_000_000));

    assertEquals(List.of("RAISED BRD-602"), new Run("boot-2").scan(dumps(1, 1_764_000_060)));
    assertEquals(List.of(), new Run("boot-3").scan(dumps(1, 1_764_000_060)));
  }

  @Test
  void watchdogThatResetTheBoardOnceMoreIsToldOnceMore() {
    new Run("boot-1").scan(reset(true), lostErrors(1), dumps(1));

    assertEquals(
        List.of("RAISED MEM-503", "RAISED BRD-603"),
        new Run("boot-2").scan(reset(true), lostErrors(1), dumps(1)));
    assertEquals(
        List.of(), new Run("boot-3").scan(reset(false), lostErrors(0), dumps(1)), "all is well");
  }

  @Test
  void disksThatChangeTheirNamesFromBootToBootTellNothing() {
    new Run("boot-1").scan(disk("sda", 0, "WD-1"), disk("sdb", 304, "WD-2"));

    Run swapped = new Run("boot-2");
    assertEquals(List.of(), swapped.scan(disk("sda", 304, "WD-2"), disk("sdb", 0, "WD-1")));
    assertEquals(
        List.of("RAISED DSK-408"), swapped.scan(disk("sda", 305, "WD-2"), disk("sdb", 0, "WD-1")));
  }

  @Test
  void usedDiskThatReplacesAnotherOneIsItsOwnBaseline() {
    var run = new Run("boot-1");
    run.scan(disk("sda", 0, "WD-1"));

    assertEquals(List.of(), run.scan(disk("sda", 304, "WD-2")));
  }

  @Test
  void diskThatKeptItsNameIsToldOfWhatItGrewByWhileNobodyLooked() {
    new Run("boot-1").scan(disk("sda", 0, "WD-1"));

    assertEquals(List.of("RAISED DSK-408"), new Run("boot-2").scan(disk("sda", 1, "WD-1")));
  }

  @Test
  void diskThatTellsLessThanTheOneBeforeItIsToldOfWhatItGrewBy() {
    new Run("boot-1").scan(disk("sda", 0, Measured.of(0), "HDD-1"));
    new Run("boot-1").scan(disk("sda", 7, Measured.absent(), "SSD-2"));

    assertEquals(
        List.of("RAISED DSK-408"),
        new Run("boot-2").scan(disk("sda", 9, Measured.absent(), "SSD-2")));
  }

  @Test
  void fileSystemsThatChangeTheirDevicesTellNothing() {
    new Run("boot-1").scan(fileSystemErrors(0, "aaaa-1"));

    assertEquals(List.of(), new Run("boot-2").scan(fileSystemErrors(5, "bbbb-2")));
  }

  @Test
  void lineOfADiskThatIsNoneIsSetAside() throws IOException {
    Files.writeString(file(), "serial smart.reallocated 1.0 sda\n");

    new Run("boot-1");

    assertTrue(Files.exists(state.resolve(CounterBook.FILE + ".damaged")));
  }

  private static Sample disk(String name, int reallocated, String serial) {
    return disk(name, reallocated, Measured.absent(), serial);
  }

  private static Sample disk(String name, int reallocated, Measured pending, String serial) {
    Measured none = Measured.absent();
    return new SmartHealth(
        name,
        "/run/panelwatch/smart",
        Measured.of(true),
        Measured.of(reallocated),
        none,
        pending,
        none,
        none,
        none,
        none,
        none,
        none,
        serial);
  }

  private static Sample fileSystemErrors(int count, String uuid) {
    return new FileSystemErrors("sda1", "/sys/fs/ext4", Measured.of(count), uuid);
  }

  @Test
  void counterThatIsNotThereInOneRunIsKeptForTheNext() {
    new Run("boot-1").scan(fileSystemErrors(7), oomKills(1));
    new Run("boot-2").scan(oomKills(0));

    assertEquals(List.of("RAISED DSK-406"), new Run("boot-3").scan(fileSystemErrors(8)));
  }

  @Test
  void scanWhoseTransitionsAreNotStoredIsNotTakenIn() {
    new Run("boot-1").scan(oomKills(3));
    new Run("boot-1").judge(oomKills(4));

    assertEquals(List.of("RAISED MEM-502"), new Run("boot-1").scan(oomKills(4)));
  }

  @Test
  void storageIsSparedWhereACounterNeverRests() throws IOException {
    var run = new Run("boot-1");
    run.scan(oomKills(1));
    Files.delete(file());

    run.scan(oomKills(2));
    assertFalse(Files.exists(file()), "two seconds after it was written");
    nanos += CounterBook.WRITE_EVERY.toNanos();
    run.scan(oomKills(3));
    assertTrue(Files.exists(file()));

    Files.delete(file());
    run.scan(oomKills(4));
    run.book.close();
    assertTrue(Files.exists(file()), "at the end at the latest");
  }

  @Test
  void whatAnInterruptKeptFromBeingWrittenIsWrittenAtTheEnd() {
    var run = new Run("boot-1");
    Thread.currentThread().interrupt();
    run.scan(oomKills(1));
    assertTrue(Thread.interrupted());
    assertFalse(Files.exists(file()), "the end of the watch has cut it short");

    run.book.close();

    assertTrue(Files.exists(file()));
  }

  @Test
  void scanThatCountedNothingWritesNothing() throws IOException {
    var run = new Run("boot-1");
    run.scan(oomKills(1));
    Files.delete(file());

    nanos += Duration.ofDays(1).toNanos();
    run.scan(oomKills(1));
    run.book.close();

    assertFalse(Files.exists(file()));
  }

  @Test
  void linesThatAreNotOursAreSetAsideAndTheOthersHold() throws IOException {
    new Run("boot-1").scan(oomKills(3));
    Files.writeString(
        file(), "\u0000\u0000\n- memory.oom-kills NaN a\nx\n" + Files.readString(file()));

    assertEquals(List.of("RAISED MEM-502"), new Run("boot-1").scan(oomKills(4)));
    assertTrue(Files.exists(state.resolve(CounterBook.FILE + ".damaged")));
  }

  @Test
  void counterOfALaterVersionIsNoDamage() throws IOException {
    Files.writeString(file(), "- moon.phases 3 moon\n");
    new Run("boot-1").scan(oomKills(3));

    assertFalse(Files.exists(state.resolve(CounterBook.FILE + ".damaged")));
  }

  @Test
  void countersThatChangedLastAreKeptWhereThereAreTooMany() throws IOException {
    Sample[] disks = new Sample[CounterBook.MOST + 5];
    for (int i = 0; i < disks.length; i++) {
      disks[i] = new FileSystemErrors("disk " + i, "/sys", Measured.of(1), "");
    }
    new Run("boot-1").scan(disks);

    List<String> lines = Files.readAllLines(file());
    assertEquals(CounterBook.MOST, lines.size());
    assertEquals("- fs.errors 1.0 disk " + (disks.length - 1), lines.getLast());
  }

  private Path file() {
    return state.resolve(CounterBook.FILE);
  }

  private static Sample oomKills(int count) {
    Measured none = Measured.absent();
    return new Memory("memory", "/proc/vmstat", none, none, Measured.of(count));
  }

  private static Sample fileSystemErrors(int count) {
    return new FileSystemErrors("mmcblk0p2", "/sys/fs/ext4", Measured.of(count), "");
  }

  private static Sample lostErrors(int count) {
    return new MemoryController("mc0", "/sys", Measured.of(count), Measured.of(0));
  }

  private static Sample dumps(int count) {
    return dumps(count, 1_764_000_000);
  }

  private static Sample dumps(int count, int newestSeconds) {
    return new CrashDumps(
        "kernel", "/sys/fs/pstore", Measured.of(count), Measured.of(newestSeconds));
  }

  private static Sample reset(boolean byWatchdog) {
    return new WatchdogReset("watchdog0", "/sys", Measured.of(byWatchdog));
  }

  /** One run of the agent, which ends without notice. */
  private final class Run {

    private final CounterBook book;
    private final Lifecycle lifecycle;

    Run(String boot) {
      book = CounterBook.open(new StateFiles(state), boot);
      lifecycle =
          new Lifecycle(
              LIMITS, new Boot(boot, nanos), new FaultIds(), (code, part) -> Occurrence.FIRST);
      book.tell(lifecycle::resume);
    }

    List<String> scan(Sample... samples) {
      Scan scan = of(samples);
      List<String> told = told(lifecycle.judge(scan));
      book.take(scan);
      return told;
    }

    List<String> judge(Sample... samples) {
      return told(lifecycle.judge(of(samples)));
    }

    private static List<String> told(Judgement judgement) {
      return judgement.transitions().stream()
          .map(transition -> transition.kind() + " " + transition.fault().code())
          .toList();
    }

    private Scan of(Sample... samples) {
      nanos += Duration.ofSeconds(2).toNanos();
      return new Scan(
          Instant.EPOCH.plusNanos(nanos),
          true,
          nanos,
          Arrays.stream(samples).flatMap(sample -> Readings.of(sample).stream()).toList());
    }
  }
}
