package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.hal.contract.ManualClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
        Set.of(),
        0);
  }
}
