package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.util.List;
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
  void oldestLeaveWhereThereAreTooMany() {
    var newer = entry("f-2", "done");
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(Batch.of(entry("f-1", "done")), new PlaceEncoder());
    }
    try (var database = Database.openWriter(StoreFolder.databaseIn(folder))) {
      database.update("UPDATE audit SET n = ?", 1);
      database.update(
          "INSERT INTO audit SELECT ?, audit_kind, audit_name, audit_wall, audit_trusted,"
              + " audit_boot_id, audit_uptime_ms, action, subject, detail, outcome FROM audit",
          AuditTable.MOST);
    }

    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(Batch.of(newer), new PlaceEncoder());

      assertEquals(List.of(newer, entry("f-1", "done")), store.audit(10));
    }
  }

  private static AuditEntry entry(String subject, String outcome) {
    return TestDeeds.of("acknowledge", subject, "", outcome);
  }
}
