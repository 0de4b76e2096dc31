package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultStoreTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  @TempDir Path temp;
  private final ManualClock clock = new ManualClock();

  private FaultStore open() {
    return FaultStore.open(temp.resolve("state"), clock);
  }

  private static List<Long> seqs(FaultStore store) {
    return store.outboxAfter(0, 0, 100).stream().map(OutboxRow::seq).toList();
  }

  @Test
  void reportThatCannotBeEncodedLeavesNothingOfItsCommit() {
    try (var store = open()) {
      OutboxEncoder breaksAtSecond =
          new PlaceEncoder() {
            @Override
            public String encode(FaultTransition transition, OutboxPlace place) {
              if (place.seq() == 2) {
                throw new IllegalStateException("no");
              }
              return super.encode(transition, place);
            }
          };
      var both = List.of(TestFaults.raised("f1"), TestFaults.raised("f2"));

      assertThrows(IllegalStateException.class, () -> store.commit(both, breaksAtSecond));

      assertEquals(List.of(), store.active());
      assertEquals(List.of(), seqs(store));
      store.commit(both, ENCODER);
      assertEquals(List.of(1L, 2L), seqs(store), "no seq was used up by the failure");
    }
  }

  @Test
  void readingOfAQuantityThatThisVersionDoesNotKnowIsLeftOut() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    try (var database = Database.openWriter(temp.resolve("state/faults.db"))) {
      database.update("UPDATE freeze_frame SET quantity = 'WARP_FACTOR' WHERE before IS NULL");
    }
    try (var store = open()) {
      var frame = store.active().getFirst().freezeFrame();
      assertEquals(List.of(), frame.raw());
      assertEquals(1, frame.before().size());
    }
  }

  @Test
  void readingOfAQualityThatThisVersionDoesNotKnowIsNoneOfNow() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    try (var database = Database.openWriter(temp.resolve("state/faults.db"))) {
      database.update("UPDATE freeze_frame SET quality = 'ESTIMATED'");
    }
    try (var store = open()) {
      assertEquals(
          Quality.STALE, store.active().getFirst().freezeFrame().raw().getFirst().quality());
    }
  }

  @Test
  void seqGoesOnWithoutAGapAfterReopeningEvenWhenAllWasAcknowledged() {
    long epoch;
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1"), TestFaults.cleared("f1")), ENCODER);
      epoch = store.outboxStatus().epoch();
      assertEquals(AckOutcome.ADVANCED, store.acknowledge(epoch, 2, ENCODER));
    }
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f2")), ENCODER);

      assertEquals(epoch, store.outboxStatus().epoch());
      assertEquals(List.of(3L), seqs(store));
      assertEquals("RAISED f2 @3", store.outboxAfter(0, 0, 1).getFirst().payload());
    }
  }

  @Test
  void acknowledgementOfAnotherEpochTouchesNothing() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
      OutboxStatus before = store.outboxStatus();

      assertEquals(AckOutcome.OTHER_EPOCH, store.acknowledge(before.epoch() - 1, 1, ENCODER));
      assertEquals(AckOutcome.OTHER_EPOCH, store.acknowledge(before.epoch() + 1, 99, ENCODER));

      assertEquals(before, store.outboxStatus());
    }
  }

  @Test
  void acknowledgementRemovesRowsUpToContiguousOnly() {
    try (var store = open()) {
      store.commit(
          List.of(TestFaults.raised("a"), TestFaults.raised("b"), TestFaults.raised("c")), ENCODER);
      long epoch = store.outboxStatus().epoch();

      assertEquals(AckOutcome.ADVANCED, store.acknowledge(epoch, 2, ENCODER));
      assertEquals(AckOutcome.NOTHING_NEW, store.acknowledge(epoch, 2, ENCODER));

      assertEquals(List.of(3L), seqs(store));
      OutboxStatus after = store.outboxStatus();
      assertEquals(3, after.oldestSeq());
      assertEquals(3, after.lastSeq());
      assertEquals(1, after.depth());
      assertEquals(Optional.of(clock.wall()), after.oldest().map(Waiting::written));
    }
  }

  @Test
  void acknowledgementBeyondTheLastSeqMovesKeptRowsToANewEpoch() {
    try (var store = open()) {
      store.commit(
          List.of(TestFaults.raised("a"), TestFaults.raised("b"), TestFaults.raised("c")), ENCODER);
      long epoch = store.outboxStatus().epoch();
      store.acknowledge(epoch, 1, ENCODER);
      store.skip(epoch, 3, ENCODER);

      assertEquals(AckOutcome.NEW_EPOCH, store.acknowledge(epoch, 40, ENCODER));

      assertTrue(store.outboxStatus().epoch() > epoch);
      assertEquals(
          List.of("RAISED b @1", "skipped @2"),
          store.outboxAfter(0, 0, 9).stream().map(OutboxRow::payload).toList());
      assertEquals(2, store.outboxStatus().lastSeq());
    }
  }

  @Test
  void withoutAnybodyToTellNoReportWaits() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);

      store.commit(Batch.of(List.of(TestFaults.raised("b"), TestFaults.cleared("a"))));

      assertEquals(List.of(TestFaults.raised("b").fault()), store.active());
      assertEquals(List.of(1L), seqs(store), "what waits from before stays");
      store.commit(List.of(TestFaults.cleared("b")), ENCODER);
      assertEquals(List.of(1L, 2L), seqs(store), "and no place is left empty");
    }
  }

  @Test
  void outboxAtItsBoundKeepsThatFaultsBeginAndEndAndNothingMore() {
    open().close();
    long epoch = fillOutbox(FaultStore.OUTBOX_ROWS - 1);
    try (var store = open()) {
      store.commit(List.of(TestFaults.updated("a", 2)), ENCODER);
      store.commit(
          List.of(TestFaults.raised("b"), TestFaults.updated("b", 2), TestFaults.cleared("b")),
          ENCODER);

      assertEquals(
          List.of(
              "UPDATED a @10000",
              "RAISED b @10001 brief",
              "skipped @10002",
              "CLEARED b @10003 brief"),
          store.outboxAfter(epoch, 9_999, 9).stream().map(OutboxRow::payload).toList());
      assertTrue(store.outboxAfter(epoch, 10_001, 1).getFirst().skipped());

      store.acknowledge(epoch, 10, ENCODER);
      store.commit(List.of(TestFaults.updated("a", 3)), ENCODER);
      assertEquals(
          "UPDATED a @10004", store.outboxAfter(epoch, 10_003, 1).getFirst().payload(), "room");
    }
  }

  private long fillOutbox(int rows) {
    try (var database = Database.openWriter(temp.resolve("state/faults.db"))) {
      database.update(
          """
          WITH RECURSIVE place (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM place LIMIT ?)
          INSERT INTO outbox (epoch, seq, written, payload)
          SELECT (SELECT epoch FROM outbox_head), seq, ?, 'full' FROM place
          """,
          rows,
          clock.wall().toString());
      database.update("UPDATE outbox_head SET last_seq = ?", rows);
      return database.number("SELECT epoch FROM outbox_head");
    }
  }

  @Test
  void skippedRowKeepsItsPlace() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a"), TestFaults.raised("b")), ENCODER);

      store.skip(store.outboxStatus().epoch(), 1, ENCODER);

      OutboxRow first = store.outboxAfter(0, 0, 1).getFirst();
      assertEquals(
          new OutboxRow(store.outboxStatus().epoch(), 1, OutboxTopic.FAULT, true, "skipped @1"),
          first);
      assertEquals(List.of(1L, 2L), seqs(store));
    }
  }

  @Test
  void episodeIsOneRowFromRaisedToCleared() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
      assertEquals(List.of(TestFaults.raised("f1").fault()), store.active());

      store.commit(List.of(TestFaults.cleared("f1")), ENCODER);

      assertEquals(List.of(), store.active());
      assertEquals(List.of(TestFaults.cleared("f1").fault()), store.history(10));
    }
  }

  /** It would be told as a storage that refuses, and lost with the program. */
  @Test
  void whatComesAfterTheEndIsRefused() {
    FaultStore store = open();
    store.close();

    assertThrows(
        StoreException.class, () -> store.commit(List.of(TestFaults.raised("f1")), ENCODER));
    assertTrue(store.health().durable());
  }

  /** No transition tells that: an earlier boot has told of the fault last. */
  @Test
  void activeFaultIsListedWithWhatThisBootHasSeenOfIt() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    try (var store = open()) {
      var today = new DtcEntry.Cycle("boot-2", 0, false, true);
      var seen = new DtcEntry("FAN-201", "fan1", 1, 0, "f1", 0, today, true, true);
      store.commit(new Batch(List.of(), List.of(), List.of(seen), Optional.empty()), ENCODER);

      Occurrence listed = store.activeFaults().faults().getFirst().occurrence();
      assertEquals(new Occurrence(1, 1, 0, new DtcStatus("boot-2", true, true)), listed);
    }
  }

  @Test
  void episodesOfAComponentAreCountedOverAllBootsAndWithinTheirOwn() {
    try (var store = open()) {
      var ofBoot2 = new Occurrence(2, 1);
      store.commit(List.of(TestFaults.raised("f1"), TestFaults.cleared("f1")), ENCODER);
      Fault second = TestFaults.stoppedFan("f2", 1, true, "boot-2", ofBoot2);
      store.commit(List.of(TestFaults.told(FaultTransition.Kind.RAISED, second)), ENCODER);

      assertEquals(ofBoot2, store.active().getFirst().occurrence());
      assertEquals(ofBoot2.again(), store.nextOccurrence("FAN-201", "fan1", "boot-2"));
      assertEquals(new Occurrence(3, 1), store.nextOccurrence("FAN-201", "fan1", "boot-3"));
      assertEquals(Occurrence.FIRST, store.nextOccurrence("FAN-201", "fan2", "boot-2"));
    }
  }

  @Test
  void historyIsNewestFirstWhateverTheWallClockDid() {
    try (var store = open()) {
      for (String id : List.of("z", "a", "m")) {
        store.commit(List.of(TestFaults.raised(id)), ENCODER);
      }
      assertEquals(
          List.of("m", "a"), store.history(2).stream().map(fault -> fault.faultId()).toList());
    }
  }

  @Test
  void damagedDatabaseIsSetAsideAndAFreshEpochBegins() throws IOException {
    long epoch;
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
      epoch = store.outboxStatus().epoch();
    }
    Path file = temp.resolve("state/faults.db");
    Files.writeString(
        file, "this is not a database, and long enough to be looked at as one".repeat(99));

    try (var store = open()) {
      Path aside = store.setAside().orElseThrow();
      assertTrue(Files.readString(aside).startsWith("this is not"));
      assertEquals(List.of(), store.active());
      assertNotEquals(epoch, store.outboxStatus().epoch(), "in the same second, too");
      assertEquals("rw-------", mode(file));
    }
    try (var store = open()) {
      assertEquals(Optional.empty(), store.setAside());
    }
  }

  /** A disk that said it had written may have lost rows and kept others that belong to them. */
  @Test
  void databaseThatContradictsItselfIsSetAsideAndTheFaultIsKept() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    try (var database = Database.openWriter(temp.resolve("state/faults.db"))) {
      database.script("PRAGMA foreign_keys = OFF;");
      database.script("DELETE FROM fault;");
    }

    try (var store = open()) {
      assertTrue(store.commit(List.of(TestFaults.raised("f2")), ENCODER).durable());

      assertTrue(store.setAside().isPresent());
      assertEquals(List.of("f2"), store.active().stream().map(f -> f.faultId()).toList());
    }
  }

  @Test
  void databaseOfANewerProgramIsSetAsideUntouched() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    Path file = temp.resolve("state/faults.db");
    try (var database = Database.openWriter(file)) {
      database.script("PRAGMA user_version = 99;");
    }
    try (var store = open()) {
      Path aside = store.setAside().orElseThrow();
      assertEquals("faults.db.newer-version-99", aside.getFileName().toString());
      assertEquals(List.of(), store.active());
      try (var old = Database.openReader(aside)) {
        assertEquals(1, old.number("SELECT count(*) FROM fault"));
      }
    }
  }

  @Test
  void emptyFileIsMigratedToThisVersion() throws IOException {
    Files.createDirectories(temp.resolve("state"));
    Files.createFile(temp.resolve("state/faults.db"));
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    try (var database = Database.openReader(temp.resolve("state/faults.db"))) {
      assertEquals(Schema.VERSION, Schema.versionOf(database));
    }
  }

  @Test
  void filesAreForTheirOwnerAlone() throws IOException {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
      assertEquals("rwx------", mode(temp.resolve("state")));
      try (Stream<Path> files = Files.list(temp.resolve("state"))) {
        List<Path> all = files.toList();
        assertTrue(all.size() >= 3, "database, log and lock");
        for (Path file : all) {
          assertEquals("rw-------", mode(file), file.toString());
        }
      }
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void secondWriterIsRefusedAndReadersAreNot() {
    Path folder = temp.resolve("state");
    try (var store = open()) {
      var refused = assertThrows(StoreException.class, this::open);
      assertTrue(refused.getMessage().contains("in use"), refused.getMessage());

      try (var reader = FaultStore.openReadOnly(folder)) {
        store.commit(List.of(TestFaults.raised("f1")), ENCODER);
        assertEquals(store.active(), reader.active());
      }
    }
    try (var reader = FaultStore.openReadOnly(folder)) {
      assertEquals(1, reader.history(10).size(), "also when nobody writes");
    }
  }

  @Test
  void writesAreDurableAndForeignKeysHold() {
    try (var store = open();
        var database = Database.openWriter(temp.resolve("state/faults.db"))) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
      assertEquals(2, database.number("PRAGMA synchronous"), "FULL");
      assertEquals("wal", database.first("PRAGMA journal_mode", r -> r.getString(1)).orElseThrow());
      assertThrows(
          StoreException.class,
          () -> database.update("INSERT INTO advice VALUES (999, 0, 'a', 'b')"));
    }
  }

  @Test
  void readingAFolderWithoutMemorySaysWhatToDo() {
    var missing =
        assertThrows(StoreException.class, () -> FaultStore.openReadOnly(temp.resolve("none")));
    assertTrue(missing.getMessage().contains("--state"), missing.getMessage());
    assertFalse(Files.exists(temp.resolve("none")), "looking makes nothing");
  }

  @Test
  void documentsAndConnectionCountSurviveAndOlderDocumentsAreRefused() {
    try (var store = open()) {
      assertTrue(store.keep(new KeptDocument("dn/queue", 5, 2, "new")));
      assertFalse(store.keep(new KeptDocument("dn/queue", 5, 1, "old")));
      assertFalse(store.keep(new KeptDocument("dn/queue", 4, 9, "older backend")));
      assertTrue(store.keep(new KeptDocument("dn/ticket/T1", 5, 1, "ticket")));
      assertEquals(1, store.nextConnectionSeq());
    }
    try (var store = open()) {
      assertEquals(
          List.of("new", "ticket"), store.documents().stream().map(KeptDocument::payload).toList());
      assertEquals(2, store.nextConnectionSeq());
      store.forget("dn/queue");
      assertTrue(store.keep(new KeptDocument("dn/queue", 6, 0, "a new backend")));
    }
  }
}
