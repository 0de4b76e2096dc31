package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;
import java.util.regex.Pattern;

/** The supply rails of all hwmon chips. */
final class RailSource implements SensorSource {

  private static final List<String> ANY_OF = List.of("_input", "_lcrit_alarm");

  /** A megavolt either way: no limit of a rail. */
  private static final double MOST_MILLIVOLTS = 1e9;

  /**
   * Super-I/O chips and other monitors of PC boards. Their drivers set no limits; the registers
   * hold what the chip wakes up with or what the firmware left there, and real boards run happily
   * outside of it.
   */
  private static final Pattern LIMITS_NOT_SET =
      Pattern.compile(
          "(nct6|w83|it8|f71|f81|lm78|lm80|lm85|lm87|lm93|smsc47|sch[35]|vt1211|via686|pc87"
              + "|asb100|dme1737|abituguru|asus).*");

  private final Tree tree;
  private final Attributes attributes;
  private final Chips chips;

  RailSource(Tree tree) {
    this.tree = tree;
    var files = new SmallFiles(tree);
    attributes = new Attributes(files);
    chips = new Chips(tree, files);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.RAILS;
  }

  @Override
  public String lookedIn() {
    return tree.path(Chips.FOLDER);
  }

  @Override
  public List<Sample.Rail> read() {
    return chips.list().stream()
        .flatMap(chip -> chip.channels("in", ANY_OF).stream())
        .map(this::rail)
        .toList();
  }

  private Sample.Rail rail(Chip.Channel rail) {
    String folder = rail.folder();
    String name = rail.name();
    Limits limits = limits(rail, "_min", "_max");
    Limits critical = limits(rail, "_lcrit", "_crit");
    return new Sample.Rail(
        rail.component(),
        rail.source(ANY_OF),
        milliVolts(rail),
        limits.min(),
        limits.max(),
        attributes.on(folder, name + "_lcrit_alarm"),
        rail.chip().name(),
        critical.min(),
        critical.max());
  }

  private Measured milliVolts(Chip.Channel rail) {
    boolean disabled = attributes.number(rail.folder(), rail.name() + "_enable").is(0);
    return disabled ? Measured.absent() : attributes.input(rail);
  }

  private record Limits(Measured min, Measured max) {
    static final Limits NONE = new Limits(Measured.absent(), Measured.absent());

    /** Two limits that leave nothing between them were never set. */
    boolean leaveRoom() {
      return !(min instanceof Measured.Value(double least)
          && max instanceof Measured.Value(double most)
          && least >= most);
    }
  }

  private Limits limits(Chip.Channel rail, String lowest, String highest) {
    if (LIMITS_NOT_SET.matcher(rail.chip().name()).matches()) {
      return Limits.NONE;
    }
    var limits = new Limits(limit(rail, lowest), limit(rail, highest));
    return limits.leaveRoom() ? limits : Limits.NONE;
  }

  private Measured limit(Chip.Channel rail, String attribute) {
    return Attributes.within(
        attributes.limit(rail.folder(), rail.name() + attribute),
        -MOST_MILLIVOLTS,
        MOST_MILLIVOLTS);
  }
}
