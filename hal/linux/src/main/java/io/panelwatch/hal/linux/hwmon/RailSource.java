package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardMonitors;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The supply rails of all hwmon chips. */
public final class RailSource implements SensorSource, ChipReader.Part<Sample.Rail> {

  private static final List<String> ANY_OF = List.of("_input", "_lcrit_alarm");

  /** The hwmon chip that a Raspberry Pi's kernel makes of what its firmware tells. */
  private static final String PI_SUPERVISOR = "rpi_volt";

  /** A megavolt either way: no limit of a rail. */
  private static final double MOST_MILLIVOLTS = 1e9;

  private final Tree tree;
  private final ChannelAttributes attributes;
  private final ChipReader<Sample.Rail> chips;
  private final FirmwareBits firmware;

  public RailSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    this.tree = tree;
    var plain = new Attributes(files);
    attributes = new ChannelAttributes(plain, chips::forget);
    this.chips = new ChipReader<>(chips, clock, this);
    firmware = new FirmwareBits(tree, plain);
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
  public List<Sample.Rail> read() throws DeviceException {
    List<Sample.Rail> rails = chips.read();
    return rails.stream().anyMatch(rail -> rail.chip().equals(PI_SUPERVISOR))
        ? rails
        : Stream.concat(rails.stream(), ofFirmware()).toList();
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
                PI_SUPERVISOR + "-firmware",
                firmware.path(),
                none,
                none,
                none,
                underVoltage,
                PI_SUPERVISOR,
                none,
                none));
  }

  /** The rails that there are, none of which is read. Any thread. */
  public List<Fitted> fitted() throws DeviceException {
    return chips.fitted(family(), attributes);
  }

  @Override
  public boolean leaveHungDevice(Duration longest) {
    return chips.leaveHungDevice(longest);
  }

  @Override
  public List<Channel> channels(Chip chip) {
    return chip.channels("in", ANY_OF);
  }

  @Override
  public Sample.Rail read(Chip chip, Channel rail) {
    Limits limits = limits(rail, "_min", "_max");
    Limits critical = limits(rail, "_lcrit", "_crit");
    return new Sample.Rail(
        rail.component(),
        rail.source(ANY_OF),
        milliVolts(rail),
        limits.min(),
        limits.max(),
        attributes.on(rail, "_lcrit_alarm"),
        rail.chip(),
        critical.min(),
        critical.max());
  }

  @Override
  public Sample.Rail unread(Chip chip, Channel rail, Measured.Failed why) {
    Measured none = Measured.absent();
    return new Sample.Rail(
        rail.component(), rail.source(ANY_OF), why, none, none, none, rail.chip(), none, none);
  }

  private Measured milliVolts(Channel rail) {
    return attributes.on(rail, "_enable").is(0)
        ? Measured.absent()
        : attributes.input(rail, "_input");
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

  private Limits limits(Channel rail, String lowest, String highest) {
    if (BoardMonitors.include(rail.chip())) {
      return Limits.NONE;
    }
    var limits = new Limits(limit(rail, lowest), limit(rail, highest));
    return limits.leaveRoom() ? limits : Limits.NONE;
  }

  private Measured limit(Channel rail, String attribute) {
    return Attributes.within(attributes.limit(rail, attribute), -MOST_MILLIVOLTS, MOST_MILLIVOLTS);
  }
}
