package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.AlarmMeter;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.store.Announced;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The load that this board's alarms are, over a restart. Used by the watch's thread only.
 *
 * <p>Alarms of before are placed by the wall clock; where that cannot be trusted yet, nobody can
 * say how long ago they were, and the day begins anew.
 */
final class Alarms {

  private final AlarmMeter meter;
  private final BoardClock clock;

  private Alarms(List<AlarmMeter.Alarm> before, BoardClock clock) {
    meter = new AlarmMeter(before);
    this.clock = clock;
  }

  /** Goes on with the alarms of the last day that the store has. */
  static Alarms of(FaultStore store, BoardClock clock) {
    if (!clock.wallTrusted()) {
      return new Alarms(List.of(), clock);
    }
    Instant wall = clock.wall();
    long now = clock.monotonicNanos();
    return new Alarms(
        store.announcedSince(wall.minus(AlarmMeter.DAY), AlarmMeter.MOST).stream()
            .filter(one -> !one.first().isAfter(wall))
            .map(one -> placed(one, now - Duration.between(one.first(), wall).toNanos()))
            .toList(),
        clock);
  }

  private static AlarmMeter.Alarm placed(Announced one, long nanos) {
    return new AlarmMeter.Alarm(nanos, one.severity(), one.code(), one.component());
  }

  /** Counts what of it calls somebody, as of now. */
  void take(List<FaultTransition> transitions) {
    long now = clock.monotonicNanos();
    transitions.forEach(transition -> meter.take(transition, now));
  }

  /** The load of the last day. */
  AlarmLoad load() {
    return meter.load(clock.monotonicNanos());
  }
}
