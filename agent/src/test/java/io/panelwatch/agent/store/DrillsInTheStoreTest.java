package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill is kept like a fault, and counts among none. */
final class DrillsInTheStoreTest {

  private static final Fault DRILL = TestFaults.drill("fan1", "drill", true);
  private static final Batch RAISED =
      Batch.of(List.of(TestFaults.told(FaultTransition.Kind.RAISED, DRILL)));

  @TempDir private Path folder;

  @Test
  void inTheDatabaseItIsNoOccurrenceAndNoAlarm() {
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(RAISED, new PlaceEncoder());

      assertEquals(List.of(DRILL), store.active());
      assertEquals(List.of(), store.alarms());
      assertEquals(Occurrence.FIRST, store.nextOccurrence("FAN-201", "fan1", "boot-1"));
    }
  }

  @Test
  void inMemoryItIsNeither() {
    var clock = new ManualClock();
    var keeper = new VolatileKeeper(Held.nothing(1, 0, clock), clock);
    keeper.commit(RAISED, Optional.of(new PlaceEncoder()));

    assertEquals(List.of(DRILL), keeper.active());
    assertEquals(List.of(), keeper.alarms());
    assertEquals(Occurrence.FIRST, keeper.nextOccurrence("FAN-201", "fan1", "boot-1"));
  }
}
