package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Board;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.BoardContract;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange.FanStopped;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SimulatedBoardTest extends BoardContract {

  private final ManualClock clock = new ManualClock();

  @Override
  protected Board open() {
    return SimulatedBoard.create(clock, 1);
  }

  @Test
  void itsPartsAreSampledUnderTheirNames() throws Exception {
    assertEquals(
        List.of(
            "fan1",
            "fan2",
            "soc",
            "rail-12v",
            "rail-5v",
            "rail-3v3",
            "mains",
            "battery",
            "disk1",
            "disk2",
            "link",
            "clock",
            "certificate",
            "printer",
            "kiosk.service",
            "sda",
            "md0",
            "memory"),
        samples(SimulatedBoard.create(clock, 1)).stream().map(Sample::component).toList());
  }

  @Test
  void familiesOfWhichItHasNoPartAreNotListed() throws Exception {
    for (SensorSource source : SimulatedBoard.create(clock, 1).sources()) {
      assertFalse(source.read().isEmpty(), () -> "lists nothing: " + source.family());
    }
  }

  @Test
  void boardsOfOneSeedTellTheSameHoweverOftenTheyAreAsked() throws Exception {
    SimulatedBoard asked = SimulatedBoard.create(clock, 7);
    SimulatedBoard leftAlone = SimulatedBoard.create(clock, 7);
    for (SimulatedBoard board : List.of(asked, leftAlone)) {
      board.apply(new FanStopped(Component.FAN1, true));
    }

    for (int i = 0; i < 60; i++) {
      clock.advance(Duration.ofMillis(730));
      samples(asked);
    }

    assertEquals(samples(leftAlone), samples(asked));
  }

  @Test
  void boardsOfAnotherSeedDifferInTheirNoise() throws Exception {
    assertNotEquals(
        samples(SimulatedBoard.create(clock, 1)), samples(SimulatedBoard.create(clock, 2)));
  }

  @Test
  void describesEveryPartByItsNameWithPlainValues() {
    SimulatedBoard board = SimulatedBoard.create(clock, 1);
    board.apply(new FanStopped(Component.FAN2, true));
    board.apply(new SensorFails(Component.SOC, 5));

    Map<String, Map<String, Object>> described = board.describe();

    for (Component part : Component.values()) {
      assertTrue(described.containsKey(part.id()), part::id);
    }
    assertEquals(false, described.get("fan1").get("stopped"));
    assertEquals(true, described.get("fan2").get("stopped"));
    assertEquals(true, described.get("mains").get("online"));
    assertEquals("works", described.get("fan2").get("sensor"));
    assertEquals("fails (errno 5)", described.get("soc").get("sensor"));
    described
        .values()
        .forEach(
            attributes ->
                attributes
                    .values()
                    .forEach(
                        value ->
                            assertTrue(
                                value instanceof Boolean
                                    || value instanceof Number
                                    || value instanceof String,
                                () -> "plain: " + value)));
  }

  private static List<Sample> samples(Board board) throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (SensorSource source : board.sources()) {
      samples.addAll(source.read());
    }
    return samples;
  }
}
