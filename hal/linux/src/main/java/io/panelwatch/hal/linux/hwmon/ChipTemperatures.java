package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample.Temperature;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfChannel;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfChip;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the temperatures of hwmon chips. Thread-safe. */
final class ChipTemperatures {

  /** Nothing on a board is told to stop below the first, or survives the last. */
  static final double LEAST_CRIT = 40;

  static final double MOST_LIMIT = 150;
  private static final double LEAST_MAX = 30;
  private static final double LEAST_HYST = 20;

  /** A Mac's controller, which lists the sensors of other models as well. */
  private static final String APPLE = "applesmc";

  /**
   * Lists the sensors of all models, and answers ENXIO for one that this model has not
   * (thermal_temp_input_show of thinkpad_acpi.c).
   */
  private static final String THINKPAD = "thinkpad";

  /** What it shows for those. */
  private static final double NOT_FITTED = -127;

  /**
   * A disk that shows less, or more, has not measured it: 0 K is what an NVMe shows after a reset.
   */
  private static final double LEAST_OF_A_DISK = -40;

  private static final double MOST_OF_A_DISK = 125;

  private final ChannelAttributes attributes;
  private final Seldom<List<Temperature>> disks;

  /** Sensors of a Mac or a ThinkPad that showed a temperature once: they are there. */
  private final Set<String> fitted = ConcurrentHashMap.newKeySet();

  /**
   * @param ofDisks for how long a disk's temperatures are told again
   */
  ChipTemperatures(ChannelAttributes attributes, BoardClock clock, Duration ofDisks) {
    this.attributes = attributes;
    disks = new Seldom<>(clock, ofDisks, ChipTemperatures::isQuiet);
  }

  /** Reads all channels of a chip, or tells again what its disk told of late. */
  List<Temperature> read(OfChip chip) {
    return Places.isDisk(chip.chip().name())
        ? disks.read(chip.folder(), () -> readAll(chip))
        : readAll(chip);
  }

  /** What is told of a chip's channels while it cannot be read. */
  List<Temperature> unread(OfChip chip, Measured.Failed why) {
    return chip.channels().stream().map(temp -> unread(temp, why)).toList();
  }

  /** Asks every disk anew: they may be others by now. */
  void forgetDisks() {
    disks.forget();
  }

  private List<Temperature> readAll(OfChip chip) {
    return chip.channels().stream().map(this::read).toList();
  }

  private static boolean isQuiet(List<Temperature> read) {
    return read.stream().allMatch(ChipTemperatures::isQuiet);
  }

  /** Not failed, not beyond what any disk has, and not at the limit that it gives itself. */
  private static boolean isQuiet(Temperature temp) {
    double crit = temp.critCelsius().number().orElse(MOST_LIMIT);
    return temp.critAlarm().number().orElse(0) == 0
        && (temp.celsius() instanceof Measured.Value(double celsius)
            ? celsius > LEAST_OF_A_DISK && celsius < Math.min(crit, MOST_OF_A_DISK)
            : !(temp.celsius() instanceof Measured.Failed));
  }

  private Temperature read(OfChannel planned) {
    Channel temp = planned.channel();
    Measured crit = limit(temp, "_crit", LEAST_CRIT);
    Measured fault = attributes.on(temp, "_fault");
    return new Temperature(
        planned.component(),
        temp.source(TemperaturePlan.ANY_OF),
        planned.place(),
        fault.is(1) ? Measured.absent() : celsius(temp),
        limit(temp, "_max", LEAST_MAX),
        crit,
        critAlarm(temp, crit),
        temp.chip(),
        limit(temp, "_crit_hyst", LEAST_HYST),
        fault);
  }

  private static Temperature unread(OfChannel planned, Measured.Failed why) {
    Channel temp = planned.channel();
    Measured none = Measured.absent();
    return new Temperature(
        planned.component(),
        temp.source(TemperaturePlan.ANY_OF),
        planned.place(),
        why,
        none,
        none,
        none,
        temp.chip(),
        none,
        none);
  }

  private Measured celsius(Channel temp) {
    Measured celsius = toCelsius(measured(temp));
    return switch (temp.chip()) {
      case APPLE -> ofFitted(temp, celsius, celsius.is(NOT_FITTED));
      case THINKPAD -> ofFitted(temp, celsius, isOfNoDevice(celsius));
      default -> celsius;
    };
  }

  /** A radio that is off measures nothing, however often it did. */
  private Measured measured(Channel temp) {
    return Places.isRadio(temp.chip())
        ? attributes.limit(temp, "_input")
        : attributes.measured(temp, "_input");
  }

  private Measured ofFitted(Channel temp, Measured celsius, boolean none) {
    if (celsius instanceof Measured.Value && !none) {
      fitted.add(temp.component());
    }
    return !none || fitted.contains(temp.component()) ? celsius : Measured.absent();
  }

  /** Of any other chip it is a device that does not answer on its bus. */
  private static boolean isOfNoDevice(Measured read) {
    return read instanceof Measured.Failed(int errno, String _, String _) && Errno.ENXIO.is(errno);
  }

  /** An alarm against a limit that is none means nothing. */
  private Measured critAlarm(Channel temp, Measured crit) {
    boolean unreal = crit instanceof Measured.Absent && temp.has("_crit");
    return unreal ? Measured.absent() : attributes.on(temp, "_crit_alarm");
  }

  private Measured limit(Channel temp, String attribute, double least) {
    return Attributes.within(toCelsius(attributes.limit(temp, attribute)), least, MOST_LIMIT);
  }

  static Measured toCelsius(Measured milliCelsius) {
    return Attributes.map(milliCelsius, value -> value / 1000);
  }
}
