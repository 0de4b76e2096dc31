package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardMonitors;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.stream.Stream;

/** The supply rails of all hwmon chips. */
public final class RailSource extends ChannelSource<Sample.Rail> {

  private static final Kind KIND =
      new Kind(SensorFamily.RAILS, "in", List.of("_input", "_lcrit_alarm"));

  /** The hwmon chip that a Raspberry Pi's kernel makes of what its firmware tells. */
  private static final String PI_SUPERVISOR = "rpi_volt";

  private static final String OF_FIRMWARE = PI_SUPERVISOR + "-firmware";

  /** A megavolt either way: no limit of a rail. */
  private static final double MOST_MILLIVOLTS = 1e9;

  private final FirmwareBits firmware;

  public RailSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    super(tree, files, chips, clock, KIND);
    firmware = new FirmwareBits(tree, new Attributes(files));
  }

  @Override
  public List<Sample.Rail> read() throws DeviceException {
    List<Sample.Rail> rails = super.read();
    return rails.stream().anyMatch(rail -> rail.chip().equals(PI_SUPERVISOR))
        ? rails
        : Stream.concat(rails.stream(), ofFirmware()).toList();
  }

  @Override
  public List<Fitted> fitted() throws DeviceException {
    List<Fitted> fitted = super.fitted();
    boolean chip = fitted.stream().anyMatch(f -> f.component().startsWith(PI_SUPERVISOR));
    return chip || !firmware.isThere()
        ? fitted
        : Stream.concat(fitted.stream(), Stream.of(new Fitted(family(), OF_FIRMWARE, "", "")))
            .toList();
  }

  /**
   * Kernels of a Raspberry Pi that make no hwmon chip of its supervisor tell the same by a file.
   */
  private Stream<Sample.Rail> ofFirmware() {
    Measured underVoltage = firmware.underVoltage();
    Measured none = Measured.absent();
    return underVoltage instanceof Measured.Absent
        ? Stream.empty()
        : Stream.of(
            new Sample.Rail(
                OF_FIRMWARE,
                firmware.path(),
                none,
                none,
                none,
                underVoltage,
                PI_SUPERVISOR,
                none,
                none));
  }

  @Override
  Sample.Rail read(Chip chip, Channel rail) {
    LimitPair limits = limits(rail, "_min", "_max");
    LimitPair critical = limits(rail, "_lcrit", "_crit");
    return new Sample.Rail(
        rail.component(),
        source(rail),
        attributes.measured(rail, "_input"),
        limits.least(),
        limits.most(),
        attributes.on(rail, "_lcrit_alarm"),
        rail.chip(),
        critical.least(),
        critical.most());
  }

  @Override
  Sample.Rail unread(Chip chip, Channel rail, Measured.Failed why) {
    Measured none = Measured.absent();
    return new Sample.Rail(
        rail.component(), source(rail), why, none, none, none, rail.chip(), none, none);
  }

  private LimitPair limits(Channel rail, String lowest, String highest) {
    return BoardMonitors.include(rail.chip())
        ? LimitPair.NONE
        : LimitPair.of(limit(rail, lowest), limit(rail, highest));
  }

  private Measured limit(Channel rail, String attribute) {
    return Attributes.within(attributes.limit(rail, attribute), -MOST_MILLIVOLTS, MOST_MILLIVOLTS);
  }
}
