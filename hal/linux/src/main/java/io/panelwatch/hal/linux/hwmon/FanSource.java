package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fans of all hwmon chips. */
public final class FanSource extends ChannelSource<Sample.Fan> {

  private static final double PWM_FULL = 255; // pwmN of the kernel's sysfs-interface

  /** No fan of a board turns faster; a limit above is a register that nobody set. */
  private static final double MOST_RPM = 60_000;

  /** A fan can be known by its tachometer, or by a contact that only tells when it fails. */
  private static final Kind KIND =
      new Kind(SensorFamily.FANS, "fan", List.of("_input", "_fault", "_alarm"));

  /**
   * {@code pwmN_enable} with which a chip holds {@code fanN_target}, by how the names of a driver
   * begin that shows its target register always (Documentation/hwmon/nct6775, max31790).
   */
  private static final Map<String, Integer> HOLDS_A_SPEED = Map.of("nct6", 3, "max31790", 2);

  public FanSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    super(tree, files, chips, clock, KIND);
  }

  @Override
  Sample.Fan read(Chip chip, Channel fan) {
    Optional<Channel> pwm = chip.beside(fan, "pwm");
    Measured enabled = attributes.on(fan, "_enable");
    Measured rpm = rpm(fan, enabled);
    Measured min = Attributes.within(attributes.limit(fan, "_min"), 0, MOST_RPM);
    return new Sample.Fan(
        fan.component(),
        source(fan),
        rpm,
        min,
        target(fan, pwm),
        pwm.map(this::percent).orElse(Measured.absent()),
        enabled,
        attributes.on(fan, "_fault"),
        alarm(fan, min),
        chip.name());
  }

  @Override
  Sample.Fan unread(Chip chip, Channel fan, Measured.Failed why) {
    Measured none = Measured.absent();
    return new Sample.Fan(
        fan.component(), source(fan), why, none, none, none, none, none, none, chip.name());
  }

  /**
   * A disabled tachometer answers ENODATA, which is no failure then. A speed below 0 is none: lm78
   * and its like give -1 where they count less than one tick, and some drivers print an errno.
   */
  private Measured rpm(Channel fan, Measured enabled) {
    Measured rpm = attributes.input(fan, "_input");
    return rpm instanceof Measured.Failed && enabled.is(0)
        ? Measured.absent()
        : Attributes.within(rpm, 0, Double.POSITIVE_INFINITY);
  }

  private Measured percent(Channel pwm) {
    return Attributes.within(
        Attributes.map(attributes.limit(pwm, ""), value -> value * 100 / PWM_FULL), 0, 100);
  }

  /** What the chip holds, in a mode in which it holds any. */
  private Measured target(Channel fan, Optional<Channel> pwm) {
    boolean meant =
        HOLDS_A_SPEED.entrySet().stream()
            .filter(driver -> fan.chip().startsWith(driver.getKey()))
            .allMatch(
                driver ->
                    pwm.map(p -> attributes.limit(p, "_enable").is(driver.getValue()))
                        .orElse(false));
    return meant
        ? Attributes.within(attributes.limit(fan, "_target"), 0, MOST_RPM)
        : Measured.absent();
  }

  /**
   * A comparison with a minimum that nobody set, 0 or one that no fan could reach, means nothing,
   * whatever its bit says. A fan without any has a contact of its own.
   */
  private Measured alarm(Channel fan, Measured min) {
    boolean unset = min.is(0) || (min instanceof Measured.Absent && fan.has("_min"));
    return unset ? Measured.absent() : attributes.on(fan, "_alarm");
  }
}
