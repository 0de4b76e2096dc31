package io.panelwatch.display;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;

/** Finds out that a panel is not well, and when and how it is helped. */
final class PanelRecovery {

  private final PanelDriver driver;
  private final PanelStages stages;
  private final FlushMeter meter;
  private final Retry retry;
  private final Retry rousing;
  private final Checkup checkup = new Checkup();

  PanelRecovery(PanelDriver driver, PanelStages stages, BoardClock clock, FlushMeter meter) {
    this.driver = driver;
    this.stages = stages;
    this.meter = meter;
    this.retry = Retry.ofRefusals(clock);
    this.rousing = Retry.ofSilence(clock);
  }

  /** How long to leave a lost panel alone, in nanoseconds; 0 for one that is not lost. */
  long restNanos() {
    return stages.lost() ? retry.restNanos() : 0;
  }

  /** Whether the last examination had a sensible answer. */
  boolean answers() {
    return checkup.answers();
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
    if (answer != PanelDriver.Answer.AS_EXPECTED) {
      answer = driver.check();
    }
    switch (checkup.take(answer)) {
      case NOTHING -> trustAgain();
      case RESET_ITSELF -> {
        if (startOverHelps()) {
          meter.resetItself();
        }
      }
      case BACK -> startOverHelps();
      case SILENT -> rouse();
    }
    meter.silent(checkup.silent());
  }

  /** A controller that hangs is helped by a reset; where only its answers get lost, none helps. */
  private void rouse() throws DeviceException, InterruptedException {
    if (rousing.restNanos() == 0) {
      rousing.failed(); // as far as is known now: a rest follows, whether the try helps or not
      startOverHelps();
    }
  }

  /** Not before that rest is over: a loose wire shall not blank the panel at each contact. */
  private void trustAgain() {
    if (rousing.restNanos() == 0) {
      rousing.worked();
    }
  }

  private boolean startOverHelps() throws DeviceException, InterruptedException {
    startOver();
    return checkup.helped(driver.check());
  }
}
