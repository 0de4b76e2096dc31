package io.panelwatch.agent.fault.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TraceTest {

  @Test
  void asManyStepsAsFitAreKeptExactly() {
    Trace trace = Trace.beginning(0, 0);
    for (int step = 1; step < Trace.MOST_POINTS; step++) {
      trace = trace.counted(step, true, seconds(step));
    }

    assertEquals(Trace.MOST_POINTS, trace.points().size());
    for (int since = 0; since < Trace.MOST_POINTS; since++) {
      assertEquals(Trace.MOST_POINTS - 1 - since, trace.increase(seconds(since)));
    }
  }

  @Test
  void moreStepsAreThinnedTheOlderTheMore() {
    Trace trace = Trace.beginning(0, 0);
    for (int step = 1; step <= 20_000; step++) {
      trace = trace.counted(step, true, seconds(step));
      assertTrue(trace.points().size() <= Trace.MOST_POINTS, "at step " + step);
    }

    assertEquals(20_000, trace.increase(-1), "nothing of the growth is lost");
    for (int ago = 1; ago <= 19_000; ago++) {
      double grown = trace.increase(seconds(20_000 - ago));
      assertTrue(grown >= ago && grown <= 1.2 * ago + 1, grown + " within " + ago + " s");
    }
  }

  @Test
  void counterThatDoesNotBeginAnewIsNoGrowthWhenItFalls() {
    Trace trace = Trace.beginning(100, 0).counted(40, false, seconds(1));
    assertEquals(0, trace.increase(-1));
    assertEquals(40, trace.counted(40, true, seconds(2)).last());
    assertEquals(40, Trace.beginning(100, 0).counted(40, true, seconds(1)).increase(-1));
  }

  @Test
  void onlyWhatWasSeenInAScanIsNotFromBefore() {
    assertFalse(Trace.beginning(1, 0).isFromBefore());
    assertTrue(Trace.known(1).isFromBefore());
    assertTrue(Trace.counted(1).isFromBefore());
    assertTrue(Trace.counted(1).counted(2, true, 0).isFromBefore());
  }

  private static long seconds(int count) {
    return Duration.ofSeconds(count).toNanos();
  }
}
