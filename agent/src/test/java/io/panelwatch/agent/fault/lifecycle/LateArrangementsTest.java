package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.FaultType;
import io.panelwatch.agent.fault.Retired;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people had arranged before, where it is known only while the agent runs already. */
final class LateArrangementsTest {

  private static final Stamp BEFORE =
      new Stamp(Instant.parse("2026-03-01T07:00:00Z"), true, "boot-7", 0);

  private final Bench bench = Bench.only("FAN-201");

  @Test
  void visitThatHasBegunMeanwhileIsNotTakenForTheOneOfBefore() {
    bench.act(new Action.OpenVisit("7Q4D0M3S5T9VWXYZ", Set.of(), Bench.TECHNICIAN)).scan();
    Optional<Visit> begun = bench.last.visit();
    var before = new Visit("1Q4D0M3S5T9VWXYZ", BEFORE, true, List.of(), Map.of(), Bench.TECHNICIAN);

    late(new Arrangements(List.of(), Optional.of(before), List.of()));

    assertEquals(begun, bench.scan().last.visit());
  }

  @Test
  void whatIsPutAsideMeanwhileStaysAsLongAsWasSaidLast() {
    bench.fan("fan1", 0).scan().seconds(30);
    String faultId = bench.active("FAN-201").faultId();
    bench.act(new Action.Shelve(faultId, Duration.ofMinutes(1), Bench.TECHNICIAN));
    var before = new Shelf("FAN-201", "fan1", BEFORE, Optional.empty(), Bench.TECHNICIAN);

    late(new Arrangements(List.of(before), Optional.empty(), List.of()));

    assertEquals(Optional.empty(), bench.seconds(60).active("FAN-201").standing().shelf());
  }

  @Test
  void whatIsNewsOfThemIsWhatNobodyHasSaidAnythingOf() {
    var visit = new Visit("1Q4D0M3S5T9VWXYZ", BEFORE, true, List.of(), Map.of(), Bench.TECHNICIAN);
    var all =
        new Arrangements(
            List.of(aside("fan1"), aside("fan2")),
            Optional.of(visit),
            List.of(gone("fan3"), gone("fan4")));
    var known = new Arrangements(List.of(aside("fan2")), Optional.empty(), List.of(gone("fan3")));

    assertEquals(
        new Arrangements(List.of(aside("fan1")), Optional.of(visit), List.of(gone("fan4"))),
        all.without(known));
    assertEquals(Arrangements.NONE, all.without(all));
    assertEquals(all, all.without(Arrangements.NONE));
  }

  private void late(Arrangements kept) {
    bench.resume(new Recollection(List.of(), List.of(), kept));
  }

  private static Shelf aside(String fan) {
    return new Shelf("FAN-201", fan, BEFORE, Optional.empty(), Bench.TECHNICIAN);
  }

  private static Retired gone(String fan) {
    return new Retired(FaultType.COOLING, fan, BEFORE, Bench.TECHNICIAN);
  }
}
