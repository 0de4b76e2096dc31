package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScenarioTest {

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final BoardProbe probe = new BoardProbe(board);

  @Test
  void stepsHappenAtTheirTimes() {
    Scenario.named("stopped-fan").orElseThrow().play(board);

    clock.advance(Duration.ofSeconds(9));
    assertTrue(probe.rpm(Component.FAN1) > 0, "not yet");
    clock.advance(Duration.ofMinutes(5));
    assertEquals(0, probe.rpm(Component.FAN1));
    assertTrue(probe.celsius() > 75);
    clock.advance(Duration.ofMinutes(5));
    assertTrue(probe.rpm(Component.FAN1) > 0, "repaired");
    assertTrue(probe.celsius() < 60);
  }

  @Test
  void fillingDiskCrossesBothLimitsBeforeItIsPurged() {
    Scenario.named("disk-fills").orElseThrow().play(board);

    clock.advance(Duration.ofMinutes(7));
    assertTrue(probe.usedPercent(Component.DISK2) > 98);
    clock.advance(Duration.ofMinutes(2));
    assertTrue(probe.usedPercent(Component.DISK2) < 60);
  }

  @Test
  void lostMainsBringsTheBatteryLowBeforeItComesBack() {
    Scenario.named("mains-loss").orElseThrow().play(board);

    clock.advance(Duration.ofMinutes(17));
    assertTrue(probe.supply(Component.MAINS).online().is(0));
    assertTrue(probe.batteryPercent() < 20);
    clock.advance(Duration.ofMinutes(2));
    assertTrue(probe.supply(Component.MAINS).online().is(1));
  }

  @Test
  void cancelledStoryForgetsWhatWasToCome() {
    BoardClock.Timer story = Scenario.named("stopped-fan").orElseThrow().play(board);
    clock.advance(Duration.ofSeconds(30));

    story.cancel();
    clock.advance(Duration.ofHours(1));

    assertEquals(0, probe.rpm(Component.FAN1), "nobody repaired it");
  }

  @Test
  void everyStoryHasItsOwnNameAndLeavesTheBoardRepaired() {
    List<String> names = Scenario.all().stream().map(Scenario::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size());

    Scenario.all().forEach(scenario -> scenario.play(board));
    clock.advance(Duration.ofHours(2));

    assertTrue(probe.rpm(Component.FAN1) > 0 && probe.rpm(Component.FAN2) > 0);
    assertTrue(probe.celsius() < 60);
    assertTrue(probe.supply(Component.MAINS).online().is(1));
    assertTrue(probe.link().carrier().is(1));
  }
}
