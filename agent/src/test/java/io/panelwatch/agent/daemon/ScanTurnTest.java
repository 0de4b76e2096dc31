package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.agent.health.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanTurnTest {

  private final List<String> done = new ArrayList<>();
  private final Scan scan = new Scan(Instant.EPOCH, true, 0, List.of(), List.of());

  @Test
  void scanIsJudgedBeforeAnyUpkeepIsDone() {
    turn(() -> done.add("judged"), () -> done.add("kept up")).accept(scan);

    assertEquals(List.of("judged", "kept up"), done);
  }

  @Test
  void upkeepThatFailsCostsNeitherTheScanNorOtherUpkeep() {
    Runnable broken =
        () -> {
          throw new IllegalStateException("a date of last year cannot be read");
        };
    ScanTurn turn = turn(() -> done.add("judged"), broken, () -> done.add("kept up"));

    turn.accept(scan);
    turn.accept(scan);

    assertEquals(List.of("judged", "kept up", "judged", "kept up"), done);
  }

  @Test
  void scanThatCannotBeJudgedIsToldToTheWatchAndUpkeepGoesOn() {
    Runnable broken =
        () -> {
          throw new IllegalStateException("a mistake in a rule");
        };
    ScanTurn turn = turn(broken, () -> done.add("kept up"));

    assertThrows(IllegalStateException.class, () -> turn.accept(scan));
    assertEquals(List.of("kept up"), done);
  }

  private static ScanTurn turn(Runnable judged, Runnable... upkeep) {
    return new ScanTurn(_ -> judged.run(), List.of(upkeep));
  }
}
