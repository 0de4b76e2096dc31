package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/**
 * A backup in which fan1 is active as f1; what happens after it, and what restoring makes of it.
 */
class RestoreTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();
  private static final Optional<OutboxEncoder> TOLD = Optional.of(ENCODER);
  private static final Backup.Progress QUIET = (done, all) -> {};

  @TempDir private Path temp;

  private final ManualClock clock = new ManualClock();
  private FaultStore store;
  private Path backup;

  @BeforeEach
  void save() throws IOException {
    backup = temp.resolve("backup.db");
    store = open();
    raise("fan0", "f0");
    clear("fan0", "f0");
    raise("fan1", "f1");
    Backup.write(state().resolve(FaultStore.DATABASE), backup, QUIET);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsActiveNowStaysAndTheHistoryIsTheBackups() throws IOException {
    clear("fan1", "f1");
    raise("fan2", "f2");
    raise("fan3", "f3");
    clear("fan3", "f3");

    Restored restored = restore(true);

    assertEquals(List.of("f2"), ids(store.active()));
    assertEquals(List.of("f2", "f1", "f0"), ids(store.history(10)));
    assertEquals(new Restored(restored.replaced(), 3, 0), restored);
    assertFalse(store.history(10).get(1).active(), "it has ended since, and that was told then");
    assertTrue(Verification.of(state().resolve(FaultStore.DATABASE)).ok());
  }

  @Test
  void everyReportThatWaitsKeepsItsPlaceAndTheNextEpochIsLaterThanAnyBefore() throws IOException {
    long epoch = store.outboxStatus().epoch();
    raise("fan2", "f2");
    store.acknowledge(epoch, 2, ENCODER);
    List<OutboxRow> waiting = store.outboxAfter(0, 0, 10);

    restore(true);

    assertEquals(waiting, store.outboxAfter(0, 0, 10));
    OutboxStatus after = store.outboxStatus();
    assertTrue(after.epoch() > epoch);
    assertEquals(0, after.lastSeq());
    raise("fan4", "f4");
    OutboxRow next = store.outboxAfter(epoch, Long.MAX_VALUE, 10).getFirst();
    assertEquals(after.epoch() + " 1", next.epoch() + " " + next.seq());
  }

  @Test
  void faultThatOnlyTheBackupKnowsIsToldAsEndedWhereFaultsAreJudged() throws IOException {
    begunAfresh();
    raise("fan2", "f2");

    assertEquals(1, restore(true).ended());

    assertEquals(List.of("f2"), ids(store.active()));
    OutboxRow told = store.outboxAfter(0, 0, 10).getLast();
    assertEquals("CLEARED f1 @1", told.payload());
    assertEquals(store.outboxStatus().epoch(), told.epoch());
    assertEquals(
        2,
        store.history(10).stream()
            .filter(f -> f.faultId().equals("f1"))
            .findFirst()
            .orElseThrow()
            .rev());
  }

  @Test
  void whereNobodyIsToldItEndsWithoutAReport() throws IOException {
    begunAfresh();

    Backup.stage(backup, state(), QUIET);
    assertEquals(1, store.restore(Optional.empty(), true, now()).ended());

    assertEquals(List.of(), store.active());
    assertEquals("RAISED f1 @3", store.outboxAfter(0, 0, 10).getLast().payload());
    assertEquals(0, store.outboxStatus().lastSeq());
  }

  @Test
  void whereNothingIsJudgedItIsLeftToTheNextStart() throws IOException {
    begunAfresh();
    raise("fan2", "f2");

    assertEquals(0, restore(false).ended());

    assertEquals(List.of("f1", "f2"), ids(store.active()).stream().sorted().toList());
  }

  @Test
  void sameAlarmIsNeverActiveTwice() throws IOException {
    begunAfresh();
    raise("fan1", "f9");

    assertEquals(1, restore(false).ended());

    assertEquals(List.of("f9"), ids(store.active()));
    assertTrue(Verification.of(state().resolve(FaultStore.DATABASE)).ok());
  }

  @Test
  void whatIsPutAsideNowStaysSo() throws IOException {
    aside("fan2");

    restore(true);

    assertEquals(1, store.recollection().arrangements().shelves().size());
  }

  /** Somebody may end it before the agent reads what is told: it must not begin again. */
  @Test
  void agentThatRunsIsNotToldWhatItHasArrangedItself() throws IOException {
    aside("fan2");

    restore(true);

    assertEquals(Arrangements.NONE, store.lateRecollection().orElseThrow().arrangements());
  }

  @Test
  void boardWithANewStorageGoesOnAsTheBackupHasIt() throws IOException {
    aside("fan2");
    Backup.write(state().resolve(FaultStore.DATABASE), backup, QUIET);
    begunAfresh();

    restore(false);

    assertEquals(List.of("f1"), ids(store.active()));
    assertEquals(1, store.recollection().arrangements().shelves().size());
    assertEquals(3, store.outboxAfter(0, 0, 10).size(), "what the backend may not have");
  }

  @Test
  void agentThatRunsIsToldWhatTheBackupCountsAndHasPutAside() throws IOException {
    aside("fan2");
    store.commit(
        new Batch(List.of(), List.of(), List.of(counted("fan0", 10)), Optional.empty()), ENCODER);
    Backup.write(state().resolve(FaultStore.DATABASE), backup, QUIET);
    begunAfresh();

    restore(true);

    Recollection late = store.lateRecollection().orElseThrow();
    assertEquals(List.of(), late.episodes(), "what is active is known");
    assertEquals(List.of(counted("fan0", 10)), late.memory());
    assertEquals(1, late.arrangements().shelves().size());
    assertEquals(Optional.empty(), store.lateRecollection());
  }

  @Test
  void whatIsArrangedBeforeTheBackupsIsTakenTakesNothingOfThatAway() throws IOException {
    aside("fan2");
    Backup.write(state().resolve(FaultStore.DATABASE), backup, QUIET);
    begunAfresh();

    restore(true);
    aside("fan7");

    store.close();
    store = open();
    assertEquals(
        Set.of("fan2", "fan7"),
        store.recollection().arrangements().shelves().stream()
            .map(Shelf::component)
            .collect(Collectors.toSet()));
  }

  @Test
  void whatIsPutAsideNowStaysSoAlsoWhereNothingHasFailedYet() throws IOException {
    begunAfresh();
    aside("fan7");

    restore(true);

    Arrangements kept = store.recollection().arrangements();
    assertEquals(List.of("fan7"), kept.shelves().stream().map(Shelf::component).toList());
  }

  @Test
  void whoDidWhatIsKnownOfBothTheBackupAndThePresent() throws IOException {
    var before = TestDeeds.acknowledged("f1");
    store.commit(Batch.of(before), ENCODER);
    Backup.write(state().resolve(FaultStore.DATABASE), backup, QUIET);
    var since = TestDeeds.of("resolve", "f1", "", AuditEntry.WRONG_CODE);
    store.commit(Batch.of(since), ENCODER);

    restore(true);
    assertEquals(List.of(since, before), store.audit(10));

    begunAfresh();
    raise("fan2", "f2");
    store.commit(Batch.of(since), ENCODER);
    restore(true);
    assertEquals(List.of(since, before), store.audit(10));
  }

  @Test
  void formerMemoryIsKeptBesideAndIsWhole() throws IOException {
    raise("fan2", "f2");

    Path former = restore(true).replaced();
    assertEquals("faults.db.replaced", former.getFileName().toString());
    assertEquals(3, Verification.of(former).contents().orElseThrow().episodes());
    assertEquals("faults.db.replaced-2", restore(true).replaced().getFileName().toString());
    store.close();
    store = open();
    assertEquals(List.of("f1", "f2"), ids(store.active()).stream().sorted().toList());
  }

  @Test
  void nothingIsReplacedWhileSomebodyReadsAndFaultsAreKeptAsBefore() throws IOException {
    raise("fan2", "f2");
    try (var reader = Database.openReader(state().resolve(FaultStore.DATABASE))) {
      reader.script("BEGIN;");
      reader.number("SELECT count(*) FROM fault");
      raise("fan3", "f3");

      var refused = assertThrows(StoreException.class, () -> restore(true));
      assertTrue(refused.getMessage().contains("try again"), refused.getMessage());
    }

    assertTrue(store.health().durable());
    raise("fan4", "f4");
    assertEquals(List.of("f1", "f2", "f3", "f4"), ids(store.active()));
    restore(true);
    assertEquals(4, store.active().size());
  }

  /** Whoever holds a lock on the backup keeps it from being brought to this program's version. */
  @Test
  @Timeout(30)
  void faultsAreKeptWhileABackupIsBroughtToThisVersionAndAreThereAfterwards() throws Exception {
    Backup.stage(backup, state(), QUIET);
    Path staged = StagedBackup.in(state());
    try (var holder = new SQLiteConfig().createConnection("jdbc:sqlite:" + staged);
        var lock = holder.createStatement();
        var thread = Executors.newSingleThreadExecutor()) {
      lock.executeUpdate("BEGIN EXCLUSIVE");
      Future<Restored> restoring = thread.submit(() -> store.restore(TOLD, true, now()));
      while (Files.exists(staged)) {
        Thread.onSpinWait();
      }

      raise("fan2", "f2");
      lock.executeUpdate("ROLLBACK");

      assertEquals(3, restoring.get().episodes());
    }
    assertEquals(List.of("f1", "f2"), ids(store.active()));
  }

  /** What is remembered of a cycle is one fact: of a boot, nothing of another one's is told. */
  @Test
  void whatABootHasSeenIsNotMixedWithWhatTheOneOfTheBackupHas() throws IOException {
    remember(new DtcEntry.Cycle("boot-1", 0, false, true), false);
    Files.delete(backup);
    Backup.write(state().resolve(FaultStore.DATABASE), backup, QUIET);
    DtcEntry now = remember(new DtcEntry.Cycle("boot-2", 0, false, true), true);

    restore(true);

    assertEquals(List.of(now), store.recollection().memory());
  }

  private DtcEntry remember(DtcEntry.Cycle cycle, boolean seen) {
    var entry = new DtcEntry("FAN-201", "fan1", 1, 1, "f1", 0, cycle, seen, seen);
    store.commit(new Batch(List.of(), List.of(), List.of(entry), Optional.empty()), ENCODER);
    return entry;
  }

  @Test
  void backupForWhichThereIsNoSpaceIsFoundOut() {
    var full = assertThrows(IOException.class, () -> Backup.requireRoom(temp, Long.MAX_VALUE));
    assertTrue(full.getMessage().contains("make room"), full.getMessage());
  }

  @Test
  void damagedBackupIsNotEvenStaged() throws IOException {
    int page;
    try (var database = Database.openReader(backup)) {
      page = (int) database.number("SELECT rootpage FROM sqlite_schema WHERE name = 'fault'");
    }
    byte[] bytes = Files.readAllBytes(backup);
    for (int i = (page - 1) * 4096; i < page * 4096; i++) {
      bytes[i] ^= (byte) 0xff;
    }
    Files.write(backup, bytes);

    assertThrows(StoreException.class, () -> restore(true));
    assertFalse(Files.exists(state().resolve("faults.db.restore")));
    assertEquals(List.of("f1"), ids(store.active()));
  }

  @Test
  void nothingIsRestoredWhereNoBackupWaits() {
    assertThrows(StoreException.class, () -> store.restore(TOLD, true, now()));
    assertEquals(List.of("f1"), ids(store.active()));
  }

  private Restored restore(boolean judging) throws IOException {
    Backup.stage(backup, state(), QUIET);
    return store.restore(TOLD, judging, now());
  }

  private Stamp now() {
    return new Stamp(clock.wall(), true, "boot-2", 60_000);
  }

  /** As after damage, or on another card. */
  private void begunAfresh() throws IOException {
    store.close();
    Files.delete(state().resolve(FaultStore.DATABASE));
    store = open();
  }

  private void aside(String fan) {
    var mei = new Actor(Actor.Kind.SHELL, "mei");
    var shelf = new Shelf("FAN-201", fan, now(), Optional.empty(), mei);
    store.commit(
        new Batch(
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Arrangements(List.of(shelf), Optional.empty(), List.of()))),
        ENCODER);
  }

  private static DtcEntry counted(String fan, int total) {
    var cycle = new DtcEntry.Cycle("boot-2", 0, true, true);
    return new DtcEntry("FAN-201", fan, total, 1, "f0", 0, cycle, true, true);
  }

  private void raise(String fan, String id) {
    tell(FaultTransition.Kind.RAISED, TestFaults.stopped(fan, id, 1, true, "b", Occurrence.FIRST));
  }

  private void clear(String fan, String id) {
    tell(
        FaultTransition.Kind.CLEARED, TestFaults.stopped(fan, id, 2, false, "b", Occurrence.FIRST));
  }

  private void tell(FaultTransition.Kind kind, Fault fault) {
    store.commit(List.of(TestFaults.told(kind, fault)), ENCODER);
  }

  private static List<String> ids(List<Fault> faults) {
    return faults.stream().map(Fault::faultId).toList();
  }

  private Path state() {
    return temp.resolve("state");
  }

  private FaultStore open() {
    return FaultStore.open(state(), clock);
  }
}
