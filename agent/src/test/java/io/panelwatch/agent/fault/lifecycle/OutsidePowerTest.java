package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A line and the supplies tell of one loss: told once, and never by nobody. */
final class OutsidePowerTest {

  private static final String LINE_RAISED = "RAISED PWR-103 power-fail";
  private static final String LINE_SHELVED = "SHELVED PWR-103 power-fail";
  private static final String LINE_CLEARED = "CLEARED PWR-103 power-fail";
  private static final String SUPPLY_RAISED = "RAISED PWR-103 AC";
  private static final String SUPPLY_CLEARED = "CLEARED PWR-103 AC";

  private final Bench bench = new Bench();

  @Test
  void lossThatBothTellOfIsOneFault() {
    lose(bench.powerFailing(false).mains(true).scan()).seconds(60);
    assertEquals(List.of(LINE_RAISED), bench.story());

    bench.powerFailing(false).seconds(2).mains(true).seconds(180);
    assertEquals(List.of(LINE_RAISED, LINE_CLEARED), bench.story());
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void supplyThatComesBackInTheScanThatEndsTheLinesFaultIsNoFault() {
    lose(bench).seconds(10);

    bench.powerFailing(false).seconds(60).mains(true).seconds(180);
    assertEquals(List.of(LINE_RAISED, LINE_CLEARED), bench.story());
  }

  @Test
  void nextLossAfterOneThatTheLineToldOfWaitsForItsOnDelayAnew() {
    lose(bench).seconds(10).powerFailing(false).mains(true).seconds(61);

    bench.mains(false).seconds(5);
    assertEquals(List.of(LINE_RAISED, LINE_CLEARED), bench.story());
    bench.seconds(1);
    assertEquals(List.of(LINE_RAISED, LINE_CLEARED, SUPPLY_RAISED), bench.story());
  }

  @Test
  void lossThatTheLineOnlyPulsedForGoesOnWithoutAGap() {
    Instant lost = bench.clock.wall();
    lose(bench.link(true).scan().link(false)).powerFailing(false).seconds(60);
    Fault link = bench.active("NET-801");
    assertEquals(Optional.of(bench.active("PWR-103").faultId()), link.suppressedBy());

    bench.seconds(1);
    Fault supply = bench.active("PWR-103");
    assertEquals(
        List.of(
            LINE_RAISED,
            "RAISED NET-801 eth0",
            LINE_CLEARED,
            SUPPLY_RAISED,
            "UPDATED NET-801 eth0"),
        bench.story());
    assertEquals(lost, supply.first());
    assertEquals(Optional.of(supply.faultId()), bench.active("NET-801").suppressedBy());
  }

  @Test
  void supplyThatToldOfItFirstKeepsIt() {
    bench.powerFailing(false).mains(false).scan().seconds(5);
    bench.powerFailing(true).seconds(60);
    assertEquals(List.of(SUPPLY_RAISED), bench.story());

    bench.powerFailing(false).mains(true).seconds(180);
    assertEquals(List.of(SUPPLY_RAISED, SUPPLY_CLEARED), bench.story());
  }

  @Test
  void lineThatSticksStaysAFaultAndKeepsNothingElse() {
    lose(bench).seconds(10).mains(true).seconds(180);
    assertEquals(List.of(LINE_RAISED), bench.story());

    bench.act(new Action.TakeOut(bench.active("PWR-103").faultId(), Bench.TECHNICIAN));
    bench.mains(false).seconds(6);
    assertEquals(List.of(LINE_RAISED, LINE_SHELVED, SUPPLY_RAISED), bench.story());
  }

  @Test
  void supplyTellsWhereTheLineIsSwitchedOff() {
    assertSupplyTells(lineWith(Optional.empty(), Optional.empty(), Optional.of(false)));
  }

  @Test
  void supplyTellsWhereTheLineWaitsForLonger() {
    Bench patient =
        lineWith(Optional.of(Duration.ofMinutes(10)), Optional.empty(), Optional.empty());

    assertSupplyTells(patient);
    patient.seconds(700);
    assertEquals(List.of(SUPPLY_RAISED), patient.story());

    patient.powerFailing(false).mains(true).seconds(180);
    assertEquals(List.of(SUPPLY_RAISED, SUPPLY_CLEARED), patient.story());
  }

  @Test
  void supplyTellsWhereTheLineIsLessSevere() {
    Bench mild = lineWith(Optional.empty(), Optional.of(Severity.MINOR), Optional.empty());

    lose(mild).seconds(5);
    assertEquals(List.of(LINE_RAISED, SUPPLY_RAISED), mild.story());
  }

  @Test
  void supplyTellsWhereTheLineIsOutOfService() {
    bench.mains(true).powerFailing(true).scan();
    bench.act(new Action.TakeOut(bench.active("PWR-103").faultId(), Bench.TECHNICIAN));
    bench.powerFailing(false).seconds(61);

    lose(bench).seconds(5);
    assertEquals(List.of(LINE_RAISED, LINE_SHELVED, LINE_CLEARED, SUPPLY_RAISED), bench.story());
  }

  @Test
  void supplyTellsWhereTheLineIsShelved() {
    lose(bench).seconds(10);
    Duration hour = Duration.ofHours(1);
    bench.act(new Action.Shelve(bench.active("PWR-103").faultId(), hour, Bench.TECHNICIAN)).scan();

    assertEquals(List.of(LINE_RAISED, LINE_SHELVED, SUPPLY_RAISED), bench.story());
  }

  @Test
  void faultOfAnotherCodeKeepsNoSupplyFromTelling() {
    bench.undervoltage(true).mains(true).scan().seconds(60);
    String other = bench.active("PWR-101").component();

    bench.mains(false).seconds(6);
    assertEquals(List.of("RAISED PWR-101 " + other, SUPPLY_RAISED), bench.story());
  }

  private static void assertSupplyTells(Bench bench) {
    lose(bench).seconds(4);
    assertEquals(List.of(), bench.story());
    bench.seconds(1);
    assertEquals(List.of(SUPPLY_RAISED), bench.story());
  }

  private static Bench lose(Bench bench) {
    return bench.powerFailing(true).mains(false).scan();
  }

  private static Bench lineWith(
      Optional<Duration> onDelay, Optional<Severity> severity, Optional<Boolean> enabled) {
    var ofLine =
        new LimitOverride(List.of(), List.of(), onDelay, Optional.empty(), severity, enabled);
    return new Bench(Map.of(new Limits.Scope("PWR-103", Optional.of("power-fail")), ofLine));
  }
}
