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
import java.util.Optional;

/** The fans of all hwmon chips. */
public final class FanSource extends ChannelSource<Sample.Fan> {

  private static final double PWM_FULL = 255; // pwmN of the kernel's sysfs-interface

  /** No fan of a board turns faster; a limit above is a register that nobody set. */
  private static final double MOST_RPM = 60_000;

  /** A fan can be known by its tachometer, or by a contact that only tells when it fails. */
  private static final Kind KIND =
      new Kind(SensorFamily.FANS, "fan", List.of("_input", "_fault", "_alarm"));

  /** {@code pwmN_enable} of the nct6775 driver: the chip holds {@code fanN_target}. */
  private static final double SPEED_CRUISE = 3;

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

  /** A disabled tachometer answers ENODATA, which is no failure then. */
  private Measured rpm(Channel fan, Measured enabled) {
    Measured rpm = attributes.input(fan, "_input");
    return rpm instanceof Measured.Failed && enabled.is(0) ? Measured.absent() : rpm;
  }

  private Measured percent(Channel pwm) {
    return Attributes.within(
        Attributes.map(attributes.limit(pwm, ""), value -> value * 100 / PWM_FULL), 0, 100);
  }

  /**
   * The nct6775 driver shows its target register always; it means something in one mode only
   * (Documentation/hwmon/nct6775).
   */
  private Measured target(Channel fan, Optional<Channel> pwm) {
    boolean meant =
        !fan.chip().startsWith("nct6")
            || pwm.map(p -> attributes.limit(p, "_enable").is(SPEED_CRUISE)).orElse(false);
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
