package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults go on from memory while the storage refuses, and are taken over when it works again. */
final class StorageThatRefusesTest {

  private static final OutboxEncoder ENCODER = new DurabilityEncoder();

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private FaultyStorage storage;

  @BeforeEach
  void put() throws IOException, SQLException {
    storage = FaultyStorage.open();
    storage.below(folder);
  }

  @AfterEach
  void heal() throws SQLException {
    storage.close();
  }

  private FaultStore open() {
    return FaultStore.open(folder, clock);
  }

  private boolean retried(FaultStore store) {
    clock.advance(RetryPace.SHORTEST);
    return store.maintain();
  }

  private static List<String> reports(FaultStore store) {
    return store.outboxAfter(0, 0, 100).stream().map(OutboxRow::payload).toList();
  }

  @ParameterizedTest
  @EnumSource(FaultyStorage.How.class)
  void faultsGoOnUnderAVolatileEpochAndAreTakenOver(FaultyStorage.How how) throws SQLException {
    try (var store = open()) {
      assertTrue(store.commit(List.of(TestFaults.raised("a")), ENCODER).durable());
      long before = store.outboxStatus().epoch();
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, how);

      assertFalse(store.commit(List.of(TestFaults.raised("b")), ENCODER).durable());
      assertFalse(store.commit(List.of(TestFaults.cleared("a")), ENCODER).durable());

      assertEquals(
          new StoreHealth(false, how != FaultyStorage.How.ENOSPC, List.of()), store.health());
      long inMemory = store.outboxStatus().epoch();
      assertTrue(inMemory > before);
      assertEquals(List.of("RAISED b @1 volatile", "CLEARED a @2 volatile"), reports(store));
      assertEquals(List.of("b"), store.active().stream().map(fault -> fault.faultId()).toList());
      assertFalse(retried(store), "not while it refuses");

      storage.heal();
      assertTrue(retried(store));

      assertEquals(StoreHealth.WELL, store.health());
      assertTrue(store.outboxStatus().epoch() > inMemory);
      assertTrue(store.commit(List.of(TestFaults.cleared("b")), ENCODER).durable());
      assertEquals(
          List.of(
              "RAISED a @1 durable",
              "RAISED b @1 volatile",
              "CLEARED a @2 volatile",
              "CLEARED b @1 durable"),
          reports(store));
      assertEquals(4, store.outboxStatus().depth());
    }
    try (var store = open()) {
      assertEquals(4, store.outboxStatus().depth(), "all of it outlives the program");
      assertEquals(List.of(), store.active());
      assertEquals(2, store.history(10).size(), "nothing is doubled");
    }
  }

  @ParameterizedTest
  @EnumSource(FaultyStorage.How.class)
  void historyThatCannotBeReadIsNotTakenForNone(FaultyStorage.How how) throws SQLException {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      store.commit(List.of(TestFaults.cleared("a")), ENCODER);
      store.commit(List.of(TestFaults.raised("b")), ENCODER);
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, how);
      assertFalse(store.commit(List.of(TestFaults.cleared("b")), ENCODER).durable());
      assertFalse(store.commit(List.of(TestFaults.raised("c")), ENCODER).durable());

      var history = new FaultHistory(folder, store);
      assertFalse(history.find("b").orElseThrow().active(), "as it is held in memory");
      FaultPage page = history.page(OptionalLong.empty(), 10);
      List<String> faults = page.faults().stream().map(Fault::faultId).toList();
      if (page.unread().isEmpty()) {
        assertEquals(List.of("c", "b", "a"), faults);
        assertFalse(history.find("a").orElseThrow().active());
      } else {
        assertEquals(List.of("c", "b"), faults);
        assertThrows(StoreException.class, () -> history.find("a"));
      }
    }
  }

  @Test
  void onlyWhatIsShownIsReadAsIfNobodyWroteIt() throws SQLException {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EROFS);

    try (var shown = FaultStore.openReadOnly(folder)) {
      assertEquals(1, shown.active().size());
    }
    assertThrows(StoreException.class, () -> StoreFiles.openToRead(folder));
  }

  @Test
  void storageThatNeverTookAnythingHasNoHistoryButWhatIsHeld() throws SQLException {
    storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EROFS);
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      var history = new FaultHistory(folder, store);
      assertEquals(1, history.page(OptionalLong.empty(), 10).faults().size());
      assertEquals(Optional.empty(), history.find("b"));
    }
  }

  @Test
  void storageThatIsReadOnlyAtTheStartKeepsNoFaultFromBeingTold() throws SQLException {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EROFS);
    try (var store = open()) {
      assertFalse(store.health().durable());
      assertEquals(1, store.active().size(), "what can be read is known");
      assertFalse(store.commit(List.of(TestFaults.raised("b")), ENCODER).durable());
      assertEquals(List.of("RAISED b @1 volatile"), reports(store));

      storage.heal();
      assertTrue(retried(store));
      assertEquals(List.of("RAISED a @1 durable", "RAISED b @1 volatile"), reports(store));
      assertEquals(2, store.active().size());
    }
  }

  /** A look at the database alone does not know what was kept last: that stands in its log. */
  @Test
  void whatStandsInALogThatCannotBeReadAtTheStartIsNotTakenBack() throws IOException {
    Path left;
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    try (var store = open()) {
      store.commit(List.of(TestFaults.cleared("a"), TestFaults.raised("b")), ENCODER);
      left = leftByACut();
    }
    Path index = inTheWayOfAnIndex(left);
    try (var store = FaultStore.open(left, clock)) {
      assertFalse(store.health().durable());
      store.commit(List.of(TestFaults.raised("c")), ENCODER);
      Files.delete(index);
      assertTrue(retried(store));

      assertEquals(
          List.of(
              "RAISED a @1 durable",
              "CLEARED a @2 durable",
              "RAISED b @3 durable",
              "RAISED c @1 volatile"),
          reports(store));
      assertEquals(List.of("b", "c"), store.active().stream().map(Fault::faultId).toList());
      assertEquals(
          List.of(TestFaults.cleared("a").fault()),
          store.history(10).stream().filter(fault -> fault.faultId().equals("a")).toList());
    }
  }

  /** Without a log there is nothing else to know. */
  @Test
  void whatWasKeptWithoutALogIsKnownWhereNoneCanBeMade() throws IOException {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    Path index = inTheWayOfAnIndex(folder);
    try (var store = open()) {
      assertFalse(store.health().durable());
      assertEquals(1, store.active().size());
      Files.delete(index);
      assertTrue(retried(store));
      assertEquals(List.of("RAISED a @1 durable"), reports(store));
    }
  }

  @Test
  void olderRevisionIsNotWrittenOverALaterOne() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a"), TestFaults.cleared("a")), ENCODER);
      store.commit(List.of(TestFaults.raised("a")), ENCODER);

      assertEquals(List.of(TestFaults.cleared("a").fault()), store.history(10));
    }
  }

  /** SQLite follows no link to what is to be the index of a log. */
  private static Path inTheWayOfAnIndex(Path state) throws IOException {
    return Files.createSymbolicLink(state.resolve("faults.db-shm"), state.resolve("nowhere"));
  }

  /** The database and its log, as a program leaves them that the power was taken from. */
  private Path leftByACut() throws IOException {
    Path left = Files.createDirectory(folder.resolve("left"));
    for (String name : List.of("faults.db", "faults.db-wal")) {
      Files.copy(folder.resolve(name), left.resolve(name));
    }
    return left;
  }

  /** Nothing of before is known meanwhile; what is arranged and counted then is not all. */
  @Test
  void whatCouldNotBeReadAtTheStartJoinsWhatIsHeldWhenTheStorageWorksAgain() throws SQLException {
    Shelf ofFan1 = shelf("fan1", "boot-1");
    Shelf ofFan2 = shelf("fan2", "boot-1");
    Shelf ofFan2Anew = shelf("fan2", "boot-2");
    try (var store = open()) {
      store.commit(
          new Batch(
              List.of(TestFaults.raised("a")),
              List.of(new Checkpoint("a", Duration.ofDays(29), Duration.ZERO)),
              List.of(entry("fan1", 57, "a", 31), entry("fan3", 4, "x", 7)),
              Optional.of(arranged(ofFan1, ofFan2))),
          ENCODER);
    }
    storage.fail(FaultyStorage.Call.ANY, 0, 1, FaultyStorage.How.EIO);
    try (var store = open()) {
      assertEquals(Recollection.of(List.of()), store.recollection());
      store.commit(
          new Batch(
              List.of(TestFaults.raised("b")),
              List.of(),
              List.of(entry("fan1", 1, "b", 0)),
              Optional.of(arranged(ofFan2Anew))),
          ENCODER);
      assertEquals(Optional.empty(), store.lateRecollection());
      storage.heal();
      assertTrue(retried(store));

      var a = new Resumed(TestFaults.raised("a").fault(), Duration.ofDays(29), Duration.ZERO);
      var memory = List.of(entry("fan1", 58, "b", 0), entry("fan3", 4, "x", 7));
      var arrangements = arranged(ofFan1, ofFan2Anew);
      assertEquals(
          Optional.of(new Recollection(List.of(a), memory, arranged(ofFan1))),
          store.lateRecollection());
      assertEquals(Optional.empty(), store.lateRecollection(), "once");
      var all = List.of(a, Resumed.of(TestFaults.raised("b").fault()));
      assertEquals(new Recollection(all, memory, arrangements), store.recollection());
    }
    try (var store = open()) {
      assertEquals(List.of("a", "b"), store.active().stream().map(Fault::faultId).toList());
      assertEquals(58, store.recollection().memory().getFirst().total());
      assertEquals(List.of(ofFan1, ofFan2Anew), store.recollection().arrangements().shelves());
    }
  }

  private static Arrangements arranged(Shelf... shelves) {
    return new Arrangements(List.of(shelves), Optional.empty(), List.of());
  }

  private static Shelf shelf(String fan, String boot) {
    var since = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, boot, 5_000);
    return new Shelf("FAN-201", fan, since, Optional.empty(), new Actor(Actor.Kind.SHELL, "wang"));
  }

  private static DtcEntry entry(String fan, int total, String last, int clean) {
    var cycle = new DtcEntry.Cycle("boot-" + (clean == 0 ? 2 : 1), 0, true, true);
    return new DtcEntry(
        "FAN-201", fan, total, clean == 0 ? 1 : total, last, clean, cycle, true, true);
  }

  /** What was refused in its last step stands in the log; it is held in memory, too. */
  @Test
  void reportOfWhichOnlyTheFlushWasRefusedIsNotThereTwice() throws SQLException {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      storage.fail(FaultyStorage.Call.SYNC, 0, 1, FaultyStorage.How.EIO);
      assertFalse(store.commit(List.of(TestFaults.raised("b")), ENCODER).durable());

      storage.heal();
      assertTrue(retried(store));

      assertEquals(List.of("RAISED a @1 durable", "RAISED b @1 volatile"), reports(store));
    }
  }

  @Test
  void whatTheBackendSaysAndAcknowledgesIsKeptMeanwhile() throws SQLException {
    try (var store = open()) {
      store.keep(new KeptDocument("dn/notice", 5, 1, "old"));
      store.keep(new KeptDocument("dn/ticket/T1", 5, 1, "closed"));
      assertEquals(1, store.nextConnectionSeq());
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);

      store.commit(List.of(TestFaults.raised("a"), TestFaults.raised("b")), ENCODER);
      long epoch = store.outboxStatus().epoch();
      assertEquals(AckOutcome.ADVANCED, store.acknowledge(epoch, 1, ENCODER));
      assertEquals(AckOutcome.NOTHING_NEW, store.acknowledge(epoch, 1, ENCODER));
      assertEquals(AckOutcome.OTHER_EPOCH, store.acknowledge(epoch - 1, 9, ENCODER));
      store.skip(epoch, 2, ENCODER);
      assertTrue(store.keep(new KeptDocument("dn/notice", 5, 2, "new")));
      assertFalse(store.keep(new KeptDocument("dn/notice", 5, 1, "old")));
      store.forget("dn/ticket/T1");
      assertEquals(2, store.nextConnectionSeq());

      storage.heal();
      assertTrue(retried(store));
      assertEquals(List.of("skipped @2"), reports(store));
      assertTrue(store.outboxAfter(0, 0, 1).getFirst().skipped());
      assertEquals(List.of("new"), store.documents().stream().map(KeptDocument::payload).toList());
      assertEquals(3, store.nextConnectionSeq());
    }
  }

  @Test
  void reportThatCannotBeEncodedLeavesNothingInMemoryEither() throws SQLException {
    try (var store = open()) {
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      var both = List.of(TestFaults.raised("b"), TestFaults.raised("unspeakable"));

      assertThrows(IllegalStateException.class, () -> store.commit(both, ENCODER));

      assertEquals(List.of("RAISED a @1 volatile"), reports(store));
      assertEquals(1, store.active().size());
      assertEquals(1, store.outboxStatus().lastSeq());
    }
  }

  @Test
  void manyReportsInMemoryGrowBriefAndNoFaultIsForgotten() throws SQLException {
    try (var store = open()) {
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
      store.commit(List.of(TestFaults.raised("a"), TestFaults.updated("a", 2)), ENCODER);
      comeAndGo(store, 0, VolatileOutbox.WHOLE_ROWS / 2);
      assertEquals(2, brief(store), "the oldest");

      comeAndGo(store, VolatileOutbox.WHOLE_ROWS / 2, VolatileOutbox.MANY_ROWS / 2);
      List<OutboxRow> rows = store.outboxAfter(0, 0, 10_000);
      assertEquals(2 + VolatileOutbox.MANY_ROWS, rows.size());
      assertEquals(
          List.of("skipped @2"),
          rows.stream().filter(OutboxRow::skipped).map(OutboxRow::payload).toList());
      assertEquals(VolatileOutbox.MANY_ROWS - VolatileOutbox.WHOLE_ROWS + 1, brief(store));

      comeAndGo(store, VolatileOutbox.MANY_ROWS / 2, VolatileOutbox.MANY_ROWS);
      assertEquals(2 * VolatileOutbox.MANY_ROWS + 1, brief(store), "all but the one skipped");
      assertEquals(1 + VolatileKeeper.MANY_ENDED, store.history(10_000).size());
      assertEquals(1, store.active().size());
    }
  }

  private static void comeAndGo(FaultStore store, int from, int to) {
    for (int i = from; i < to; i++) {
      store.commit(List.of(TestFaults.raised("f" + i), TestFaults.cleared("f" + i)), ENCODER);
    }
  }

  private static long brief(FaultStore store) {
    return store.outboxAfter(0, 0, 10_000).stream()
        .filter(row -> row.payload().endsWith(" brief"))
        .count();
  }

  @Test
  void whatIsHeldIsOfferedToTheStorageOnceMoreAtTheEnd() throws SQLException {
    try (var store = open()) {
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
      assertFalse(store.commit(List.of(TestFaults.raised("a")), ENCODER).durable());
      storage.heal();
    }
    try (var store = open()) {
      assertEquals(1, store.active().size());
    }
  }

  /** The database that takes its place is not a damaged one. */
  @Test
  void damagedDatabaseIsSetAsideOnceHoweverLongTheStorageThenRefuses() throws Exception {
    try (var store = open()) {
      for (int i = 0; i < 50; i++) {
        store.commit(List.of(TestFaults.raised("f" + i)), new LongReports());
      }
    }
    try (var store = open()) {
      wipe();
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.ENOSPC);
      assertFalse(store.commit(List.of(TestFaults.raised("new")), ENCODER).durable());
      for (int tries = 0; tries < 5; tries++) {
        assertFalse(retried(store));
      }
      storage.heal();
      assertTrue(retried(store));

      assertTrue(Files.exists(folder.resolve("faults.db.damaged")));
      assertFalse(Files.exists(folder.resolve("faults.db.damaged-2")));
      assertEquals(51, store.active().size());
    }
  }

  @Test
  void notMoreThanSoManyDatabasesAreSetAside() throws IOException {
    Files.writeString(folder.resolve("faults.db"), "this is no database".repeat(400));
    Files.createFile(folder.resolve("faults.db.damaged"));
    for (int n = 2; n <= StoreFolder.MOST_ASIDE; n++) {
      Files.createFile(folder.resolve("faults.db.damaged-" + n));
    }
    try (var store = open()) {
      assertFalse(store.health().durable());
      assertTrue(Files.exists(folder.resolve("faults.db")));
    }
  }

  private void wipe() throws IOException {
    Path file = folder.resolve("faults.db");
    try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(8192);
      raw.write(new byte[(int) Files.size(file) - 8192]);
    }
  }

  @Test
  void databaseThatIsFoundDamagedWhileItRunsIsSetAsideAndNothingActiveIsLost() throws IOException {
    try (var store = open()) {
      for (int i = 0; i < 50; i++) {
        store.commit(List.of(TestFaults.raised("f" + i)), new LongReports());
      }
    }
    try (var store = open()) {
      wipe();

      assertTrue(store.commit(List.of(TestFaults.raised("new")), ENCODER).durable());

      assertEquals(List.of("faults.db.damaged"), store.health().setAside());
      assertEquals(51, store.active().size());
    }
    try (var store = open()) {
      assertEquals(51, store.active().size());
      assertEquals(List.of("faults.db.damaged"), store.health().setAside(), "while it lies there");

      Files.delete(folder.resolve("faults.db.damaged"));
      clock.advance(Failover.LOOK_ASIDE_EVERY);
      store.maintain();
      assertEquals(List.of(), store.health().setAside());
    }
  }
}
