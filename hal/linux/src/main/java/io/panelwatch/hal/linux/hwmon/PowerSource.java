package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Power;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Map;

/**
 * The power of all hwmon chips. Some show what is taken now, some the mean of a while, as the power
 * meters of ACPI do, and some both.
 */
public final class PowerSource extends ChannelSource<Power> {

  private static final Kind KIND =
      new Kind(SensorFamily.POWERS, "power", List.of("_input", "_average"));

  private static final double MICROWATTS = 1e6;

  /** A megawatt either way: more than any board takes. */
  private static final double MOST_WATTS = 1e6;

  /** Less than any limit that somebody sets. */
  private static final double LEAST_LIMIT_WATTS = 1 / MICROWATTS;

  public PowerSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    super(tree, files, chips, clock, KIND);
  }

  @Override
  Power read(Chip chip, Channel power) {
    Measured cap = limit(power, "_cap");
    Measured max = limit(power, "_max");
    Measured crit = limit(power, "_crit");
    return new Power(
        power.component(),
        source(power),
        Attributes.within(
            watts(attributes.measured(power, "_input", "_average")), -MOST_WATTS, MOST_WATTS),
        cap,
        max,
        crit,
        Alarms.of(attributes, power, Map.of("_cap", cap, "_max", max, "_crit", crit)));
  }

  @Override
  Power unread(Chip chip, Channel power, Measured.Failed why) {
    Measured none = Measured.absent();
    return new Power(power.component(), source(power), why, none, none, none, none);
  }

  private Measured limit(Channel power, String attribute) {
    return Attributes.within(
        watts(attributes.limit(power, attribute)), LEAST_LIMIT_WATTS, MOST_WATTS);
  }

  private static Measured watts(Measured microWatts) {
    return Attributes.map(microWatts, value -> value / MICROWATTS);
  }
}
