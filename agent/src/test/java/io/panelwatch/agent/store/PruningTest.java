package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
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

  @Test
  void whatTheBackendMayNotHaveStays() {
    episodes("old", 3);
    clock.advance(Duration.ofDays(31));
    prune();

    assertEquals(3, history().size());
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

  private void episodes(String name, int count) {
    var transitions = new ArrayList<FaultTransition>();
    for (int i = 0; i < count; i++) {
      occurrence++;
      transitions.add(TestFaults.told(FaultTransition.Kind.CLEARED, fan(name + i, 2, false)));
    }
    store.commit(transitions, ENCODER);
  }

  private Fault fan(String id, int rev, boolean active) {
    return TestFaults.stoppedFan(
        id, rev, active, "boot-1", new Occurrence(occurrence, occurrence, 0, true));
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
