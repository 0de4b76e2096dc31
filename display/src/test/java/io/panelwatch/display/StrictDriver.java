package io.panelwatch.display;

import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.frame.UpdatePlanner;
import io.panelwatch.hal.DeviceException;
import java.util.EnumSet;

/** A driver that refuses every call that does not fit the life of what it drives. */
final class StrictDriver implements PanelDriver {

  static final int WIDTH = 16;
  static final int HEIGHT = 8;

  /** Where the thing behind it really is, whatever the panel believes. */
  enum Life {
    COLD,
    POWERED,
    RESET,
    AWAKE,
    FILLED,
    VISIBLE,
    ASLEEP,
    UNKNOWN
  }

  private final UpdatePlanner planner =
      new UpdatePlanner(WIDTH, HEIGHT, new CostModel(1_000_000, 0, 64));
  final Frame memory = new Frame(WIDTH, HEIGHT);
  Life life = Life.COLD;
  Answer answer = Answer.AS_EXPECTED;
  boolean initialisingHelps = true;
  int registerPercent = 100;
  boolean known;
  boolean darkened;
  boolean closed;
  private boolean failsNext;

  void failNext() {
    failsNext = true;
  }

  private void call(Life... allowed) throws DeviceException {
    if (closed || !EnumSet.of(Life.UNKNOWN, allowed).contains(life)) {
      throw new AssertionError("a call came in life " + life + ", closed " + closed);
    }
    if (failsNext) {
      failsNext = false;
      life = Life.UNKNOWN;
      throw new DeviceException(5, "write", "strict", "it was told to fail");
    }
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void powerUp() throws DeviceException {
    call(Life.COLD, Life.VISIBLE, Life.ASLEEP, Life.POWERED);
    life = Life.POWERED;
  }

  @Override
  public void reset() throws DeviceException {
    call(Life.POWERED);
    life = Life.RESET;
    known = false;
  }

  @Override
  public long initialise() throws DeviceException {
    call(Life.RESET);
    life = Life.AWAKE;
    answer = initialisingHelps ? Answer.AS_EXPECTED : answer;
    return 0;
  }

  @Override
  public UpdatePlan flush(Frame frame, Damage damage) throws DeviceException {
    call(Life.AWAKE, Life.VISIBLE, Life.ASLEEP);
    UpdatePlan plan = known ? planner.plan(memory, frame, damage) : planner.whole();
    memory.copyFrom(frame);
    filled();
    return plan;
  }

  @Override
  public UpdatePlan repaint(int stripe, int stripes) throws DeviceException {
    boolean whole = stripes == 1;
    call(whole ? Life.AWAKE : Life.VISIBLE);
    if (whole) {
      filled();
    } else if (!known) {
      throw new AssertionError("there is no picture of which a part could be sent again");
    }
    return planner.stripe(stripe, stripes);
  }

  private void filled() {
    known = true;
    life = life == Life.AWAKE ? Life.FILLED : life;
  }

  @Override
  public void on() throws DeviceException {
    call(Life.FILLED);
    life = Life.VISIBLE;
  }

  @Override
  public void sleep() throws DeviceException {
    call(Life.FILLED, Life.VISIBLE);
    life = Life.ASLEEP;
  }

  @Override
  public void wake() throws DeviceException {
    call(Life.ASLEEP);
    life = Life.VISIBLE;
  }

  @Override
  public void off() throws DeviceException {
    call(Life.POWERED, Life.RESET, Life.AWAKE, Life.FILLED, Life.VISIBLE, Life.ASLEEP);
    life = Life.ASLEEP;
  }

  @Override
  public void powerDown() throws DeviceException {
    call(Life.COLD, Life.ASLEEP);
    life = Life.COLD;
  }

  @Override
  public void forget() {
    known = false;
  }

  @Override
  public void darken() {
    if (known) {
      throw new AssertionError("it was not said that nothing is known");
    }
    darkened = true;
  }

  @Override
  public Answer check() throws DeviceException {
    call(Life.VISIBLE);
    return answer;
  }

  @Override
  public boolean dims() {
    return true;
  }

  @Override
  public void brightness(int percent) throws DeviceException {
    call(Life.VISIBLE);
    registerPercent = percent;
  }

  @Override
  public void close() {
    closed = true;
  }
}
