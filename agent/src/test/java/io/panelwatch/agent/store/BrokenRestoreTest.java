package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restoring that is broken off, begun twice, or refused by the storage. The backup has f1 active,
 * of which the present knows nothing; and the present f2, whose report waits.
 */
class BrokenRestoreTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();
  private static final Backup.Progress QUIET = (done, all) -> {};

  @TempDir private Path temp;

  private final ManualClock clock = new ManualClock();
  private Path state;
  private Path backup;

  @BeforeEach
  void save() throws IOException {
    state = temp.resolve("state");
    backup = temp.resolve("backup.db");
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f1")), ENCODER);
    }
    Path database = state.resolve(FaultStore.DATABASE);
    Backup.write(database, backup, QUIET);
    Files.delete(database);
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("f2")), ENCODER);
    }
  }

  @Test
  void logThatABrokenRestoreHasLeftIsNotPlayedIntoTheNextBackup() throws IOException {
    try (var store = open()) {
      stage();
      Files.move(state.resolve("faults.db.restore"), state.resolve("faults.db.restoring"));
      leaveLogOf("faults.db.restoring");

      stage();
      assertEquals(2, restore(store, ENCODER).episodes());
      assertEquals(List.of("f2"), ids(store.active()));
    }
    assertTrue(Verification.of(state.resolve(FaultStore.DATABASE)).ok());
  }

  /** As a power cut does after something was stored in a file and before its writer has ended. */
  private void leaveLogOf(String name) throws IOException {
    Path file = state.resolve(name);
    Path log = state.resolve(name + "-wal");
    Path kept = temp.resolve("log");
    try (var database = Database.openWriter(file)) {
      database.update("DELETE FROM fault");
      Files.copy(log, kept);
    }
    Files.move(kept, log);
  }

  @Test
  void whatABrokenRestoreHasLeftIsGoneAfterTheNextStart() throws IOException {
    List<Path> left =
        List.of(
            state.resolve("faults.db.restoring"),
            state.resolve("faults.db.restoring-wal"),
            state.resolve("faults.db.restoring-shm"),
            state.resolve("faults.db.restoring-journal"),
            state.resolve("faults.db.restore.1234.new"),
            state.resolve("faults.db.restore.1234.new-journal"));
    for (Path file : left) {
      Files.createFile(file);
    }

    open().close();

    left.forEach(file -> assertFalse(Files.exists(file), file.toString()));
  }

  @Test
  void halfCopyThatCannotBeTakenAwayKeepsNobodyFromTheStore() throws IOException {
    Files.createDirectories(state.resolve("faults.db.restore.1234.new").resolve("in the way"));
    Files.createDirectories(state.resolve("faults.db.restoring").resolve("in the way"));

    try (var store = open()) {
      assertTrue(store.health().durable());
    }
  }

  @Test
  void copyUnderWayOutlivesAStartOfTheDaemon() throws IOException {
    Files.delete(state.resolve(FaultStore.DATABASE));
    Backup.stage(backup, state, (done, all) -> open().close());

    try (var store = open()) {
      assertEquals(1, restore(store, ENCODER).episodes());
    }
  }

  @Test
  void onlyOneBackupIsCopiedAtATime() throws IOException {
    try (var _ = Copying.begin(state)) {
      assertThrows(BackupUnderWayException.class, this::stage);
    }
    stage();
  }

  @Test
  void refusedBackupLeavesNothingBehind() throws IOException {
    try (var store = open()) {
      stage();
      try (var database = Database.openWriter(StagedBackup.in(state))) {
        database.script("PRAGMA user_version = 99;");
      }

      assertThrows(StoreException.class, () -> restore(store, ENCODER));

      assertFalse(Files.exists(state.resolve("faults.db.restore")));
      assertFalse(Files.exists(state.resolve("faults.db.restoring")));
      assertFalse(Files.exists(state.resolve("faults.db.restoring-wal")));
    }
  }

  @Test
  void backupWhoseRestUnderAFullDiskIsNotWrittenDoesNotTakeThePlaceOfThePresent() throws Exception {
    try (var storage = FaultyStorage.open()) {
      storage.below(state);
      try (var store = open()) {
        boolean restored = false;
        for (int writes = 0; !restored; writes++) {
          int well = writes;
          stage();
          restored =
              restores(
                  store,
                  () -> storage.fail(FaultyStorage.Call.WRITE, well, 1, FaultyStorage.How.ENOSPC));
          storage.heal();

          clock.advance(Duration.ofMinutes(1));
          store.maintain();
          assertEquals(List.of("f2"), ids(store.active()), "full after writes: " + writes);
          assertTrue(reports(store).contains("RAISED f2 @1"), "full after writes: " + writes);
        }
      }
    }
  }

  private boolean restores(FaultStore store, Executable meanwhile) {
    try {
      restore(store, new Meanwhile(meanwhile));
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  @Test
  void backupThatIsStagedMeanwhileIsNotTakenForTheOneThatWasMadeReady() throws IOException {
    try (var store = open()) {
      long epoch = store.outboxStatus().epoch();
      stage();

      restore(store, new Meanwhile(this::stage));

      assertEquals(List.of("f2"), ids(store.active()));
      assertTrue(reports(store).contains("RAISED f2 @1"));
      assertTrue(store.outboxStatus().epoch() > epoch);
      restore(store, ENCODER);
      assertEquals(List.of("f2"), ids(store.active()), "the other one waits for its turn");
    }
  }

  @Test
  void nothingIsClosedForARestoreWhoseFormerMemoryHasNoPlace() throws IOException {
    isRefusedAndNothingIsClosed(
        () -> {
          for (int n = 1; n <= StoreFolder.MOST_ASIDE; n++) {
            Files.createFile(state.resolve("faults.db.replaced" + (n == 1 ? "" : "-" + n)));
          }
        });
  }

  @Test
  void nothingIsClosedForARestoreOnAStorageWhereNothingHasASecondName() throws IOException {
    isRefusedAndNothingIsClosed(
        () -> Files.createDirectories(state.resolve("faults.db.linked").resolve("in the way")));
  }

  private void isRefusedAndNothingIsClosed(Executable before) throws IOException {
    try (var store = open()) {
      assertDoesNotThrow(before);
      long epoch = store.outboxStatus().epoch();
      stage();

      assertThrows(StoreException.class, () -> restore(store, ENCODER));

      assertTrue(store.health().durable());
      assertEquals(epoch, store.outboxStatus().epoch());
      assertFalse(Files.exists(state.resolve("faults.db.restore")));
      assertFalse(Files.exists(state.resolve("faults.db.restoring")));
    }
  }

  /** Lets something happen while a backup is made ready. */
  private static final class Meanwhile extends PlaceEncoder {
    private final Executable what;

    Meanwhile(Executable what) {
      this.what = what;
    }

    @Override
    public String encode(FaultTransition transition, OutboxPlace place) {
      assertDoesNotThrow(what);
      return super.encode(transition, place);
    }
  }

  private void stage() throws IOException {
    Backup.stage(backup, state, QUIET);
  }

  private Restored restore(FaultStore store, OutboxEncoder encoder) {
    return store.restore(
        Optional.of(encoder), true, new Stamp(clock.wall(), true, "boot-2", 60_000));
  }

  private static List<String> ids(List<Fault> faults) {
    return faults.stream().map(Fault::faultId).toList();
  }

  private static List<String> reports(FaultStore store) {
    return store.outboxAfter(0, 0, 100).stream().map(OutboxRow::payload).toList();
  }

  private FaultStore open() {
    return FaultStore.open(state, clock);
  }
}
