package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange.FanStopped;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SocHeld;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The SoC's heat and its fans, as the agent's probes see them. */
final class CoolingTest {

  /** Where FAULTS call the SoC hot, and where critical. */
  private static final double HOT = 75;

  private static final double CRITICAL = 82;

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final BoardProbe probe = new BoardProbe(board);

  @Test
  void boardAtRestStaysCoolWithBothFansTurning() {
    for (int minute = 0; minute < 30; minute++) {
      clock.advance(Duration.ofMinutes(1));
      assertTrue(probe.celsius() > 45 && probe.celsius() < 60, () -> probe.celsius() + " C");
      assertTrue(probe.rpm(Component.FAN1) > 1000);
      assertTrue(probe.rpm(Component.FAN2) > 1000);
    }
  }

  @Test
  void stoppedFanCountsNoTurnsWithinSecondsAndIsStillCommanded() {
    board.apply(new FanStopped(Component.FAN1, true));
    clock.advance(Duration.ofSeconds(10));

    assertEquals(0, probe.rpm(Component.FAN1));
    assertTrue(probe.fan(Component.FAN1).targetRpm().number().orElseThrow() > 0);
    assertTrue(probe.rpm(Component.FAN2) > 1000, "the other one turns");
  }

  @Test
  void oneStoppedFanMakesTheSocHotWithinThreeMinutesButNotCritical() {
    board.apply(new FanStopped(Component.FAN1, true));

    clock.advance(Duration.ofSeconds(20));
    assertTrue(probe.celsius() < HOT, "heat takes its time");
    clock.advance(Duration.ofSeconds(160));
    assertTrue(probe.celsius() > HOT, () -> probe.celsius() + " C");

    for (int minute = 0; minute < 20; minute++) {
      clock.advance(Duration.ofMinutes(1));
      assertTrue(probe.celsius() > HOT && probe.celsius() < CRITICAL, () -> probe.celsius() + " C");
    }
  }

  @Test
  void fansAreDrivenHarderAsTheSocGetsWarmer() {
    double before = probe.fan(Component.FAN2).pwmPercent().number().orElseThrow();

    board.apply(new FanStopped(Component.FAN1, true));
    clock.advance(Duration.ofMinutes(3));

    assertTrue(before < 75);
    assertEquals(100, probe.fan(Component.FAN2).pwmPercent().number().orElseThrow());
    assertEquals(3000, probe.rpm(Component.FAN2), 30);
  }

  @Test
  void bothFansStoppedMakeTheSocCriticalWithinTwoMinutes() {
    board.apply(new FanStopped(Component.FAN1, true));
    board.apply(new FanStopped(Component.FAN2, true));
    clock.advance(Duration.ofMinutes(2));

    assertTrue(probe.celsius() > CRITICAL, () -> probe.celsius() + " C");
    clock.advance(Duration.ofHours(1));
    assertTrue(probe.celsius() < 105, () -> probe.celsius() + " C is plausible");
  }

  @Test
  void socCoolsDownAfterTheFanTurnsAgain() {
    board.apply(new FanStopped(Component.FAN1, true));
    clock.advance(Duration.ofMinutes(5));

    board.apply(new Repaired(Component.FAN1));
    clock.advance(Duration.ofMinutes(3));

    assertTrue(probe.celsius() < 60, () -> probe.celsius() + " C");
    assertTrue(probe.rpm(Component.FAN1) > 1000);
  }

  @Test
  void heldTemperatureStaysUntilItIsLetGoAndThenFallsSlowly() {
    board.apply(new SocHeld(85));
    clock.advance(Duration.ofMinutes(10));
    assertEquals(85, probe.celsius());

    board.apply(new Repaired(Component.SOC));
    clock.advance(Duration.ofSeconds(1));
    assertTrue(probe.celsius() > 80, "no jump");
    clock.advance(Duration.ofMinutes(5));
    assertTrue(probe.celsius() < 60, () -> probe.celsius() + " C");
  }
}
