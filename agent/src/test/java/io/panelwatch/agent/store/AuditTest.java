package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people have done is kept, in its order. */
final class AuditTest {

  @TempDir private Path folder;

  @Test
  void whatWasDoneIsThereAfterARestartTheNewestFirst() {
    AuditEntry first = entry("f-1", "done");
    AuditEntry second = entry("f-2", "no-such-fault");
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(Batch.of(first), new PlaceEncoder());
      store.commit(Batch.of(second), new PlaceEncoder());
    }

    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertEquals(List.of(second, first), store.audit(10));
      assertEquals(List.of(second), store.audit(1));
      assertEquals(List.of(first), store.audit("done", 10));
    }
  }

  @Test
  void oldestOfItsLikeLeavesWhereThereAreTooManyAndNoOther() {
    var other = TestDeeds.of("resolve", "f-1", "", AuditEntry.DONE);
    var wrong = TestDeeds.of("resolve", "f-1", "", AuditEntry.WRONG_CODE);
    var newer = entry("f-3", "no-such-fault");
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(Batch.of(other), new PlaceEncoder());
      store.commit(Batch.of(wrong), new PlaceEncoder());
      store.commit(Batch.of(entry("f-1", "no-such-fault")), new PlaceEncoder());
      store.commit(Batch.of(entry("f-2", "no-such-fault")), new PlaceEncoder());
    }
    try (var database = Database.openWriter(StoreFolder.databaseIn(folder))) {
      database.update(
          """
          WITH RECURSIVE more (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < ?)
          INSERT INTO audit SELECT n + i, audit_kind, audit_name, audit_wall, audit_trusted,
            audit_boot_id, audit_uptime_ms, action, subject, detail, outcome
          FROM audit, more WHERE n = 4
          """,
          AuditTable.MOST - 2);
    }

    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(Batch.of(newer), new PlaceEncoder());

      List<AuditEntry> all = store.audit(AuditTable.MOST * 2);
      assertEquals(newer, all.getFirst());
      assertEquals(
          List.of(entry("f-2", "no-such-fault"), wrong, other),
          all.subList(all.size() - 3, all.size()));
      assertEquals(AuditTable.MOST + 2, all.size());
      assertEquals(List.of(wrong), store.audit(AuditEntry.WRONG_CODE, 5));
    }
  }

  @Test
  void whatCannotBeToldIsKeptAndKeepsNoFaultFromBeingTold() {
    var unspeakable = TestDeeds.of("resolve", "unspeakable", "", AuditEntry.WRONG_CODE);
    var batch =
        new Batch(
            List.of(TestFaults.raised("a")),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(unspeakable));
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(batch, new DurabilityEncoder());

      assertEquals(List.of(unspeakable), store.audit(AuditEntry.WRONG_CODE, 5));
      assertEquals(
          List.of("RAISED a @1 durable", "skipped @2"),
          store.outboxAfter(0, 0, 10).stream().map(OutboxRow::payload).toList());
      assertTrue(store.outboxAfter(0, 0, 10).getLast().skipped());
      assertEquals(1, store.active().size());
    }
  }

  private static AuditEntry entry(String subject, String outcome) {
    return TestDeeds.of("acknowledge", subject, "", outcome);
  }
}
