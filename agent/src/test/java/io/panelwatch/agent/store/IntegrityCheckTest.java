package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IntegrityCheckTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  private static final int SQLITE_INTERRUPT = 9;

  @TempDir private Path state;

  @Test
  void damageThatNothingHasMetIsFoundAfterTheStartAndTheFaultsGoOn() throws Exception {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    spoil("document");

    try (var store = open()) {
      assertEquals(Optional.empty(), store.setAside(), "the start does not come across it");
      try (var check = IntegrityCheck.start(state, store)) {
        check.join();
      }

      assertTrue(store.setAside().isPresent());
      assertTrue(store.health().durable());
      assertEquals(List.of("f1"), store.active().stream().map(Fault::faultId).toList());
      store.commit(List.of(TestFaults.cleared("f1")), ENCODER);
      assertTrue(Verification.of(state.resolve(FaultStore.DATABASE)).ok());
    }
  }

  @Test
  @Timeout(20)
  void freshDatabaseIsNotSetAsideForWhatWasFoundInTheFormerOne() throws Exception {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    spoil("document");

    try (var store = open()) {
      IntegrityCheck check;
      Path aside;
      synchronized (store) {
        check = IntegrityCheck.start(state, store);
        while (!check.waitsForTheStore()) {
          Thread.onSpinWait();
        }
        assertEquals(List.of(), store.documents(), "which meets the damage, too");
        aside = store.setAside().orElseThrow();
        store.commit(List.of(TestFaults.raised("f2")), ENCODER);
      }
      check.join();

      assertEquals(aside, store.setAside().orElseThrow());
      assertEquals(1, store.outboxAfter(0, 0, 10).size(), "the report of f2");
    }
  }

  @Test
  void whatOneViewAloneShowsIsNoDamage() throws Exception {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    Path other = spoiledCopy();

    try (var store = open()) {
      var views = new ArrayDeque<>(List.of(other, state));
      try (var check =
          IntegrityCheck.start(state, store, () -> StoreFiles.openToRead(views.remove()))) {
        check.join();
      }

      assertTrue(views.isEmpty(), "it is looked at once more");
      assertEquals(Optional.empty(), store.setAside());
      assertTrue(store.health().durable());
    }
  }

  @Test
  void whatIsSeenWhileTheStorageFailsIsNoDamage() throws Exception {
    var clock = new ManualClock();
    try (var storage = FaultyStorage.open();
        var store = openBelow(storage, clock)) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
      Path other = spoiledCopy();
      var views = new ArrayDeque<>(List.of(other, other, state));
      Database.Work<Database> opener =
          () -> {
            if (views.size() == 2) {
              failAndHeal(storage, store, clock);
            }
            return StoreFiles.openToRead(views.remove());
          };
      try (var check = IntegrityCheck.start(state, store, opener)) {
        check.join();
      }

      assertTrue(views.isEmpty(), "it is looked at until the storage is well");
      assertEquals(Optional.empty(), store.setAside());
      assertTrue(store.health().durable());
    }
  }

  private FaultStore openBelow(FaultyStorage storage, ManualClock clock) throws Exception {
    storage.below(state);
    return FaultStore.open(state, clock);
  }

  /** The same file is written by another connection afterwards, with another log. */
  private static void failAndHeal(FaultyStorage storage, FaultStore store, ManualClock clock) {
    try {
      storage.fail(FaultyStorage.Call.SYNC, 0, 1, FaultyStorage.How.EIO);
      assertFalse(store.commit(List.of(TestFaults.raised("f2")), ENCODER).durable());
      storage.heal();
      clock.advance(RetryPace.SHORTEST);
      assertTrue(store.maintain());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A board may begin on a card that is full or not to be read yet. */
  @Test
  @Timeout(20)
  void whatCouldNotBeLookedThroughIsOnceTheStorageWorksAgain() throws Exception {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    spoil("document");
    var refusing = new AtomicBoolean(true);
    var refused = new CountDownLatch(1);
    Database.Work<Database> opener =
        () -> {
          if (refusing.get()) {
            refused.countDown();
            throw new StoreException("the card is not there yet");
          }
          return StoreFiles.openToRead(state);
        };

    try (var store = open();
        var check = IntegrityCheck.start(state, store, opener)) {
      refused.await();
      refusing.set(false);
      check.again();
      check.join();

      assertTrue(store.setAside().isPresent());
    }
  }

  @Test
  void soundMemoryStaysAsItIs() throws Exception {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
      long epoch = store.outboxStatus().epoch();
      try (var check = IntegrityCheck.start(state, store)) {
        check.join();
      }

      assertEquals(Optional.empty(), store.setAside());
      assertEquals(epoch, store.outboxStatus().epoch());
    }
  }

  @Test
  void lookThatIsNotWantedAnyMoreEndsInTheMiddleOfATable() throws IOException {
    Path file = Files.createFile(state.resolve("large.db"));
    try (var database = Database.openWriter(file)) {
      database.script("CREATE TABLE large (text TEXT);");
      database.update(
          """
          WITH RECURSIVE some (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM some WHERE i < 20000)
          INSERT INTO large SELECT printf('%400d', i) FROM some
          """);
      database.goOnWhile(() -> false);

      var ended =
          assertThrows(StoreException.class, () -> new Integrity(database).quicklyOf("large"));
      assertEquals(SQLITE_INTERRUPT, ended.sqliteCode());
    }
  }

  /** The folder of a copy of it that is damaged. */
  private Path spoiledCopy() throws IOException {
    Path other = Files.createDirectory(state.resolve("other"));
    Backup.write(
        state.resolve(FaultStore.DATABASE), other.resolve(FaultStore.DATABASE), (_, _) -> {});
    spoil(other, "document");
    return other;
  }

  private void spoil(String table) throws IOException {
    spoil(state, table);
  }

  /** Overwrites the first page of a table. */
  private static void spoil(Path folder, String table) throws IOException {
    long page;
    Path file = folder.resolve(FaultStore.DATABASE);
    try (var database = Database.openReader(file)) {
      page = database.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", table);
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[4096]), (page - 1) * 4096);
    }
  }

  private FaultStore open() {
    return FaultStore.open(state, new ManualClock());
  }
}
