package io.panelwatch.agent.daemon;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.Panel;
import io.panelwatch.display.power.Fade;
import io.panelwatch.display.power.LocalMoment;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.display.power.PowerPolicy.Light;
import io.panelwatch.display.power.PowerPolicy.Wish;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Makes a panel as bright as its policy wishes, with a fade from one brightness to the next.
 *
 * <p>What counts as somebody being there is a press of a button, and a fault of major severity or
 * worse that nobody has taken on yet: it lights the panel up, and when it ends the idle time begins
 * anew.
 *
 * <p>A test of the light sets it as it says, at once: neither policy nor fade is what is tested.
 *
 * <p>Used by the screen's thread; {@link #asleep} may be asked from any.
 */
final class PanelPower {

  /** Fast, because somebody waits for it. */
  private static final Duration UP = Duration.ofMillis(300);

  /** Slow enough that who still looks can prevent it. */
  private static final Duration DOWN = Duration.ofSeconds(1);

  /** 50 steps a second are not seen as steps. */
  private static final long STEP_NANOS = Duration.ofMillis(20).toNanos();

  private static final int FULL_PERCENT = 100;

  private final Panel panel;
  private final PowerPolicy policy;
  private final ZoneId zone;
  private final BoardClock clock;
  private long activityNanos;
  private boolean attention;
  private Optional<Integer> testedPercent = Optional.empty();
  private Wish goal;
  private Fade fade;
  private long fadeBeganNanos;
  private Light toldLight = Light.ON;
  private int toldPercent;
  private volatile boolean asleep;

  /** A panel that nothing was sent to yet; somebody has just switched it on. */
  PanelPower(Panel panel, PowerPolicy policy, ZoneId zone, BoardClock clock) {
    this.panel = panel;
    this.policy = policy;
    this.zone = zone;
    this.clock = clock;
    this.activityNanos = clock.monotonicNanos();
    this.goal = policy.wish(activityNanos, false, LocalMoment.of(clock, zone));
    this.fade = new Fade(goal.percent(), goal.percent(), Duration.ZERO);
  }

  /** Takes from a new state whether somebody is there. */
  void attend(DeviceState state) {
    attention = state.wantsAttention();
    testedPercent = state.testedLightPercent();
    activityNanos =
        Math.max(activityNanos, attention ? state.monotonicNanos() : state.lastInputNanos());
  }

  /** Whether a person is to look at the panel now. */
  boolean attention() {
    return attention;
  }

  /** Whether it was put to sleep by the policy: who presses a button then sees nothing. */
  boolean asleep() {
    return asleep;
  }

  /**
   * Tells the panel what is wished now.
   *
   * @return how long until something else is to be told, in nanoseconds
   * @throws DeviceException when the panel refused; it will be as wished when it is back
   */
  long turn() throws DeviceException, InterruptedException {
    LocalMoment now = LocalMoment.of(clock, zone);
    Wish wish = wish(now);
    long elapsed = now.monotonicNanos() - fadeBeganNanos;
    if (wish.light() != goal.light() || wish.percent() != goal.percent()) {
      int from = fade.percentAt(elapsed);
      fade = new Fade(from, wish.percent(), fadeTime(from, wish.percent()));
      fadeBeganNanos = now.monotonicNanos();
      elapsed = 0;
    }
    goal = wish;
    boolean over = fade.isOver(elapsed);
    tell(goal.light() == Light.ASLEEP && !over ? toldLight : goal.light(), fade.percentAt(elapsed));
    return over ? wish.nextChangeNanos() : STEP_NANOS;
  }

  private Wish wish(LocalMoment now) {
    return testedPercent
        .map(percent -> new Wish(Light.ON, percent, Long.MAX_VALUE))
        .orElseGet(() -> policy.wish(activityNanos, attention, now));
  }

  private Duration fadeTime(int from, int to) {
    if (testedPercent.isPresent()) {
      return Duration.ZERO;
    }
    return to > from ? UP : DOWN;
  }

  private void tell(Light light, int wishedPercent) throws DeviceException, InterruptedException {
    int percent = light == Light.ASLEEP ? 0 : Math.max(1, wishedPercent);
    if (light == toldLight && percent == toldPercent) {
      return;
    }
    switch (light) {
      case ON -> {
        panel.brightness(percent);
        wakeFrom(toldLight);
      }
      case DIMMED -> dim(percent);
      case ASLEEP -> panel.sleep();
    }
    toldLight = light;
    toldPercent = percent;
    asleep = light == Light.ASLEEP;
  }

  private void wakeFrom(Light before) throws DeviceException, InterruptedException {
    if (before != Light.ON) {
      panel.wake();
    }
  }

  /** A dim panel is never brighter than an awake one is to be: that is no bound here. */
  private void dim(int percent) throws DeviceException, InterruptedException {
    if (toldLight == Light.ASLEEP) {
      panel.brightness(percent);
      panel.wake();
    }
    panel.dim(percent);
    panel.brightness(FULL_PERCENT);
  }
}
