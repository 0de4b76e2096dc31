package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What has aged is the store's: components that are named anew at each start would fill memory. */
class DtcMemoryTest {

  private static final Pair FAN = new Pair("FAN-201", "fan1");

  private final DtcMemory memory = new DtcMemory((code, component) -> new Occurrence(7, 1));

  @Test
  void whatHasAgedIsGivenToBeStoredAndForgotten() {
    memory.turn(day(0));
    memory.begins(FAN, "f1");
    for (int day = 1; day <= DtcEntry.AGED; day++) {
      memory.turn(day(day));
      memory.look(FAN, Verdict.CLEAR, false);
      memory.changed();
    }
    memory.turn(day(DtcEntry.AGED + 1));
    memory.look(FAN, Verdict.CLEAR, false);

    assertEquals(
        List.of(DtcEntry.AGED), memory.changed().stream().map(DtcEntry::cleanCycles).toList());

    memory.turn(day(DtcEntry.AGED + 2));
    assertEquals(Set.of(), memory.untested("FAN-201"));
    assertEquals(7, memory.begins(FAN, "f2").total(), "as the store counts it");
  }

  @Test
  void whatHadAgedBeforeARestartIsNotTakenUpAgain() {
    var cycle = new DtcEntry.Cycle("boot", 40, true, false);
    memory.resume(
        List.of(new DtcEntry("FAN-201", "fan1", 6, 1, "f1", DtcEntry.AGED, cycle, true, true)));
    memory.turn(day(50));

    assertEquals(Set.of(), memory.untested("FAN-201"));
    assertEquals(7, memory.begins(FAN, "f2").total());
  }

  private static Stamp day(int day) {
    long uptimeMillis = Duration.ofDays(day).toMillis();
    return new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", uptimeMillis);
  }
}
