package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManualClockTest extends BoardClockContract {

  private final ManualClock clock = new ManualClock();

  @Override
  protected BoardClock clock() {
    return clock;
  }

  @Override
  protected boolean blocks() {
    return false;
  }

  @Test
  void timeStandsStillUntilItIsMoved() {
    Instant wall = clock.wall();
    long nanos = clock.monotonicNanos();

    assertEquals(wall, clock.wall());
    assertEquals(nanos, clock.monotonicNanos());
  }

  @Test
  void advanceMovesBothClocksByExactlyThatMuch() {
    Instant wall = clock.wall();
    long nanos = clock.monotonicNanos();

    clock.advance(Duration.ofSeconds(90));

    assertEquals(wall.plusSeconds(90), clock.wall());
    assertEquals(nanos + 90_000_000_000L, clock.monotonicNanos());
  }

  @Test
  void everyTaskSeesItsOwnTime() {
    long start = clock.monotonicNanos();
    List<Long> seen = new ArrayList<>();
    clock.schedule(Duration.ofSeconds(2), () -> seen.add(clock.monotonicNanos() - start));
    clock.schedule(Duration.ofSeconds(1), () -> seen.add(clock.monotonicNanos() - start));

    clock.advance(Duration.ofSeconds(5));

    assertEquals(List.of(1_000_000_000L, 2_000_000_000L), seen);
  }

  @Test
  void taskThatFallsDueAtTheVeryEndRunsAndTheNextNanosecondDoesNot() {
    List<String> ran = new ArrayList<>();
    clock.schedule(Duration.ofNanos(100), () -> ran.add("at the end"));
    clock.schedule(Duration.ofNanos(101), () -> ran.add("after it"));

    clock.advance(Duration.ofNanos(100));

    assertEquals(List.of("at the end"), ran);
  }

  @Test
  void tasksOfOneTimeRunInTheOrderTheyWereScheduled() {
    List<Integer> ran = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int place = i;
      clock.schedule(Duration.ofSeconds(1), () -> ran.add(place));
    }

    clock.advance(Duration.ofSeconds(1));

    assertEquals(List.of(0, 1, 2, 3, 4), ran);
  }

  @Test
  void taskThatRepeatsItselfRunsOncePerPeriodInsideOneAdvance() {
    List<Long> seen = new ArrayList<>();
    long start = clock.monotonicNanos();
    Runnable[] tick = new Runnable[1];
    tick[0] =
        () -> {
          seen.add((clock.monotonicNanos() - start) / 1_000_000_000L);
          clock.schedule(Duration.ofSeconds(1), tick[0]);
        };
    clock.schedule(Duration.ofSeconds(1), tick[0]);

    clock.advance(Duration.ofSeconds(3));

    assertEquals(List.of(1L, 2L, 3L), seen);
  }

  @Test
  void steppingTheWallClockLeavesDurationsAlone() {
    long nanos = clock.monotonicNanos();
    Instant wall = clock.wall();

    clock.stepWall(Duration.ofHours(-1));

    assertEquals(wall.minusSeconds(3600), clock.wall());
    assertEquals(nanos, clock.monotonicNanos());
  }

  @Test
  void wallClockIsTrustedUntilATestSaysOtherwise() {
    assertTrue(clock.wallTrusted());

    clock.trustWall(false);

    assertFalse(clock.wallTrusted());
  }
}
