package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedCountTest {

  @Test
  void countGoesOnFromWhatIsRememberedWithoutItsEpisodes() {
    var cycle = new DtcEntry.Cycle("boot-2", 40, true, false);
    var aged = new DtcEntry("FAN-201", "fan1", 6, 1, "f", DtcEntry.AGED, cycle, true, true);
    var keeper = new VolatileKeeper(remembering(aged), new ManualClock());

    assertEquals(new Occurrence(7, 2), keeper.nextOccurrence("FAN-201", "fan1", "boot-2"));
    assertEquals(new Occurrence(7, 1), keeper.nextOccurrence("FAN-201", "fan1", "boot-3"));
    assertEquals(Occurrence.FIRST, keeper.nextOccurrence("FAN-201", "fan2", "boot-3"));
  }

  @Test
  void storedCountIsNotLessThanWhatIsRememberedWhereRowsHaveLeft(@TempDir Path folder) {
    OutboxEncoder encoder = new PlaceEncoder();
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(List.of(TestFaults.raised("f1")), encoder);
      Occurrence second = store.nextOccurrence("FAN-201", "fan1", "boot-3");
      var cycle = new DtcEntry.Cycle("boot-2", 40, true, false);
      var entry = new DtcEntry("FAN-201", "fan1", 12, 1, "f1", DtcEntry.AGED, cycle, true, true);
      store.commit(new Batch(List.of(), List.of(), List.of(entry), Optional.empty()), encoder);

      assertEquals(2, second.total());
      assertEquals(new Occurrence(13, 1), store.nextOccurrence("FAN-201", "fan1", "boot-3"));
      assertEquals(new Occurrence(13, 2), store.nextOccurrence("FAN-201", "fan1", "boot-2"));
    }
  }

  private static Held remembering(DtcEntry entry) {
    return new Held(
        Optional.empty(),
        true,
        5,
        new Recollection(List.of(), List.of(entry), Arrangements.NONE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        0);
  }
}
