package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do is told under the places that reports of faults have, too. */
final class ServiceReportsTest {

  private static final OutboxEncoder ENCODER = new DurabilityEncoder();

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  private FaultStore open() {
    return FaultStore.open(folder, clock);
  }

  private static Batch batch(List<FaultTransition> transitions, AuditEntry... done) {
    return new Batch(transitions, List.of(), List.of(), Optional.empty(), List.of(done));
  }

  private static List<String> reports(FaultStore store) {
    return store.outboxAfter(0, 0, 10_000).stream()
        .map(row -> row.topic().path() + " " + row.payload())
        .toList();
  }

  @Test
  void whatWasDoneFollowsWhatItChangedOnItsOwnTopic() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      store.commit(
          batch(List.of(TestFaults.updated("a", 2)), TestDeeds.acknowledged("a")), ENCODER);
      store.commit(Batch.of(TestDeeds.acknowledged("b")), ENCODER);
    }
    try (var store = open()) {
      assertEquals(
          List.of(
              "up/fault RAISED a @1 durable",
              "up/fault UPDATED a @2 durable",
              "up/service acknowledge a @3 durable",
              "up/service acknowledge b @4 durable"),
          reports(store));
      assertEquals(4, store.outboxStatus().depth());
    }
  }

  @Test
  void whereNobodyIsToldWhatWasDoneIsKeptAndNoReport() {
    try (var store = open()) {
      store.commit(Batch.of(TestDeeds.acknowledged("a")));

      assertEquals(List.of(TestDeeds.acknowledged("a")), store.audit(10));
      assertEquals(0, store.outboxStatus().lastSeq());
    }
  }

  @Test
  void deedThatIsGivenUpKeepsItsPlaceOnItsTopicAlsoInANewEpoch() {
    try (var store = open()) {
      store.commit(batch(List.of(TestFaults.raised("a")), TestDeeds.acknowledged("a")), ENCODER);
      long epoch = store.outboxStatus().epoch();
      store.skip(epoch, 2, ENCODER);
      store.commit(Batch.of(TestDeeds.acknowledged("b")), ENCODER);

      assertEquals(AckOutcome.NEW_EPOCH, store.acknowledge(epoch, 99, ENCODER));

      assertEquals(
          List.of("up/fault RAISED a @1", "up/service skipped @2", "up/service acknowledge b @3"),
          reports(store));
    }
  }

  @Test
  void outboxAtItsBoundGivesUpWhatPeopleDidBeforeThatFaultsBeginAndEnd() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    long epoch = fill(FaultStore.OUTBOX_ROWS);
    try (var store = open()) {
      store.commit(batch(List.of(TestFaults.cleared("a")), TestDeeds.acknowledged("a")), ENCODER);

      List<OutboxRow> added = store.outboxAfter(epoch, FaultStore.OUTBOX_ROWS, 9);
      assertEquals("CLEARED a @10001 durable brief", added.getFirst().payload());
      assertEquals(
          new OutboxRow(epoch, 10_002, OutboxTopic.SERVICE, true, "skipped @10002"),
          added.getLast());
      assertEquals(
          List.of(TestDeeds.acknowledged("a")), store.audit(10), "the device knows it still");
    }
  }

  /** More rows, up to that one. */
  private long fill(int last) {
    try (var database = Database.openWriter(StoreFolder.databaseIn(folder))) {
      database.update(
          """
          WITH RECURSIVE place (seq) AS (SELECT 2 UNION ALL SELECT seq + 1 FROM place LIMIT ?)
          INSERT INTO outbox (epoch, seq, written, payload)
          SELECT (SELECT epoch FROM outbox_head), seq, ?, 'full' FROM place
          """,
          last - 1,
          clock.wall().toString());
      database.update("UPDATE outbox_head SET last_seq = ?", last);
      return database.number("SELECT epoch FROM outbox_head");
    }
  }

  @Test
  void whatIsDoneWhileTheStorageRefusesIsTakenOverAtItsPlaceOnce() throws Exception {
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      try (var store = open()) {
        store.commit(List.of(TestFaults.raised("a")), ENCODER);
        storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
        store.commit(
            batch(List.of(TestFaults.updated("a", 2)), TestDeeds.acknowledged("a")), ENCODER);
        store.commit(List.of(TestFaults.cleared("a")), ENCODER);
        List<String> held =
            List.of(
                "up/fault UPDATED a @1 volatile",
                "up/service acknowledge a @2 volatile",
                "up/fault CLEARED a @3 volatile");
        assertEquals(held, reports(store));

        storage.heal();
        clock.advance(RetryPace.SHORTEST);
        assertTrue(store.maintain());

        assertEquals("up/fault RAISED a @1 durable", reports(store).getFirst());
        assertEquals(held, reports(store).subList(1, 4));
        assertEquals(List.of(TestDeeds.acknowledged("a")), store.audit(10));
      }
    }
  }

  @Test
  void deedOfWhichOnlyTheFlushWasRefusedIsThereOnce() throws Exception {
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      try (var store = open()) {
        store.commit(List.of(TestFaults.raised("a")), ENCODER);
        storage.fail(FaultyStorage.Call.SYNC, 0, 1, FaultyStorage.How.EIO);
        store.commit(Batch.of(TestDeeds.acknowledged("a")), ENCODER);
        store.commit(Batch.of(TestDeeds.acknowledged("b")), ENCODER);
        storage.heal();
        clock.advance(RetryPace.SHORTEST);
        assertTrue(store.maintain());

        assertEquals(
            List.of(TestDeeds.acknowledged("b"), TestDeeds.acknowledged("a")), store.audit(10));
        assertEquals(3, reports(store).size());
      }
    }
  }

  @Test
  void memoryGivesUpWhatPeopleDidAndNotThatFaultsBeginAndEnd() throws Exception {
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      try (var store = open()) {
        storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
        store.commit(Batch.of(TestDeeds.acknowledged("a")), ENCODER);
        for (int i = 0; i < VolatileOutbox.WHOLE_ROWS; i++) {
          store.commit(List.of(TestFaults.raised("f" + i)), ENCODER);
        }
        assertEquals(
            "up/service acknowledge a @1 volatile", reports(store).getFirst(), "not brief");

        for (int i = 0; i < VolatileOutbox.MANY_ROWS - VolatileOutbox.WHOLE_ROWS; i++) {
          store.commit(List.of(TestFaults.cleared("f" + i)), ENCODER);
        }
        assertEquals("up/service skipped @1", reports(store).getFirst());
        assertFalse(store.outboxAfter(0, 0, 2).getLast().skipped());
        assertEquals(VolatileOutbox.MANY_ROWS + 1, reports(store).size(), "no place is lost");
      }
    }
  }
}
