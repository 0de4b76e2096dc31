package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Sample.PowerSupply.Status;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange.BatteryPercent;
import io.panelwatch.simulator.board.BoardChange.MainsOnline;
import io.panelwatch.simulator.board.BoardChange.RailHeld;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mains, battery and rails, as the agent's probes see them. */
final class SupplyTest {

  private static final List<Component> RAILS =
      List.of(Component.RAIL_12V, Component.RAIL_5V, Component.RAIL_3V3);

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final BoardProbe probe = new BoardProbe(board);

  @Test
  void batteryIsFullWhileMainsIsThere() {
    clock.advance(Duration.ofHours(1));

    assertTrue(probe.supply(Component.MAINS).online().is(1));
    assertEquals(100, probe.batteryPercent());
    assertEquals(Status.FULL, probe.supply(Component.BATTERY).status());
  }

  @Test
  void pulledMainsDrainsTheBatteryToNothingInTwentyMinutes() {
    board.apply(new MainsOnline(false));

    assertTrue(probe.supply(Component.MAINS).online().is(0));
    assertEquals(Status.DISCHARGING, probe.supply(Component.BATTERY).status());
    clock.advance(Duration.ofMinutes(10));
    assertEquals(50, probe.batteryPercent(), 1);
    clock.advance(Duration.ofMinutes(30));
    assertEquals(0, probe.batteryPercent());
  }

  @Test
  void batteryChargesAgainOnceMainsIsBack() {
    board.apply(new MainsOnline(false));
    clock.advance(Duration.ofMinutes(15));
    board.apply(new MainsOnline(true));

    assertEquals(Status.CHARGING, probe.supply(Component.BATTERY).status());
    clock.advance(Duration.ofMinutes(20));
    assertEquals(75, probe.batteryPercent(), 1);
    clock.advance(Duration.ofMinutes(20));
    assertEquals(Status.FULL, probe.supply(Component.BATTERY).status());
  }

  @Test
  void batterySetByHandGoesOnFromThere() {
    board.apply(new MainsOnline(false));
    board.apply(new BatteryPercent(15));

    assertEquals(15, probe.batteryPercent());
    clock.advance(Duration.ofMinutes(2));
    assertEquals(5, probe.batteryPercent(), 1);
  }

  @Test
  void railsSagOnBatteryAndWithItsChargeButStayInsideTheirLimits() {
    double onMains = probe.milliVolts(Component.RAIL_12V);
    board.apply(new MainsOnline(false));
    clock.advance(Duration.ofMinutes(1));
    double onFullBattery = probe.milliVolts(Component.RAIL_12V);
    clock.advance(Duration.ofMinutes(30));
    double onEmptyBattery = probe.milliVolts(Component.RAIL_12V);

    assertTrue(onFullBattery < onMains - 50, "battery gives less than mains");
    assertTrue(onEmptyBattery < onFullBattery - 50, "an empty one less than a full one");
    RAILS.forEach(this::assertInsideLimits);
  }

  @Test
  void heldRailStaysUntilItIsRepairedAndTripsTheUndervoltageAlarm() {
    board.apply(new RailHeld(Component.RAIL_5V, 4500));
    clock.advance(Duration.ofMinutes(5));

    assertEquals(4500, probe.milliVolts(Component.RAIL_5V));
    assertTrue(probe.rail(Component.RAIL_5V).lowCritAlarm().is(1));
    board.apply(new Repaired(Component.RAIL_5V));
    assertTrue(probe.rail(Component.RAIL_5V).lowCritAlarm().is(0));
    assertInsideLimits(Component.RAIL_5V);
  }

  private void assertInsideLimits(Component part) {
    var rail = probe.rail(part);
    double milliVolts = probe.milliVolts(part);
    assertTrue(milliVolts > rail.minMilliVolts().number().orElseThrow(), () -> rail.toString());
    assertTrue(milliVolts < rail.maxMilliVolts().number().orElseThrow(), () -> rail.toString());
  }
}
