package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PruningTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private FaultStore store;
  private int occurrence;

  @BeforeEach
  void open() {
    store = FaultStore.open(folder, new StoreSettings(Optional.empty(), 30, 8), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void episodeThatWasOverForLongLeavesAndTheLatestOfItsKindStays() {
    episodes("old", 3);
    acknowledgeAll();
    prune();
    assertEquals(List.of("old2", "old1", "old0"), history());

    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(List.of("old2"), history());
    assertEquals(4, store.nextOccurrence("FAN-201", "fan1", "boot-1").total());
  }

  /** Nobody may ever acknowledge: the report waits, and needs no history. */
  @Test
  void whatTheBackendMayNotHaveLeavesTheHistoryAndNotTheOutbox() {
    episodes("old", 3);
    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(List.of("old2"), history());
    assertEquals(3, store.outboxStatus().depth());
  }

  @Test
  void drillLeavesAlsoWhereItIsTheLatestOfItsKind() {
    store.commit(
        List.of(
            TestFaults.told(
                FaultTransition.Kind.CLEARED, TestFaults.drill("fan9", "drill", false))),
        ENCODER);
    episodes("old", 1);
    acknowledgeAll();
    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(List.of("old0"), history());
  }

  @Test
  void whatPeopleDidLeavesWithItsTime() {
    store.commit(Batch.of(deed("old", clock.wall())), ENCODER);
    clock.advance(Duration.ofDays(20));
    store.commit(Batch.of(deed("new", clock.wall())), ENCODER);
    clock.advance(Duration.ofDays(11));
    prune();

    assertEquals(List.of("new"), store.audit(10).stream().map(AuditEntry::subject).toList());
  }

  private static AuditEntry deed(String subject, Instant at) {
    var stamp = new Stamp(at, true, "boot-1", 0);
    return new AuditEntry(stamp, Actor.AGENT, "acknowledge", subject, "", "done");
  }

  @Test
  void whatIsActiveStays() {
    Fault active = fan("active", 1, true);
    store.commit(List.of(TestFaults.told(FaultTransition.Kind.RAISED, active)), ENCODER);
    episodes("old", 2);
    acknowledgeAll();
    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(List.of("old1", "active"), history());
    assertEquals(1, store.active().size());
  }

  @Test
  void clockThatCannotBeBelievedEndsNoHistory() {
    episodes("old", 3);
    acknowledgeAll();
    clock.advance(Duration.ofDays(31));
    clock.trustWall(false);
    prune();

    assertEquals(3, history().size());
  }

  /** It ended in a boot that began in 1970, before the clock was set. */
  @Test
  void endThatIsDatedBeforeItsBeginningIsNoDate() {
    occurrence++;
    Fault ended = fan("new", 2, false).cleared(Instant.EPOCH);
    store.commit(List.of(TestFaults.told(FaultTransition.Kind.CLEARED, ended)), ENCODER);
    episodes("again", 1);
    prune();

    assertEquals(List.of("again0", "new"), history());
  }

  @Test
  void longHistoryIsGoneThroughInSlices() {
    episodes("old", 3 * Pruning.SLICE);
    acknowledgeAll();
    clock.advance(Duration.ofDays(31));

    store.maintain();
    assertEquals(2 * Pruning.SLICE, history().size());
    prune();
    assertEquals(1, history().size());
  }

  @Test
  void databaseThatIsTooLargeLosesItsOldestEpisodes() {
    for (int i = 0; i < 32; i++) {
      episodes("e" + i + "-", 500);
      acknowledgeAll();
    }
    assertTrue(bytes() > 8 << 20, "too large to begin with");

    clock.advance(Pruning.EVERY);
    prune();

    assertTrue(bytes() <= 8 << 20, "kept in bounds");
    assertTrue(bytes() > 6 << 20, "and no more taken than that");
    assertEquals("e31-499", history().getFirst());
  }

  /** They began in an order, and ended in another. */
  @Test
  void episodeThatLastedForLongHidesNoneBehindIt() {
    for (int i = 0; i < Pruning.SLICE; i++) {
      episodes("old" + i + "-", 1);
    }
    store.close();
    change(
        "UPDATE fault SET last_change = '2030-01-01T00:00:00Z', clock_trusted = 0"
            + " WHERE fault_id = 'old"
            + (Pruning.SLICE - 1)
            + "-0'");
    open();
    episodes("behind", 2);
    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(List.of("behind1", "old" + (Pruning.SLICE - 1) + "-0"), history());
  }

  @Test
  void whatHasAgedLeavesWithItsLatestEpisode() {
    episodes("aged", 2);
    store.commit(new Batch(List.of(), List.of(), List.of(entry(DtcEntry.AGED)), Optional.empty()));
    prune();
    assertEquals(2, history().size(), "not before its time");

    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(List.of(), history());
    assertEquals(List.of(), store.recollection().memory(), "nor to be written again");
    store.close();
    open();
    assertEquals(List.of(), store.recollection().memory());
  }

  @Test
  void whatHasNotAgedIsRememberedWithItsLatestEpisode() {
    episodes("young", 2);
    store.commit(
        new Batch(List.of(), List.of(), List.of(entry(DtcEntry.AGED - 1)), Optional.empty()));
    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(List.of("young1"), history());
    store.close();
    open();
    assertEquals(1, store.recollection().memory().size());
  }

  private static DtcEntry entry(int cleanCycles) {
    var cycle = new DtcEntry.Cycle("boot-1", 40, true, false);
    return new DtcEntry("FAN-201", "fan1", 2, 2, "f", cleanCycles, cycle, true, true);
  }

  private void change(String statement) {
    try (var database = Database.openWriter(folder.resolve("faults.db"))) {
      database.update(statement);
    }
  }

  private void episodes(String name, int count) {
    var transitions = new ArrayList<FaultTransition>();
    for (int i = 0; i < count; i++) {
      occurrence++;
      transitions.add(TestFaults.told(FaultTransition.Kind.CLEARED, fan(name + i, 2, false)));
    }
    store.commit(transitions, ENCODER);
  }

  private Fault fan(String id, int rev, boolean active) {
    return TestFaults.stoppedFan(id, rev, active, "boot-1", new Occurrence(occurrence, occurrence));
  }

  private void acknowledgeAll() {
    OutboxStatus outbox = store.outboxStatus();
    store.acknowledge(outbox.epoch(), outbox.lastSeq(), ENCODER);
  }

  private void prune() {
    for (int i = 0; i < 100; i++) {
      store.maintain();
    }
  }

  private List<String> history() {
    return store.history(100_000).stream().map(Fault::faultId).toList();
  }

  private long bytes() {
    try (var database = Database.openReader(folder.resolve("faults.db"))) {
      return Pruning.bytes(database);
    }
  }
}
