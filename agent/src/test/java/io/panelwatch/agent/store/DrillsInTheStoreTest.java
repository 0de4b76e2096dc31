package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill is kept like a fault, and counts among none. */
final class DrillsInTheStoreTest {

  private static final Fault DRILL = TestFaults.drill("fan1", "drill", true);
  private static final Instant BEFORE = DRILL.first().minusSeconds(1);
  private static final Batch RAISED =
      Batch.of(List.of(TestFaults.told(FaultTransition.Kind.RAISED, DRILL)));

  @TempDir private Path folder;

  @Test
  void inTheDatabaseItIsNoOccurrenceAndNoAlarm() {
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(RAISED, new PlaceEncoder());

      assertEquals(List.of(DRILL), store.active());
      assertEquals(List.of(), store.announcedSince(BEFORE, 10));
      assertEquals(Occurrence.FIRST, store.nextOccurrence("FAN-201", "fan1", "boot-1"));
    }
  }
}
