package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.PowerSupply;
import io.panelwatch.hal.Sample.Temperature.Place;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One family of the simulated board's sensors.
 *
 * <p>A part that hangs blocks the read as a dead bus does; one that fails is listed with its errno
 * in every attribute that is otherwise read, and the others go on.
 */
final class SimulatedSource implements SensorSource {

  private static final double GIB = 1L << 30;

  /** {@code fanN_min} of both fans. */
  private static final double MIN_RPM = 600;

  /** Where a Raspberry Pi's supervisor trips: 4.63 V (rpi_volt). */
  private static final double UNDERVOLTAGE_MILLIVOLTS = 4630;

  private static final double SPEED_MBPS = 1000;
  private static final double BATTERY_FULL_OF_DESIGN_PERCENT = 97;
  private static final double INODES_FREE_PERCENT = 87;

  /** The kernel's NTP_PHASE_LIMIT: what adjtimex(2) tells of a clock that nobody disciplines. */
  private static final double UNSYNCHRONISED_ERROR_MICROS = 16_000_000;

  private static final double SYNCHRONISED_ERROR_MICROS = 500;

  private final SensorFamily family;
  private final SensorGate gate;
  private final BoardClock clock;
  private final Supplier<BoardState> now;

  /**
   * @param now the board's state at the moment of the call
   */
  SimulatedSource(
      SensorFamily family, SensorGate gate, BoardClock clock, Supplier<BoardState> now) {
    this.family = family;
    this.gate = gate;
    this.clock = clock;
    this.now = now;
  }

  @Override
  public SensorFamily family() {
    return family;
  }

  @Override
  public String lookedIn() {
    return "simulated:" + family;
  }

  @Override
  public List<Sample> read() {
    List<Sample> samples = new ArrayList<>();
    for (Component part : Component.of(family)) {
      int errno = gate.pass(part);
      samples.add(sample(part, new GatedReading(part, errno), now.get()));
    }
    return List.copyOf(samples);
  }

  private Sample sample(Component part, GatedReading reading, BoardState state) {
    return switch (part) {
      case FAN1, FAN2 -> fan(part, reading, state.fan(part));
      case SOC -> soc(reading, state.soc());
      case RAIL_12V, RAIL_5V, RAIL_3V3 -> rail(part, reading, state.rail(part));
      case MAINS -> mains(reading, state.power());
      case BATTERY -> battery(reading, state.power());
      case DISK1 -> disk(part, "/", "/dev/mmcblk0p2", 16 * GIB, reading, state.disk(part));
      case DISK2 -> disk(part, "/data", "/dev/sda1", 64 * GIB, reading, state.disk(part));
      case LINK -> link(reading, state.link());
      case CLOCK -> clock(reading);
      case CERTIFICATE, PRINTER, SERVICE, DRIVE, RAID, MEMORY ->
          PeripheralSamples.of(part, reading, state.peripherals(), clock.wallTrusted());
      case POWER_FAIL, LCD -> throw new IllegalArgumentException(part + " is no sensor");
    };
  }

  private static Sample fan(Component part, GatedReading reading, BoardState.Fan fan) {
    return new Sample.Fan(
        part.id(),
        part.source() + "_input",
        reading.of(fan.rpm()),
        reading.of(MIN_RPM),
        reading.of(fan.targetRpm()),
        reading.of(fan.pwmPercent()),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        "");
  }

  private static Sample soc(GatedReading reading, BoardState.Soc soc) {
    return new Sample.Temperature(
        Component.SOC.id(),
        Component.SOC.source(),
        Place.SOC,
        reading.of(soc.celsius()),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        "",
        Measured.absent(),
        Measured.absent());
  }

  private static Sample rail(Component part, GatedReading reading, BoardState.Rail rail) {
    Measured alarm =
        part == Component.RAIL_5V
            ? reading.of(rail.milliVolts() < UNDERVOLTAGE_MILLIVOLTS)
            : Measured.absent();
    return new Sample.Rail(
        part.id(),
        part.source() + "_input",
        reading.of(rail.milliVolts()),
        reading.of(rail.minMilliVolts()),
        reading.of(rail.maxMilliVolts()),
        alarm,
        part == Component.RAIL_5V ? "rpi_volt" : "simulated",
        Measured.absent(),
        Measured.absent());
  }

  private static Sample mains(GatedReading reading, BoardState.Power power) {
    return new PowerSupply(
        Component.MAINS.id(),
        Component.MAINS.source(),
        PowerSupply.Type.MAINS,
        false,
        reading.of(power.mainsOnline()),
        Measured.absent(),
        PowerSupply.Status.UNKNOWN,
        Measured.absent(),
        Measured.absent());
  }

  private static Sample battery(GatedReading reading, BoardState.Power power) {
    return new PowerSupply(
        Component.BATTERY.id(),
        Component.BATTERY.source(),
        PowerSupply.Type.BATTERY,
        false,
        Measured.absent(),
        reading.of(Math.rint(power.batteryPercent())),
        reading.of(power.batteryStatus()),
        Measured.of(BATTERY_FULL_OF_DESIGN_PERCENT),
        Measured.of(true));
  }

  private static Sample disk(
      Component part,
      String mountPoint,
      String device,
      double sizeBytes,
      GatedReading reading,
      BoardState.Disk disk) {
    return new Sample.FileSystem(
        part.id(),
        part.source(),
        mountPoint,
        device,
        "ext4",
        reading.of(sizeBytes),
        reading.of(disk.usedPercent()),
        reading.of(INODES_FREE_PERCENT),
        reading.of(false),
        reading.of(false));
  }

  private static Sample link(GatedReading reading, BoardState.Link link) {
    return new Sample.NetLink(
        Component.LINK.id(),
        Component.LINK.source(),
        reading.of(link.up()),
        reading.of(true),
        // The route stays configured while the cable is out, as the kernel's "linkdown" ones do.
        reading.of(true),
        link.up() ? reading.of(SPEED_MBPS) : Measured.absent(),
        reading.of((double) link.carrierChanges()),
        link.up() ? reading.of(true) : Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        true);
  }

  private Sample clock(GatedReading reading) {
    boolean synchronised = clock.wallTrusted();
    return new Sample.Clock(
        Component.CLOCK.id(),
        Component.CLOCK.source(),
        reading.of(synchronised),
        reading.of(synchronised ? SYNCHRONISED_ERROR_MICROS : UNSYNCHRONISED_ERROR_MICROS),
        Measured.absent(),
        Measured.absent());
  }
}
