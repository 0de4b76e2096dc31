package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.line.PowerFailSource;
import io.panelwatch.hal.LineRequest;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.BoardChange.PowerFailing;
import io.panelwatch.simulator.board.Component;
import io.panelwatch.simulator.board.SimulatedBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the edge of a line to PWR-103, by the watch as the daemon runs it. */
@Timeout(60)
final class PowerFailStoryTest {

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final PowerFailSource line =
      new PowerFailSource(Optional.of(new LineRequest("POWER_FAIL_N", true)), board.inputLines());
  private final Lifecycle lifecycle =
      new Lifecycle(
          Limits.defaults(Catalogue.load()),
          new Boot("boot", 0),
          new FaultIds(),
          (a, b) -> Occurrence.FIRST);
  private final LinkedBlockingQueue<Scan> scans = new LinkedBlockingQueue<>();
  private final List<FaultTransition> told = new ArrayList<>();
  private Watch watch;

  @BeforeEach
  void beginWell() throws InterruptedException {
    var sources = new ArrayList<SensorSource>(board.sources());
    sources.add(line);
    watch =
        new Watch(
            clock, sources, board.events().and(line.events()), scans::add, () -> {}, () -> {});
    judgeNext();
    assertEquals(List.of(), told);
  }

  @AfterEach
  void end() {
    watch.close();
    line.close();
    board.close();
  }

  @Test
  void lineThatFallsIsAFaultAtOnceAndOverAfterItsOffDelay() throws InterruptedException {
    long fell = clock.monotonicNanos();
    fail(true);
    judgeEarly();

    assertEquals(List.of("RAISED PWR-103 power-fail"), story());
    assertEquals(Agenda.JOIN, Duration.ofNanos(clock.monotonicNanos() - fell));
    assertEquals(Duration.ZERO, told.getFirst().fault().limit().onDelay());

    fail(false);
    judgeEarly();
    judgeFor(Duration.ofSeconds(58));
    assertEquals(1, told.size(), "within its off-delay");
    judgeFor(Duration.ofSeconds(4));
    assertEquals(List.of("RAISED PWR-103 power-fail", "CLEARED PWR-103 power-fail"), story());
  }

  @Test
  void pulseShorterThanAScanIsOneFault() throws InterruptedException {
    fail(true);
    fail(false);
    judgeEarly();

    assertEquals(List.of("RAISED PWR-103 power-fail"), story());
    judgeFor(Duration.ofSeconds(64));
    assertEquals(List.of("RAISED PWR-103 power-fail", "CLEARED PWR-103 power-fail"), story());
  }

  @Test
  void lineThatBouncesIsOneFault() throws InterruptedException {
    for (int bounce = 0; bounce < 5; bounce++) {
      fail(true);
      fail(false);
      judgeEarly();
    }
    fail(true);
    judgeEarly();

    assertEquals(List.of("RAISED PWR-103 power-fail"), story());
  }

  @Test
  void mainsThatGoesWithTheLineIsNoSecondFault() throws InterruptedException {
    fail(true);
    board.apply(new BoardChange.MainsOnline(false));
    judgeEarly();
    judgeFor(Duration.ofSeconds(10));

    assertEquals(List.of("RAISED PWR-103 power-fail"), story());
  }

  @Test
  void mainsAloneWaitsForItsOnDelay() throws InterruptedException {
    board.apply(new BoardChange.MainsOnline(false));
    judgeEarly();
    assertEquals(List.of(), story());

    judgeFor(Duration.ofSeconds(6));
    assertEquals(List.of("RAISED PWR-103 mains"), story());
    assertEquals(Duration.ofSeconds(5), told.getFirst().fault().limit().onDelay());
  }

  @Test
  void lineThatCannotBeReadIsADeadSensorAndNoPowerFailure() throws InterruptedException {
    board.apply(new BoardChange.SensorFails(Component.POWER_FAIL, 5));
    judgeFor(Duration.ofSeconds(10));

    assertEquals(List.of("RAISED AGT-A01 power-fail"), story());
    assertEquals("simulated:gpiochip0/POWER_FAIL_N: errno 5", told.getFirst().fault().source());
  }

  private void fail(boolean active) {
    board.apply(new PowerFailing(active));
  }

  /** The scan that an edge causes. */
  private void judgeEarly() throws InterruptedException {
    clock.advance(Agenda.JOIN);
    judgeNext();
  }

  private void judgeFor(Duration duration) throws InterruptedException {
    long periods = duration.dividedBy(Watch.PERIOD);
    for (long i = 0; i < periods; i++) {
      clock.advance(Watch.PERIOD);
      judgeNext();
    }
  }

  private void judgeNext() throws InterruptedException {
    Scan scan = scans.poll(20, TimeUnit.SECONDS);
    if (scan == null) {
      throw new AssertionError("nothing was read");
    }
    told.addAll(lifecycle.judge(scan).transitions());
  }

  private List<String> story() {
    return told.stream()
        .map(t -> "%s %s %s".formatted(t.kind(), t.fault().code(), t.fault().component()))
        .toList();
  }
}
