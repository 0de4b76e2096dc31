package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Current;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Map;

/** The currents of all hwmon chips. */
public final class CurrentSource extends ChannelSource<Current> {

  private static final Kind KIND =
      new Kind(SensorFamily.CURRENTS, "curr", List.of("_input", "_average"));

  /** Ten thousand amperes either way: more than any board carries. */
  private static final double MOST_MILLIAMPS = 1e7;

  public CurrentSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    super(tree, files, chips, clock, KIND);
  }

  @Override
  Current read(Chip chip, Channel current) {
    LimitPair limits = limits(current, "_min", "_max");
    LimitPair critical = limits(current, "_lcrit", "_crit");
    Map<String, Measured> all =
        Map.of(
            "_min", limits.least(),
            "_max", limits.most(),
            "_lcrit", critical.least(),
            "_crit", critical.most());
    return new Current(
        current.component(),
        source(current),
        Attributes.within(
            attributes.measured(current, "_input", "_average"), -MOST_MILLIAMPS, MOST_MILLIAMPS),
        limits.least(),
        limits.most(),
        critical.least(),
        critical.most(),
        Alarms.of(attributes, current, all));
  }

  @Override
  Current unread(Chip chip, Channel current, Measured.Failed why) {
    Measured none = Measured.absent();
    return new Current(current.component(), source(current), why, none, none, none, none, none);
  }

  /** A highest of 0 is a register that nobody has written. */
  private LimitPair limits(Channel current, String lowest, String highest) {
    Measured most = attributes.limit(current, highest);
    return most.is(0)
        ? LimitPair.NONE
        : LimitPair.of(attributes.limit(current, lowest), most)
            .within(-MOST_MILLIAMPS, MOST_MILLIAMPS);
  }
}
