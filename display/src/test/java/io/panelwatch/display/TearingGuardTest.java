package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.frame.UpdatePlanner;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.EdgeLine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TearingGuardTest {

  private static final double REFRESH_HZ = 50;

  private final Line line = new Line();
  private final TearingGuard guard = new TearingGuard(line, REFRESH_HZ);

  /** 64 x 64 pixels at 8 Mbit/s take 8 ms of a period of 20. */
  private final UpdatePlan large =
      new UpdatePlanner(64, 64, new CostModel(8_000_000, 0, 4096)).whole();

  private final UpdatePlan small =
      new UpdatePlanner(16, 16, new CostModel(8_000_000, 0, 4096)).whole();

  @Test
  void largeUpdatesWaitForTheEdgeAndSmallOnesDoNot() throws Exception {
    guard.listen(true);
    guard.await(small);
    assertEquals(0, line.waits);
    guard.await(large);
    assertEquals(1, line.waits);
    assertEquals(Duration.ofMillis(40), line.longest);
  }

  @Test
  void nothingIsWaitedForWhileThePanelIsDark() throws Exception {
    guard.await(large);
    guard.listen(true);
    guard.listen(false);
    guard.await(large);
    assertEquals(0, line.waits);
  }

  @Test
  void silentLineIsListenedToNowAndThenUntilItRises() throws Exception {
    guard.listen(true);
    line.rises = false;
    for (int i = 0; i < 103; i++) {
      guard.await(large);
    }
    assertEquals(4, line.waits, "three times, then once in a hundred");
    line.rises = true;
    for (int i = 0; i < 100; i++) {
      guard.await(large);
    }
    assertEquals(5, line.waits);
    guard.await(large);
    assertEquals(6, line.waits, "it is back");
  }

  @Test
  void lineThatFailsDoesNotKeepPicturesFromThePanel() throws Exception {
    guard.listen(true);
    line.fails = true;
    guard.await(large);
    guard.await(large);
    assertEquals(1, line.waits);
  }

  private static final class Line implements EdgeLine {
    int waits;
    boolean rises = true;
    boolean fails;
    Duration longest = Duration.ZERO;

    @Override
    public boolean awaitRising(Duration most) throws DeviceException {
      waits++;
      longest = most;
      if (fails) {
        throw new DeviceException(5, "read", "/dev/gpiochip0", "the line refused");
      }
      return rises;
    }

    @Override
    public void close() {
      fails = true;
    }
  }
}
