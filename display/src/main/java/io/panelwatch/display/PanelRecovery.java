package io.panelwatch.display;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;

/** Finds out that a panel is not well, and when and how it is helped. */
final class PanelRecovery {

  private final PanelDriver driver;
  private final PanelStages stages;
  private final FlushMeter meter;
  private final Retry retry;
  private final Checkup checkup = new Checkup();
  private boolean answering;

  PanelRecovery(PanelDriver driver, PanelStages stages, BoardClock clock, FlushMeter meter) {
    this.driver = driver;
    this.stages = stages;
    this.meter = meter;
    this.retry = new Retry(clock);
  }

  /** How long to leave a lost panel alone, in nanoseconds; 0 for one that is not lost. */
  long restNanos() {
    return stages.lost() ? retry.restNanos() : 0;
  }

  /** Whether the last examination had a sensible answer. */
  boolean answers() {
    return answering;
  }

  /** A picture was shown whole. */
  void worked() {
    retry.worked();
    meter.worked();
  }

  /** An error came between. */
  void lost(Exception cause) {
    int inARow = retry.failed();
    if (cause instanceof DeviceException refusal) {
      meter.refused(inARow, refusal);
    }
    stages.lose(cause);
  }

  /** Resets, initialises and repaints a panel that is in use. */
  void startOver() throws DeviceException, InterruptedException {
    stages.startOver();
    worked();
  }

  /** One wrong answer may be the wire's mistake: it is asked again before it is believed. */
  void examine() throws DeviceException, InterruptedException {
    PanelDriver.Answer answer = driver.check();
    if (answer == PanelDriver.Answer.OTHERWISE) {
      answer = driver.check();
    }
    Checkup.Finding finding = checkup.take(answer);
    if (finding != Checkup.Finding.NOTHING) {
      startOver();
      if (checkup.helped(driver.check()) && finding == Checkup.Finding.RESET_ITSELF) {
        meter.resetItself();
      }
    }
    answering = checkup.answers();
    meter.silent(checkup.silent());
  }
}
