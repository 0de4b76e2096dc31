package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.simulator.board.BoardChange.DiskFills;
import io.panelwatch.simulator.board.BoardChange.FanStopped;
import io.panelwatch.simulator.board.BoardChange.LcdSuffers;
import io.panelwatch.simulator.board.BoardChange.LinkUp;
import io.panelwatch.simulator.board.BoardChange.MainsOnline;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A story of a board: what happens to it, and when. Data, so that demonstrations and tests tell the
 * same stories by name.
 *
 * @param name lower case with dashes
 * @param steps in order of time
 */
public record Scenario(String name, List<Step> steps) {

  /** EIO of errno(3). */
  private static final int IO_ERROR = 5;

  private static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "stopped-fan",
              List.of(
                  new Step(seconds(10), new FanStopped(Component.FAN1, true)),
                  new Step(minutes(6), new Repaired(Component.FAN1)))),
          new Scenario(
              "no-air",
              List.of(
                  new Step(seconds(10), new FanStopped(Component.FAN1, true)),
                  new Step(seconds(20), new FanStopped(Component.FAN2, true)),
                  new Step(minutes(5), new Repaired(Component.FAN1)),
                  new Step(minutes(5), new Repaired(Component.FAN2)))),
          new Scenario(
              "mains-loss",
              List.of(
                  new Step(seconds(10), new MainsOnline(false)),
                  new Step(minutes(18), new MainsOnline(true)))),
          new Scenario(
              "disk-fills",
              List.of(
                  new Step(seconds(10), new DiskFills(Component.DISK2, 600)),
                  new Step(minutes(8), new Repaired(Component.DISK2)))),
          new Scenario(
              "link-flaps",
              List.of(
                  new Step(seconds(10), new LinkUp(false)),
                  new Step(seconds(20), new LinkUp(true)),
                  new Step(seconds(40), new LinkUp(false)),
                  new Step(seconds(50), new LinkUp(true)))),
          new Scenario(
              "dead-sensor",
              List.of(
                  new Step(seconds(10), new SensorFails(Component.SOC, IO_ERROR)),
                  new Step(minutes(4), new Repaired(Component.SOC)))),
          new Scenario(
              "lcd-resets",
              List.of(
                  new Step(seconds(10), new LcdSuffers(new LcdGlitch.ResetByItself())),
                  new Step(seconds(40), new LcdSuffers(new LcdGlitch.ResetByItself())))),
          new Scenario(
              "lcd-noisy-link",
              List.of(
                  new Step(seconds(10), new LcdSuffers(new LcdGlitch.FailsEvery(50))),
                  new Step(minutes(2), new Repaired(Component.LCD)),
                  new Step(minutes(3), new LcdSuffers(new LcdGlitch.DropsEvery(50))),
                  new Step(minutes(5), new Repaired(Component.LCD)))),
          new Scenario(
              "lcd-slow-link",
              List.of(
                  new Step(seconds(10), new LcdSuffers(new LcdGlitch.Stalls(Duration.ofMillis(5)))),
                  new Step(minutes(2), new Repaired(Component.LCD)))),
          new Scenario(
              "lcd-wrong-answers",
              List.of(
                  new Step(seconds(10), new LcdSuffers(new LcdGlitch.Answers(LcdAnswers.WRONG))),
                  new Step(seconds(40), new LcdSuffers(new LcdGlitch.Answers(LcdAnswers.NONE))),
                  new Step(minutes(2), new Repaired(Component.LCD)))),
          new Scenario(
              "lcd-unplugged",
              List.of(
                  new Step(seconds(10), new LcdSuffers(new LcdGlitch.Unplugged(true))),
                  new Step(minutes(1), new LcdSuffers(new LcdGlitch.Unplugged(false))))));

  /**
   * One event of a story.
   *
   * @param after since the story began
   */
  public record Step(Duration after, BoardChange change) {}

  public Scenario {
    steps = List.copyOf(steps);
  }

  /** Every story there is. */
  public static List<Scenario> all() {
    return ALL;
  }

  /** The story of that name. */
  public static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name.equals(name)).findFirst();
  }

  /**
   * Begins the story on a board: its steps happen at their times on the board's clock.
   *
   * @return forgets the steps that are still to come
   */
  public BoardClock.Timer play(SimulatedBoard board) {
    List<BoardClock.Timer> timers =
        steps.stream()
            .map(step -> board.clock().schedule(step.after, () -> board.apply(step.change)))
            .toList();
    return () -> timers.forEach(BoardClock.Timer::cancel);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
