package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.screen.Screens;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.DeviceStateFold;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.LinkStatus.Phase;
import io.panelwatch.display.ControllerDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.bus.FourWireSpi;
import io.panelwatch.display.power.BrightnessSchedule;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.display.scene.Scene;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.FaultySpi;
import io.panelwatch.simulator.board.LcdGlitch;
import io.panelwatch.simulator.board.SimulatedBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScreenLoopTest {

  private static final int EIO = 5;

  /** Of the state, by its outbox depth, whose scene cannot be made. */
  private static final int BROKEN = 13;

  private static final ScreenSettings SETTINGS =
      new ScreenSettings(
          Colours.RGB,
          new PowerPolicy(
              BrightnessSchedule.always(100),
              Optional.empty(),
              Optional.of(Duration.ofMinutes(10))),
          ZoneOffset.UTC,
          0);

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final FaultySpi spi = new FaultySpi(board.lcd().spi(), clock);
  private final CountDownLatch mayDraw = new CountDownLatch(1);

  /** The outbox depths of the states whose scenes were asked for. */
  private final List<Integer> asked = new CopyOnWriteArrayList<>();

  private final AtomicInteger turns = new AtomicInteger();

  private Panel panel;
  private ScreenLoop loop;

  @BeforeEach
  void start() throws Exception {
    var lcd = board.lcd();
    var profile = (ControllerProfile) PanelProfile.load("ili9341");
    var link =
        new FourWireSpi(
            spi, lcd.dataCommand(), Optional.of(lcd.reset()), true, profile.wireRules());
    panel =
        new Panel(
            new ControllerDriver(profile, Rotation.BY_90, link, PanelLines.NONE, clock),
            Optional.of(lcd.backlight()),
            clock);
    loop = new ScreenLoop(panel, clock, SETTINGS, this::scene, turns::incrementAndGet);
  }

  @AfterEach
  void end() {
    mayDraw.countDown();
    loop.close();
    board.close();
  }

  @Test
  void stateThatCameWhileAnotherWasDrawnIsSkippedWhenANewerOneIsThere() {
    show(1);
    Eventually.holds("the first state is being drawn", () -> asked.equals(List.of(1)));
    show(2);
    show(3);
    mayDraw.countDown();

    Eventually.holds("the newest one is drawn", () -> asked.contains(3));
    assertEquals(List.of(1, 3), asked);
  }

  @Test
  void sceneThatIsShownIsNotSentAgain() {
    mayDraw.countDown();
    for (int depth = 1; depth <= 3; depth++) {
      show(depth);
      int wanted = depth;
      Eventually.holds("state " + depth + " is looked at", () -> asked.contains(wanted));
    }

    assertEquals(1, panel.counters().frames(), "the public page does not show the outbox");
  }

  @Test
  void panelThatRefusesIsTriedAgainByItself() {
    mayDraw.countDown();
    spi.failEvery(1, EIO);
    show(1);
    Eventually.holds("the first state was tried", () -> asked.contains(1));
    assertFalse(board.lcd().counters().displayOn());

    spi.heal();
    Eventually.holds(
        "the panel is on",
        () -> {
          clock.advance(Duration.ofMillis(50));
          return board.lcd().counters().displayOn();
        });
    assertEquals(List.of(1), asked.stream().distinct().toList(), "no newer state has come");
  }

  @Test
  void panelThatResetItselfIsRepairedAtTheNextCheck() {
    mayDraw.countDown();
    show(1);
    Eventually.holds("the panel is on", () -> panel.state() == PanelState.ON);
    turn(PanelCare.CHECK_EVERY);
    turn(PanelCare.CHECK_EVERY);
    board.apply(new BoardChange.LcdSuffers(new LcdGlitch.ResetByItself()));
    assertFalse(board.lcd().counters().displayOn());

    clock.advance(PanelCare.CHECK_EVERY);

    Eventually.holds("it was found", () -> panel.counters().selfResets() == 1);
    Eventually.holds(
        "it is on again",
        () -> panel.state() == PanelState.ON && board.lcd().counters().displayOn());
  }

  @Test
  void pictureThatStandsIsSentOnceMoreWithinItsTime() {
    mayDraw.countDown();
    show(1);
    Eventually.holds("the panel is on", () -> panel.state() == PanelState.ON);

    Duration step = PanelCare.CHECK_EVERY.multipliedBy(10);
    for (int turn = 0; panel.counters().scrubbedBytes() < 2L * 320 * 240; turn++) {
      assertTrue(step.multipliedBy(turn).compareTo(Panel.SCRUBBED_WITHIN) < 0, "it takes too long");
      turn(step);
    }

    assertEquals(1, panel.counters().frames());
  }

  @Test
  void latencyIsCountedFromTheOldestChangeThatNobodySaw() {
    show(1);
    clock.advance(Duration.ofMillis(70));
    show(2);
    mayDraw.countDown();

    Eventually.holds("the newest one is looked at", () -> asked.contains(2));
    Eventually.holds("it is shown", () -> panel.counters().frames() >= 1);
    assertTrue(
        panel.counters().longestLatencyNanos() >= Duration.ofMillis(70).toNanos(),
        () -> panel.counters().toString());
  }

  @Test
  void panelThatNobodyTouchesSleepsUntilAPress() {
    mayDraw.countDown();
    show(1);
    Eventually.holds("the panel is on", () -> panel.state() == PanelState.ON);

    Eventually.holds(
        "it sleeps",
        () -> {
          clock.advance(Duration.ofSeconds(10));
          return loop.asleep() && panel.state() == PanelState.ASLEEP;
        });
    loop.show(new DeviceStateFold(clock).apply(StatesOfADaemon.initial(clock), new Event.Woken()));

    Eventually.holds("it is on", () -> !loop.asleep() && panel.state() == PanelState.ON);
  }

  @Test
  void stateThatCannotBeDrawnDoesNotEndTheScreen() {
    mayDraw.countDown();
    show(BROKEN);
    Eventually.holds("the broken state was tried", () -> asked.contains(BROKEN));
    show(1);

    Eventually.holds("the next one is shown", () -> board.lcd().counters().displayOn());
  }

  @Test
  void stateThatCannotBeDrawnIsNoHeartbeatUntilOneIsDrawn() {
    mayDraw.countDown();
    show(BROKEN);
    Eventually.holds("the broken state was tried", () -> turns.get() >= 1);
    int tried = turns.get();
    Eventually.holds(
        "it turns on without a newer state",
        () -> {
          clock.advance(Duration.ofSeconds(10));
          return turns.get() > tried;
        });
    assertEquals(0, loop.turns());

    show(1);
    Eventually.holds("it beats again", () -> loop.turns() > 0);
  }

  @Test
  void endLeavesThePanelAsleepAndDark() {
    mayDraw.countDown();
    show(1);
    Eventually.holds(
        "the panel is lit",
        () ->
            board.lcd().counters().displayOn() && board.lcd().counters().backlightPercent() == 100);

    loop.close();

    assertFalse(board.lcd().counters().displayOn());
    assertEquals(0, board.lcd().counters().backlightPercent());
    assertEquals(0, board.lcd().counters().violations(), board.lcd().counters().firstViolation());
  }

  /** Moves the clock on and lets the loop see that, which waits by it from the turn before. */
  private void turn(Duration time) {
    int before = turns.get();
    Eventually.holds("the loop waits", clock::isAwaited);
    clock.advance(time);
    Eventually.holds("the loop turns", () -> turns.get() > before);
  }

  private void show(int depth) {
    var link = new Event.LinkChanged(new LinkStatus(Phase.CONNECTED, depth));
    loop.show(new DeviceStateFold(clock).apply(StatesOfADaemon.initial(clock), link));
  }

  private Scene scene(DeviceState state, Instant wall) {
    int depth = state.link().outboxDepth();
    asked.add(depth);
    try {
      mayDraw.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (depth == BROKEN) {
      throw new IllegalStateException("no such scene");
    }
    return Screens.of(state, wall);
  }
}
