package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
    clock.advance(FaultStore.RETRY_EVERY);
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

      assertEquals(new StoreHealth(false, how != FaultyStorage.How.ENOSPC), store.health());
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

  @Test
  void episodeThatCouldNotBeReadAtTheStartIsOverWhenTheStorageWorksAgain() throws SQLException {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    storage.fail(FaultyStorage.Call.ANY, 0, 1, FaultyStorage.How.EIO);
    try (var store = open()) {
      assertEquals(List.of(), store.active());
      store.commit(List.of(TestFaults.raised("b")), ENCODER);
      storage.heal();
      assertTrue(retried(store));
      assertEquals(List.of("b"), store.active().stream().map(fault -> fault.faultId()).toList());
      assertEquals(2, store.history(10).size());
    }
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
  void storageIsNotAskedAgainBeforeItsTime() throws SQLException {
    try (var store = open()) {
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      storage.heal();
      clock.advance(FaultStore.RETRY_EVERY.minusNanos(1));

      assertFalse(store.maintain());
      clock.advance(Duration.ofNanos(1));
      assertTrue(store.maintain());
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
  void manyChangesInMemoryKeepTheirPlacesOnlyAndNoFaultIsForgotten() throws SQLException {
    try (var store = open()) {
      storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
      store.commit(List.of(TestFaults.raised("a"), TestFaults.updated("a", 2)), ENCODER);
      for (int i = 0; i < VolatileKeeper.MANY_ROWS; i++) {
        store.commit(List.of(TestFaults.raised("f" + i), TestFaults.cleared("f" + i)), ENCODER);
      }
      List<OutboxRow> rows = store.outboxAfter(0, 0, 10_000);
      assertEquals(2 + 2 * VolatileKeeper.MANY_ROWS, rows.size());
      assertEquals(
          List.of("skipped @2"),
          rows.stream().filter(OutboxRow::skipped).map(OutboxRow::payload).toList());
      assertEquals(1 + VolatileKeeper.MANY_ENDED, store.history(10_000).size());
      assertEquals(1, store.active().size());
    }
  }

  @Test
  void databaseThatIsFoundDamagedWhileItRunsIsSetAsideAndNothingActiveIsLost() throws IOException {
    try (var store = open()) {
      for (int i = 0; i < 50; i++) {
        store.commit(List.of(TestFaults.raised("f" + i)), new LongReports());
      }
    }
    Path file = folder.resolve("faults.db");
    try (var store = open()) {
      try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
        raw.seek(8192);
        raw.write(new byte[(int) Files.size(file) - 8192]);
      }

      assertTrue(store.commit(List.of(TestFaults.raised("new")), ENCODER).durable());

      assertTrue(Files.exists(folder.resolve("faults.db.damaged")));
      assertEquals(51, store.active().size());
    }
    try (var store = open()) {
      assertEquals(51, store.active().size());
    }
  }
}
