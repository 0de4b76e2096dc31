package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Humidity;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Map;

/** The humidity sensors of all hwmon chips. */
public final class HumiditySource extends ChannelSource<Humidity> {

  private static final Kind KIND =
      new Kind(SensorFamily.HUMIDITIES, "humidity", List.of("_input", "_fault"));

  private static final double MILLIPERCENT = 1000;

  /**
   * What a sensor's formula gives at both ends of its register (SHT21 data sheet, section 6.1). Of
   * that, what is outside of 0..100 is its tolerance; beyond it there is no humidity.
   */
  private static final double LEAST_PERCENT = -6;

  private static final double MOST_PERCENT = 119;

  public HumiditySource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    super(tree, files, chips, clock, KIND);
  }

  @Override
  Humidity read(Chip chip, Channel humidity) {
    Measured fault = attributes.on(humidity, "_fault");
    LimitPair limits =
        LimitPair.of(limit(humidity, "_min"), limit(humidity, "_max")).within(0, 100);
    return new Humidity(
        humidity.component(),
        source(humidity),
        fault.is(1) ? Measured.absent() : measured(humidity),
        limits.least(),
        limits.most(),
        Alarms.of(attributes, humidity, Map.of("_min", limits.least(), "_max", limits.most())),
        fault);
  }

  @Override
  Humidity unread(Chip chip, Channel humidity, Measured.Failed why) {
    Measured none = Measured.absent();
    return new Humidity(humidity.component(), source(humidity), why, none, none, none, none);
  }

  private Measured measured(Channel humidity) {
    Measured told = percent(attributes.measured(humidity, "_input"));
    return Attributes.map(
        Attributes.within(told, LEAST_PERCENT, MOST_PERCENT), value -> Math.clamp(value, 0, 100));
  }

  private Measured limit(Channel humidity, String attribute) {
    return percent(attributes.limit(humidity, attribute));
  }

  private static Measured percent(Measured milliPercent) {
    return Attributes.map(milliPercent, value -> value / MILLIPERCENT);
  }
}
