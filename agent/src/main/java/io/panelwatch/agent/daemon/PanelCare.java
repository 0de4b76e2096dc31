package io.panelwatch.agent.daemon;

import io.panelwatch.display.Panel;
import io.panelwatch.display.power.LocalMoment;
import io.panelwatch.display.power.NightRenewal;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Looks after a panel: asks a visible one how it is, so that one which reset itself is repaired
 * within a second, and initialises one that does not answer anew at night, asleep or not. Used by
 * the screen's thread.
 */
final class PanelCare {

  /** With the 125 ms of a repair that is within a second of what happened. */
  static final Duration CHECK_EVERY = Duration.ofMillis(500);

  /** Several times in the quiet hour of the night. */
  static final Duration LOOK_ASLEEP_EVERY = Duration.ofMinutes(15);

  private final Panel panel;
  private final ZoneId zone;
  private final BoardClock clock;
  private long checkedNanos;
  private long initialisations;
  private long initialisedNanos;

  PanelCare(Panel panel, ZoneId zone, BoardClock clock) {
    this.panel = panel;
    this.zone = zone;
    this.clock = clock;
    this.checkedNanos = clock.monotonicNanos();
    this.initialisedNanos = checkedNanos;
  }

  /**
   * Does what is due.
   *
   * @param attention a person is to look at the panel now
   * @return how long until the next turn is due, in nanoseconds
   * @throws DeviceException when the panel is not there or refuses
   */
  long turn(boolean attention) throws DeviceException, InterruptedException {
    LocalMoment now = LocalMoment.of(clock, zone);
    noteInitialisation(now.monotonicNanos());
    return switch (panel.state()) {
      case ON, DIMMED -> {
        if (now.monotonicNanos() - checkedNanos >= CHECK_EVERY.toNanos()) {
          checkedNanos = now.monotonicNanos();
          panel.check();
        }
        renewWhereDue(attention, now);
        yield Math.max(0, checkedNanos + CHECK_EVERY.toNanos() - clock.monotonicNanos());
      }
      case ASLEEP -> {
        renewWhereDue(attention, now);
        yield panel.answers() ? Long.MAX_VALUE : LOOK_ASLEEP_EVERY.toNanos();
      }
      default -> Long.MAX_VALUE;
    };
  }

  private void renewWhereDue(boolean attention, LocalMoment now)
      throws DeviceException, InterruptedException {
    if (!panel.answers() && NightRenewal.AT_THREE.due(initialisedNanos, attention, now)) {
      panel.renew();
    }
  }

  private void noteInitialisation(long nowNanos) {
    long count = panel.counters().initialisations();
    if (count != initialisations) {
      initialisations = count;
      initialisedNanos = nowNanos;
    }
  }
}
