package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.DeviceStateFold;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.state.Ticket;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.power.BrightnessSchedule;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PanelPowerTest {

  private static final Duration DIM_AFTER = Duration.ofMinutes(1);
  private static final Duration OFF_AFTER = Duration.ofMinutes(10);
  private static final PowerPolicy POLICY =
      new PowerPolicy(
          BrightnessSchedule.always(80), Optional.of(DIM_AFTER), Optional.of(OFF_AFTER));

  private final PanelOnMemory lcd;
  private final PanelPower power;
  private DeviceState state;

  PanelPowerTest() throws DeviceException {
    lcd = new PanelOnMemory();
    power = new PanelPower(lcd.panel, POLICY, ZoneOffset.UTC, lcd.clock);
    state = StatesOfADaemon.initial(lcd.clock);
  }

  @BeforeEach
  void switchOn() throws Exception {
    power.turn();
    lcd.showPicture();
  }

  @Test
  void panelBeginsAtItsPlainBrightness() {
    assertEquals(80, lcd.light());
    assertEquals(PanelState.ON, lcd.panel.state());
  }

  @Test
  void panelThatNobodyTouchesIsDimmedAndThenSleeps() throws Exception {
    live(DIM_AFTER.minusNanos(1));
    assertEquals(80, lcd.light());
    live(Duration.ofSeconds(2));
    assertEquals(PanelState.DIMMED, lcd.panel.state());
    assertEquals(16, lcd.light());
    assertFalse(power.asleep());

    live(OFF_AFTER);

    assertEquals(PanelState.ASLEEP, lcd.panel.state());
    assertTrue(lcd.device.blanked());
    assertTrue(power.asleep());
  }

  @Test
  void pressWakesItWithAFadeThatOnlyRises() throws Exception {
    live(OFF_AFTER.plusSeconds(2));
    lcd.lights.clear();

    take(new Event.Woken());
    live(Duration.ofSeconds(1));

    assertEquals(PanelState.ON, lcd.panel.state());
    assertFalse(power.asleep());
    assertEquals(lcd.lights.stream().sorted().toList(), lcd.lights, "it only rises");
    assertTrue(lcd.lights.size() > 5, () -> "it fades: " + lcd.lights);
    assertTrue(lcd.lights.getFirst() <= 1, () -> "from dark: " + lcd.lights);
    assertEquals(80, lcd.light());
  }

  @Test
  void dimPanelGetsBrightWithoutAFlash() throws Exception {
    live(DIM_AFTER.plusSeconds(2));
    lcd.lights.clear();

    take(new Event.Woken());
    live(Duration.ofSeconds(1));

    assertEquals(lcd.lights.stream().sorted().toList(), lcd.lights, "it only rises");
    assertEquals(80, lcd.light());
  }

  @Test
  void faultWakesThePanelAndKeepsItOnUntilSomebodyTakesItOn() throws Exception {
    live(OFF_AFTER.plusSeconds(2));
    take(faults(SampleFault.FAN_STOPPED));
    live(Duration.ofHours(5));
    assertEquals(PanelState.ON, lcd.panel.state());
    assertTrue(power.attention());
    take(new Event.Tick());

    take(new Event.TicketReceived(taken(SampleFault.FAN_STOPPED)));
    live(OFF_AFTER.minusSeconds(1));
    assertEquals(PanelState.DIMMED, lcd.panel.state(), "the idle time begins anew");
    live(Duration.ofSeconds(4));

    assertEquals(PanelState.ASLEEP, lcd.panel.state());
  }

  @Test
  void scheduleTakesEffectOnceTheWallClockIsTrusted() throws Exception {
    var night =
        new BrightnessSchedule(
            80,
            List.of(
                new BrightnessSchedule.Entry(LocalTime.of(7, 0), 30),
                new BrightnessSchedule.Entry(LocalTime.of(20, 0), 100)));
    var lit = new PowerPolicy(night, Optional.empty(), Optional.empty());
    lcd.clock.trustWall(false);
    var scheduled = new PanelPower(lcd.panel, lit, ZoneOffset.UTC, lcd.clock);
    live(scheduled, Duration.ofMinutes(5));
    assertEquals(100, lcd.light(), "the brightest while nobody knows the time");

    lcd.clock.trustWall(true);
    live(scheduled, PowerPolicy.LOOK_FOR_TIME.plusSeconds(2));

    assertEquals(30, lcd.light(), "what the schedule says for eight in the morning");
  }

  @Test
  void testOfTheLightSetsItAtOnceAndTheScheduleHasItBackAfterwards() throws Exception {
    take(new Event.PanelTestShown(PanelTestStep.LIGHT));
    power.turn();
    assertEquals(100, lcd.light(), "not the 80 % of the schedule");

    List<Integer> seen = new ArrayList<>();
    for (int second = 1; second <= 3; second++) {
      lcd.clock.advance(Duration.ofSeconds(1));
      take(new Event.Tick());
      power.turn();
      seen.add(lcd.light());
    }
    assertEquals(List.of(50, 10, 100), seen);

    take(new Event.PanelTestEnded());
    live(Duration.ofSeconds(2));
    assertEquals(80, lcd.light());
  }

  @Test
  void testOfTheLightLightsAPanelThatSleeps() throws Exception {
    live(OFF_AFTER.plusSeconds(2));

    take(new Event.PanelTestShown(PanelTestStep.LIGHT));
    power.turn();

    assertEquals(PanelState.ON, lcd.panel.state());
    assertEquals(100, lcd.light());
  }

  @Test
  void panelThatWasLostComesBackAsItIsWished() throws Exception {
    lcd.device.unplug();
    lcd.clock.advance(OFF_AFTER);
    power.turn();
    assertThrows(
        DeviceException.class,
        () -> {
          lcd.clock.advance(Duration.ofSeconds(2));
          power.turn();
        });
    assertEquals(PanelState.LOST, lcd.panel.state());
    power.turn();
    lcd.device.plug();

    lcd.showPicture();

    assertEquals(PanelState.ASLEEP, lcd.panel.state());
    assertTrue(power.asleep());
  }

  /** Turns as the screen's thread does for that long. */
  private void live(Duration time) throws Exception {
    live(power, time);
  }

  private void live(PanelPower turning, Duration time) throws Exception {
    long end = lcd.clock.monotonicNanos() + time.toNanos();
    long wait = turning.turn();
    while (lcd.clock.monotonicNanos() < end) {
      assertTrue(wait > 0, "it does not turn in place");
      long step = Math.min(wait, end - lcd.clock.monotonicNanos());
      lcd.clock.advance(Duration.ofNanos(step));
      wait = turning.turn();
    }
  }

  private void take(Event event) {
    state = new DeviceStateFold(lcd.clock).apply(state, event);
    power.attend(state);
  }

  private Event faults(Fault... active) {
    var scan = new Scan(lcd.clock.wall(), true, lcd.clock.monotonicNanos(), List.of(), List.of());
    return new Event.Judged(scan, List.of(active), List.of(), Optional.empty());
  }

  private static Ticket taken(Fault fault) {
    return new Ticket(
        1,
        1,
        "T-1",
        List.of(fault.faultId()),
        "assigned",
        Optional.of(new Ticket.Assignee("Li", "human")),
        Optional.empty(),
        "");
  }
}
