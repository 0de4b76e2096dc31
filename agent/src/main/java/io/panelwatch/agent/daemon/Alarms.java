package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.AlarmMeter;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.store.FaultStore;
import java.util.List;
import java.util.function.Supplier;

/** The load that this board's alarms are, over a restart. Used by the watch's thread only. */
final class Alarms {

  private final AlarmMeter meter;
  private final Supplier<Stamp> now;

  private Alarms(List<Alarm> before, Supplier<Stamp> now) {
    meter = new AlarmMeter(before, now.get());
    this.now = now;
  }

  /** Goes on with the alarms of the last day that the store has. */
  static Alarms of(FaultStore store, Supplier<Stamp> now) {
    return new Alarms(store.alarms(), now);
  }

  /** Counts what was just stored. */
  void take(List<Alarm> alarms) {
    alarms.forEach(meter::take);
  }

  /** The load of the last day. */
  AlarmLoad load() {
    return meter.load(now.get());
  }
}
