package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.health.Scanner;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.Component;
import io.panelwatch.simulator.board.SimulatedBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the simulated board's physics through scans to faults: a visit of the technician. */
final class SimulatedBoardStoryTest {

  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final List<FaultTransition> told = new ArrayList<>();
  private final Lifecycle lifecycle =
      new Lifecycle(
          Limits.defaults(Bench.CATALOGUE),
          new Boot("boot", 0),
          new FaultIds(),
          (a, b) -> Occurrence.FIRST);
  private Judgement last = Judgement.NONE;

  @Test
  void stoppedFanIsCountedDownConfirmedFollowedByItsHeatAndClearedAfterTheRepair()
      throws InterruptedException {
    try (board;
        var scanner = new Scanner(board, Duration.ofMinutes(1))) {
      watch(scanner, Duration.ofMinutes(10));
      assertEquals(List.of(), told, "a healthy board has nothing to tell");
      assertEquals(List.of(), last.pending());

      board.apply(new BoardChange.FanStopped(Component.FAN1, true));
      watch(scanner, Duration.ofSeconds(20));
      assertEquals("FAN-201", last.pending().getFirst().code());
      assertEquals("fan1", last.pending().getFirst().component());
      Duration remaining = last.pending().getFirst().remaining();
      assertTrue(remaining.compareTo(Duration.ofSeconds(10)) > 0, remaining::toString);

      watch(scanner, remaining);
      assertEquals(List.of("RAISED FAN-201"), story());
      String cause = told.getFirst().fault().faultId();

      watch(scanner, Duration.ofMinutes(6));
      assertEquals(List.of("RAISED FAN-201", "RAISED TMP-301"), story());
      Fault heat = told.getLast().fault();
      assertEquals(Optional.of(cause), heat.suppressedBy());

      board.apply(new BoardChange.FanStopped(Component.FAN1, false));
      watch(scanner, Duration.ofSeconds(58));
      assertEquals(2, last.active().size(), "still within the off-delay");
      watch(scanner, Duration.ofMinutes(6));

      assertEquals("CLEARED FAN-201", story().get(2));
      assertEquals("CLEARED TMP-301", story().getLast());
      assertEquals(cause, told.get(2).fault().faultId());
      assertEquals(List.of(), last.active());
    }
  }

  @Test
  void pulledMainsAndFullDiskAreTold() throws InterruptedException {
    try (board;
        var scanner = new Scanner(board, Duration.ofMinutes(1))) {
      watch(scanner, PERIOD);
      board.apply(new BoardChange.MainsOnline(false));
      board.apply(new BoardChange.DiskUsed(Component.DISK1, 97));
      watch(scanner, Duration.ofMinutes(2));

      assertEquals(List.of("RAISED PWR-103", "RAISED DSK-401"), story());
      assertEquals("mains", told.getFirst().fault().component());
      assertEquals("disk1", told.getLast().fault().component());
    }
  }

  static Stream<Arguments> peripherals() {
    return Stream.of(
        Arguments.of(new BoardChange.MemoryAvailable(4), "MEM-501", Duration.ofMinutes(2)),
        Arguments.of(new BoardChange.DriveOnline(false), "DSK-411", Duration.ofSeconds(10)),
        Arguments.of(new BoardChange.RaidMissing(1), "DSK-412", PERIOD),
        Arguments.of(new BoardChange.PrinterAttached(false), "BRD-606", Duration.ofSeconds(15)),
        Arguments.of(new BoardChange.ServiceFailed(true), "SVC-951", Duration.ofSeconds(10)),
        Arguments.of(new BoardChange.CertificateDays(5), "NET-806", PERIOD));
  }

  @ParameterizedTest
  @MethodSource("peripherals")
  void whatIsBrokenByHandIsToldAloneAndEndsWithItsRepair(
      BoardChange change, String code, Duration onDelay) throws InterruptedException {
    try (board;
        var scanner = new Scanner(board, Duration.ofMinutes(1))) {
      watch(scanner, PERIOD);
      board.apply(change);
      watch(scanner, onDelay.plus(PERIOD.multipliedBy(2)));
      assertEquals(List.of("RAISED " + code), story());
      assertEquals(change.component().id(), told.getFirst().fault().component());

      board.apply(new BoardChange.Repaired(change.component()));
      watch(scanner, Duration.ofMinutes(5));
      assertEquals(List.of("RAISED " + code, "CLEARED " + code), story());
    }
  }

  @Test
  void diskWhoseRequestsFailAgainAndAgainIsTold() throws InterruptedException {
    try (board;
        var scanner = new Scanner(board, Duration.ofMinutes(1))) {
      watch(scanner, PERIOD);
      board.apply(new BoardChange.DriveErrors(3));
      watch(scanner, PERIOD);
      assertEquals(List.of("RAISED DSK-410"), story());
    }
  }

  private void watch(Scanner scanner, Duration duration) throws InterruptedException {
    for (Duration passed = Duration.ZERO;
        passed.compareTo(duration) < 0;
        passed = passed.plus(PERIOD)) {
      clock.advance(PERIOD);
      last = lifecycle.judge(scanner.scan());
      told.addAll(last.transitions());
    }
  }

  private List<String> story() {
    return told.stream().map(t -> t.kind() + " " + t.fault().code()).toList();
  }
}
