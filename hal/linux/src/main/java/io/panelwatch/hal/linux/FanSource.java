package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/** The fans of all hwmon chips. */
final class FanSource implements SensorSource {

  /** No fan of a board turns faster; a limit above is a register that nobody set. */
  private static final double MOST_RPM = 60_000;

  private static final double PWM_FULL = 255; // pwmN of the kernel's sysfs-interface

  /** A fan can be known by its tachometer, or by a contact that only tells when it fails. */
  private static final List<String> ANY_OF = List.of("_input", "_fault", "_alarm");

  /** {@code pwmN_enable} of the nct6775 driver: the chip holds {@code fanN_target}. */
  private static final double SPEED_CRUISE = 3;

  private final Tree tree;
  private final Attributes attributes;
  private final Chips chips;

  FanSource(Tree tree) {
    this.tree = tree;
    var files = new SmallFiles(tree);
    attributes = new Attributes(files);
    chips = new Chips(tree, files);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.FANS;
  }

  @Override
  public String lookedIn() {
    return tree.path(Chips.FOLDER);
  }

  @Override
  public List<Sample.Fan> read() {
    return chips.list().stream()
        .flatMap(chip -> chip.channels("fan", ANY_OF).stream())
        .map(this::fan)
        .toList();
  }

  private Sample.Fan fan(Chip.Channel fan) {
    String folder = fan.folder();
    String name = fan.name();
    Measured enabled = attributes.on(folder, name + "_enable");
    Measured min = Attributes.within(attributes.limit(folder, name + "_min"), 0, MOST_RPM);
    return new Sample.Fan(
        fan.component(),
        fan.source(ANY_OF),
        rpm(fan, enabled),
        min,
        target(fan),
        Attributes.within(
            Attributes.map(
                attributes.limit(folder, "pwm" + fan.number()), pwm -> pwm * 100 / PWM_FULL),
            0,
            100),
        enabled,
        attributes.on(folder, name + "_fault"),
        alarm(fan, min));
  }

  /** A disabled tachometer answers ENODATA, which is no failure then. */
  private Measured rpm(Chip.Channel fan, Measured enabled) {
    Measured rpm = attributes.input(fan);
    return rpm instanceof Measured.Failed && enabled.is(0) ? Measured.absent() : rpm;
  }

  /**
   * The nct6775 driver shows its target register always; it means something in one mode only
   * (Documentation/hwmon/nct6775).
   */
  private Measured target(Chip.Channel fan) {
    String folder = fan.folder();
    if (fan.chip().name().startsWith("nct6")
        && !attributes.limit(folder, "pwm" + fan.number() + "_enable").is(SPEED_CRUISE)) {
      return Measured.absent();
    }
    return Attributes.within(attributes.limit(folder, fan.name() + "_target"), 0, MOST_RPM);
  }

  /**
   * A comparison with a minimum that nobody set, 0 or what the register woke up with, means
   * nothing, whatever its bit says. A fan without any has a contact of its own.
   */
  private Measured alarm(Chip.Channel fan, Measured min) {
    boolean unset = min.is(0) || (min instanceof Measured.Absent && fan.has("_min"));
    return unset ? Measured.absent() : attributes.on(fan.folder(), fan.name() + "_alarm");
  }
}
