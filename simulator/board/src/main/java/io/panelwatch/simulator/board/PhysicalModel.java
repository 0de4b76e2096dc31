package io.panelwatch.simulator.board;

import io.panelwatch.simulator.board.BoardChange.BatteryPercent;
import io.panelwatch.simulator.board.BoardChange.DiskFills;
import io.panelwatch.simulator.board.BoardChange.DiskUsed;
import io.panelwatch.simulator.board.BoardChange.FanStopped;
import io.panelwatch.simulator.board.BoardChange.LcdSuffers;
import io.panelwatch.simulator.board.BoardChange.LinkUp;
import io.panelwatch.simulator.board.BoardChange.MainsOnline;
import io.panelwatch.simulator.board.BoardChange.OfPeripheral;
import io.panelwatch.simulator.board.BoardChange.RailHeld;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import io.panelwatch.simulator.board.BoardChange.SensorHangs;
import io.panelwatch.simulator.board.BoardChange.SocHeld;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The physics of the board, moved on by fixed steps of a quarter of a second.
 *
 * <p>There is no thread: whoever looks or changes first {@linkplain #advanceTo moves} the model to
 * now. Because the steps are fixed, what it tells at an instant does not depend on how often it was
 * asked before. A change takes effect at the next step. Not thread-safe.
 */
final class PhysicalModel {

  static final long STEP_NANOS = 250_000_000L;
  private static final double STEP_SECONDS = STEP_NANOS / 1e9;

  private static final double NOISE_CELSIUS = 0.15;
  private static final double NOISE_OF_RPM = 0.004;
  private static final double NOISE_OF_MILLIVOLTS = 0.0005;

  private final long originNanos;
  private final Noise noise;
  private final Cooling cooling = new Cooling();
  private final Supply supply = new Supply();
  private final Peripherals peripherals = new Peripherals();
  private final Map<Component, Disk> disks = new EnumMap<>(Component.class);
  private boolean linkUp = true;
  private long carrierChanges = 1;
  private long step;

  /**
   * @param originNanos the monotonic time at which the board is at rest
   * @param seed of the noise
   */
  PhysicalModel(long originNanos, long seed) {
    this.originNanos = originNanos;
    this.noise = new Noise(seed);
    disks.put(Component.DISK1, new Disk(41, 0.02));
    disks.put(Component.DISK2, new Disk(58, 0.4));
  }

  /** Moves on to the last whole step before that time; a time before the last one does nothing. */
  void advanceTo(long nanos) {
    long target = (nanos - originNanos) / STEP_NANOS;
    while (step < target) {
      step++;
      cooling.step(STEP_SECONDS, step * STEP_SECONDS);
      supply.step(STEP_SECONDS);
      disks.values().forEach(disk -> disk.step(STEP_SECONDS));
    }
  }

  void apply(BoardChange change) {
    switch (change) {
      case FanStopped(Component fan, boolean stopped) -> cooling.stop(fan, stopped);
      case MainsOnline(boolean online) -> supply.mains(online);
      case BatteryPercent(double percent) -> supply.battery(percent);
      case DiskUsed(Component part, double percent) -> disk(part).usedPercent = percent;
      case DiskFills(Component part, double perHour) -> disk(part).percentPerHour = perHour;
      case SocHeld(double celsius) -> cooling.hold(OptionalDouble.of(celsius));
      case RailHeld(Component rail, double milliVolts) -> supply.hold(rail, milliVolts);
      case LinkUp(boolean up) -> link(up);
      case OfPeripheral peripheral -> peripherals.apply(peripheral);
      case Repaired(Component part) -> repair(part);
      case LcdSuffers _, SensorFails _, SensorHangs _ -> {}
    }
  }

  private void repair(Component part) {
    switch (part) {
      case FAN1, FAN2 -> cooling.stop(part, false);
      case MAINS -> supply.mains(true);
      case RAIL_12V, RAIL_5V, RAIL_3V3 -> supply.release(part);
      case SOC -> cooling.hold(OptionalDouble.empty());
      case DISK1, DISK2 -> disk(part).purge();
      case LINK -> link(true);
      case CERTIFICATE, PRINTER, SERVICE, DRIVE, RAID, MEMORY, POWER_FAIL ->
          peripherals.repair(part);
      case BATTERY, CLOCK, LCD -> {}
    }
  }

  BoardState state() {
    BoardState.Soc soc = cooling.soc();
    double celsius = soc.celsius() + noise.at(Component.SOC, step, NOISE_CELSIUS);
    return new BoardState(
        byPart(this::fan, Component.FAN1, Component.FAN2),
        new BoardState.Soc(soc.held() ? soc.celsius() : celsius, soc.held()),
        supply.power(),
        byPart(this::rail, Component.RAIL_12V, Component.RAIL_5V, Component.RAIL_3V3),
        byPart(part -> disk(part).state(), Component.DISK1, Component.DISK2),
        new BoardState.Link(linkUp, carrierChanges),
        peripherals.state());
  }

  private BoardState.Fan fan(Component part) {
    BoardState.Fan fan = cooling.state(part);
    double rpm = fan.rpm() * (1 + noise.at(part, step, NOISE_OF_RPM));
    return new BoardState.Fan(fan.stopped(), Math.rint(rpm), fan.targetRpm(), fan.pwmPercent());
  }

  private BoardState.Rail rail(Component part) {
    BoardState.Rail rail = supply.rail(part, cooling.drive());
    double factor = rail.held() ? 1 : 1 + noise.at(part, step, NOISE_OF_MILLIVOLTS);
    return new BoardState.Rail(
        Math.rint(rail.milliVolts() * factor),
        rail.minMilliVolts(),
        rail.maxMilliVolts(),
        rail.held());
  }

  private void link(boolean up) {
    if (up != linkUp) {
      linkUp = up;
      carrierChanges++;
    }
  }

  private Disk disk(Component part) {
    Disk disk = disks.get(part);
    if (disk == null) {
      throw new IllegalArgumentException(part + " is no disk");
    }
    return disk;
  }

  private static <T> Map<Component, T> byPart(Function<Component, T> state, Component... parts) {
    Map<Component, T> states = new EnumMap<>(Component.class);
    for (Component part : parts) {
      states.put(part, state.apply(part));
    }
    return states;
  }

  /** A file system that fills as logs do. */
  private static final class Disk {
    private final double initialPercent;
    private final double initialPercentPerHour;
    private double usedPercent;
    private double percentPerHour;

    Disk(double usedPercent, double percentPerHour) {
      this.initialPercent = usedPercent;
      this.initialPercentPerHour = percentPerHour;
      purge();
    }

    void purge() {
      usedPercent = initialPercent;
      percentPerHour = initialPercentPerHour;
    }

    void step(double seconds) {
      usedPercent = Math.clamp(usedPercent + percentPerHour * seconds / 3600, 0, 100);
    }

    BoardState.Disk state() {
      return new BoardState.Disk(usedPercent, percentPerHour);
    }
  }
}
