package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A fan that stops and turns again, judged by a lifecycle of its own, stored and told nowhere.
 *
 * <p>What a virtual machine does once, it does when it first meets it: of the first fault of a run,
 * loading and linking take 30 ms on a fast machine and many times that on a small one, while what
 * has happened waits to be heard. Played while nothing waits, it is over before a fault comes. Not
 * thread-safe: the watch's thread.
 */
final class Rehearsal implements Consumer<Scan> {

  private static final String FAN = "rehearsal";

  private final Limits limits;
  private boolean played;

  /**
   * @param limits those that the real lifecycle judges by
   */
  Rehearsal(Limits limits) {
    this.limits = limits;
  }

  /** Plays it after the first scan was judged: until the next one falls due, nothing waits. */
  @Override
  public void accept(Scan scan) {
    if (!played) {
      played = true;
      play();
    }
  }

  /**
   * Plays it through; takes as long as the first fault would.
   *
   * @return what the lifecycle said at each scan: nothing, pending, raised, still there, cleared
   */
  List<Judgement> play() {
    var lifecycle =
        new Lifecycle(
            limits, new Boot(FAN, 0), new FaultIds(), (code, component) -> Occurrence.FIRST);
    var said = new ArrayList<Judgement>();
    var time = Duration.ZERO;
    for (int rpm : new int[] {2_000, 0, 0, 2_000, 2_000}) {
      said.add(lifecycle.judge(scan(time, rpm)));
      // Longer than any delay of a fan.
      time = time.plusHours(1);
    }
    return said;
  }

  private static Scan scan(Duration time, int rpm) {
    return new Scan(
        Instant.EPOCH.plus(time),
        false,
        time.toNanos(),
        List.of(reading(Quantity.FAN_RPM, rpm), reading(Quantity.FAN_PWM_PERCENT, 100)),
        List.of(),
        EnumSet.of(Quantity.FAN_RPM.family()));
  }

  private static Reading reading(Quantity quantity, double value) {
    return new Reading(quantity, FAN, OptionalDouble.of(value), Quality.GOOD, 0, FAN);
  }
}
