package io.panelwatch.agent.daemon;

import io.panelwatch.display.PanelDriver;
import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.frame.UpdatePlanner;
import io.panelwatch.hal.DeviceException;
import java.util.Optional;

/** A panel that refuses, and answers, as a test says. */
final class ScriptedPanel implements PanelDriver {

  static final int WIDTH = 320;
  static final int HEIGHT = 240;

  /** What every picture is refused with; empty while it works. */
  volatile Optional<DeviceException> refusal = Optional.empty();

  /** How it says that it is. */
  volatile Answer answer = Answer.AS_EXPECTED;

  /** What happens inside its reset, which may hang. */
  volatile Waiting resetting = () -> {};

  /** Something that may wait. */
  interface Waiting {
    void run() throws InterruptedException;
  }

  private final UpdatePlan whole =
      new UpdatePlanner(WIDTH, HEIGHT, new CostModel(1_000_000, 0, 64)).whole();

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void powerUp() {}

  @Override
  public void reset() throws InterruptedException {
    resetting.run();
    answer = answer == Answer.OTHERWISE ? Answer.AS_EXPECTED : answer;
  }

  @Override
  public long initialise() {
    return 0;
  }

  @Override
  public UpdatePlan flush(Frame frame, Damage damage) throws DeviceException {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return whole;
  }

  @Override
  public UpdatePlan repaint(int stripe, int stripes) {
    return whole;
  }

  @Override
  public void on() {}

  @Override
  public void sleep() {}

  @Override
  public void wake() {}

  @Override
  public void off() {}

  @Override
  public void powerDown() {}

  @Override
  public void forget() {}

  @Override
  public void darken() {}

  @Override
  public Answer check() {
    return answer;
  }

  @Override
  public boolean dims() {
    return false;
  }

  @Override
  public void brightness(int percent) {}

  @Override
  public void close() {}
}
