package io.panelwatch.agent.daemon;

import io.panelwatch.agent.screen.Screens;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.power.BrightnessSchedule;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.hal.contract.ManualClock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A panel that hangs must not keep the daemon from ending within its two seconds. */
@Timeout(60)
final class ScreenLoopEndTest {

  private final ManualClock clock = new ManualClock();
  private final ScriptedPanel driver = new ScriptedPanel();
  private final Panel panel = new Panel(driver, Optional.empty(), clock);
  private final CountDownLatch hangs = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    hangs.countDown();
  }

  @Test
  void panelThatHangsForGoodIsLeftBehindInTimeForTheOthers() {
    driver.resetting = this::hangWhateverComes;

    start().close();
  }

  @Test
  void panelThatHangsUntilItIsInterruptedIsPutToSleep() {
    driver.resetting = hangs::await;

    start().close();

    Eventually.holds("it sleeps", () -> panel.state() == PanelState.OFF);
  }

  private ScreenLoop start() {
    var policy =
        new PowerPolicy(BrightnessSchedule.always(100), Optional.empty(), Optional.empty());
    var settings = new ScreenSettings(Colours.RGB, policy, ZoneOffset.UTC, 0);
    return new ScreenLoop(panel, clock, settings, Screens::of, () -> {});
  }

  private void hangWhateverComes() {
    boolean interrupted = false;
    while (hangs.getCount() > 0) {
      try {
        hangs.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
