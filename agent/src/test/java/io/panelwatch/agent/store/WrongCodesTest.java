package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wrong codes that keep the next one from being tried outlive a storage that refuses. */
final class WrongCodesTest {

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

  /** Five of them close the lock; who may use the socket without a code must not open it. */
  @Test
  void wrongCodesAreKnownWhateverTheStorageDoesAndWhateverIsTriedBeside() throws SQLException {
    List<AuditEntry> wrong =
        Stream.of("1", "2", "3", "4", "5")
            .map(subject -> TestDeeds.of("resolve", subject, "", AuditEntry.WRONG_CODE))
            .toList();
    try (var store = open()) {
      wrong.subList(0, 2).forEach(entry -> store.commit(Batch.of(entry), ENCODER));
    }
    try (var store = open()) {
      store.commit(Batch.of(wrong.get(2)), ENCODER);
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.ENOSPC);
      wrong.subList(3, 5).forEach(entry -> store.commit(Batch.of(entry), ENCODER));
      for (int i = 0; i < 600; i++) {
        var tried = TestDeeds.of("acknowledge", "none-" + i, "", "no-such-fault");
        store.commit(Batch.of(tried), ENCODER);
      }

      assertEquals(wrong.reversed(), store.audit(AuditEntry.WRONG_CODE, 10));

      storage.heal();
      assertTrue(retried(store));
      assertEquals(wrong.reversed(), store.audit(AuditEntry.WRONG_CODE, 10), "none is doubled");
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.ENOSPC);
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      assertEquals(wrong.reversed(), store.audit(AuditEntry.WRONG_CODE, 10));
    }
  }

  @Test
  void wrongCodesAreNoMoreForAStorageThatComesAndGoes() throws SQLException {
    List<AuditEntry> wrong =
        Stream.of("1", "2", "3")
            .map(subject -> TestDeeds.of("resolve", subject, "", AuditEntry.WRONG_CODE))
            .toList();
    try (var store = open()) {
      wrong.forEach(entry -> store.commit(Batch.of(entry), ENCODER));
      for (String fault : List.of("a", "b", "c")) {
        storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.ENOSPC);
        store.commit(List.of(TestFaults.raised(fault)), ENCODER);

        assertEquals(wrong.reversed(), store.audit(AuditEntry.WRONG_CODE, 10));

        storage.heal();
        assertTrue(retried(store));
      }
    }
  }

  @Test
  void wrongCodesAreKnownWhereTheStorageOnlyLetsItselfBeReadAtTheStart() throws SQLException {
    var wrong = TestDeeds.of("resolve", "f", "", AuditEntry.WRONG_CODE);
    try (var store = open()) {
      store.commit(Batch.of(wrong), ENCODER);
    }
    storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EROFS);
    try (var store = open()) {
      assertEquals(List.of(wrong), store.audit(AuditEntry.WRONG_CODE, 10));
    }
  }
}
