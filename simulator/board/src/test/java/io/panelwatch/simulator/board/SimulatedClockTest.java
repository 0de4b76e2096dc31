package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.contract.BoardClockContract;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SimulatedClockTest {

  private abstract static class AtSpeed extends BoardClockContract {
    private final SimulatedClock clock;

    AtSpeed(double speed) {
      clock = new SimulatedClock(speed);
    }

    @Override
    protected BoardClock clock() {
      return clock;
    }

    @AfterEach
    void close() {
      clock.close();
    }
  }

  @Nested
  final class RealTime extends AtSpeed {
    RealTime() {
      super(1);
    }
  }

  @Nested
  final class FourTimesFaster extends AtSpeed {
    FourTimesFaster() {
      super(4);
    }
  }

  private final SimulatedClock fast = new SimulatedClock(10_000);

  @AfterEach
  void close() {
    fast.close();
  }

  @Test
  void hoursPassInASecondWhenItRunsThatFast() throws Exception {
    long start = fast.monotonicNanos();
    Instant wall = fast.wall();
    var ran = new CountDownLatch(1);
    fast.schedule(Duration.ofHours(1), ran::countDown);

    fast.sleep(Duration.ofHours(2));

    assertTrue(ran.await(30, TimeUnit.SECONDS));
    assertTrue(fast.monotonicNanos() - start >= Duration.ofHours(2).toNanos());
    assertTrue(Duration.between(wall, fast.wall()).toHours() >= 2, "the wall clock as well");
  }

  @Test
  void steppingTheWallClockLeavesDurationsAlone() {
    Instant before = fast.wall();

    fast.stepWall(Duration.ofDays(-400));

    assertTrue(fast.wall().isBefore(before.minus(Duration.ofDays(300))));
    assertTrue(fast.monotonicNanos() >= 0, "and never goes back");
  }

  @Test
  void wallClockIsTrustedUntilSomeoneSaysOtherwise() {
    assertTrue(fast.wallTrusted());
    fast.trustWall(false);
    assertFalse(fast.wallTrusted());
  }

  @Test
  void taskThatThrowsDoesNotStopTheNextOne() throws Exception {
    var ran = new CountDownLatch(1);
    fast.schedule(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("a task's own mistake");
        });
    fast.schedule(Duration.ofSeconds(1), ran::countDown);

    assertTrue(ran.await(30, TimeUnit.SECONDS));
  }

  @Test
  void speedThatIsNoSpeedIsRefusedInOneSentence() {
    for (double speed : new double[] {0, -1, Double.NaN, 1e9}) {
      var refusal =
          assertThrows(IllegalArgumentException.class, () -> new SimulatedClock(speed).close());
      assertEquals(
          "speed must be above 0 and at most 10000, not " + speed + ".", refusal.getMessage());
    }
  }
}
