package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports are made of. */
class StoreQueriesTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  @TempDir Path temp;
  private FaultStore store;

  @BeforeEach
  void open() {
    store = FaultStore.open(temp.resolve("state"), new ManualClock());
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Odd transitions raise, even ones clear: each lastSeq fits one number of active faults. */
  @Test
  void activeFaultsAndTheirLastSeqAreOfOneMoment() throws Exception {
    var writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 100; i++) {
                store.commit(List.of(TestFaults.raised("f-" + i)), ENCODER);
                store.commit(List.of(TestFaults.cleared("f-" + i)), ENCODER);
              }
            });
    while (!writer.isDone()) {
      ActiveFaults seen = store.activeFaults();
      assertEquals(seen.outbox().lastSeq() % 2, seen.faults().size());
    }
    writer.get();
  }

  @Test
  void alarmIsWhatCalledSomebodyAfterThatMoment() {
    store.commit(beginnings(), ENCODER);

    assertAlarms();
  }

  @Test
  void alarmsOfAStorageThatRefusesAreTheSame() throws IOException {
    store.close();
    Path file = Files.createFile(temp.resolve("no-folder"));
    store = FaultStore.open(file.resolve("state"), new ManualClock());
    assertFalse(store.health().durable());
    store.commit(beginnings(), ENCODER);

    assertAlarms();
  }

  /** An alarm, one that was put aside only afterwards, a symptom, and what was put aside before. */
  private static List<FaultTransition> beginnings() {
    Fault fault = TestFaults.stoppedFan("f-1", 1, true);
    return List.of(
        TestFaults.raised("f-1"),
        begun("f-2", "fan2", Optional.empty(), putAside(fault.first().plusSeconds(1))),
        begun("f-3", "fan3", Optional.of("f-1"), Standing.NEW),
        begun("f-4", "fan4", Optional.empty(), putAside(fault.first())));
  }

  private static FaultTransition begun(
      String id, String fan, Optional<String> cause, Standing standing) {
    Fault fault = TestFaults.stopped(fan, id, 1, true, "boot-1", Occurrence.FIRST);
    var level =
        new Level(
            Level.Side.LOW,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            fault.severity(),
            fault.publicImpact());
    return TestFaults.told(
        FaultTransition.Kind.RAISED,
        fault.updated(fault.last(), level, fault.limit(), cause, standing));
  }

  private static Standing putAside(Instant when) {
    var since = new Stamp(when, true, "boot-1", 1);
    return Standing.NEW.withShelf(
        Optional.of(new Shelf("FAN-201", "fan", since, Optional.empty(), Actor.AGENT)));
  }

  private void assertAlarms() {
    Instant first = store.active().getFirst().first();
    assertEquals(List.of("fan1", "fan2"), components(first.minusMillis(1), 10));
    assertEquals(List.of(), components(first, 10));
    assertEquals(1, components(first.minusMillis(1), 1).size());
  }

  private List<String> components(Instant since, int most) {
    return store.announcedSince(since, most).stream().map(Announced::component).sorted().toList();
  }
}
