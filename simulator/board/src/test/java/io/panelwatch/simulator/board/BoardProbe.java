package io.panelwatch.simulator.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/** Reads single parts of a board, through the ports as the agent does. */
final class BoardProbe {

  private final SimulatedBoard board;

  BoardProbe(SimulatedBoard board) {
    this.board = board;
  }

  double celsius() {
    return read(SensorFamily.TEMPERATURES, Sample.Temperature.class, Component.SOC)
        .celsius()
        .number()
        .orElseThrow();
  }

  Sample.Fan fan(Component part) {
    return read(SensorFamily.FANS, Sample.Fan.class, part);
  }

  double rpm(Component part) {
    return fan(part).rpm().number().orElseThrow();
  }

  Sample.PowerSupply supply(Component part) {
    return read(SensorFamily.POWER_SUPPLIES, Sample.PowerSupply.class, part);
  }

  double batteryPercent() {
    return supply(Component.BATTERY).capacityPercent().number().orElseThrow();
  }

  Sample.Rail rail(Component part) {
    return read(SensorFamily.RAILS, Sample.Rail.class, part);
  }

  double milliVolts(Component part) {
    return rail(part).milliVolts().number().orElseThrow();
  }

  double usedPercent(Component part) {
    return read(SensorFamily.FILE_SYSTEMS, Sample.FileSystem.class, part)
        .usedPercent()
        .number()
        .orElseThrow();
  }

  Sample.NetLink link() {
    return read(SensorFamily.NET_LINKS, Sample.NetLink.class, Component.LINK);
  }

  Sample.Clock clock() {
    return read(SensorFamily.CLOCK, Sample.Clock.class, Component.CLOCK);
  }

  Sample sample(Component part) {
    return read(part.family().orElseThrow(), Sample.class, part);
  }

  SensorSource source(SensorFamily family) {
    return board.sources().stream()
        .filter(source -> source.family() == family)
        .findFirst()
        .orElseThrow();
  }

  private <T extends Sample> T read(SensorFamily family, Class<T> type, Component part) {
    try {
      List<? extends Sample> samples = source(family).read();
      return samples.stream()
          .filter(sample -> sample.component().equals(part.id()))
          .map(type::cast)
          .findFirst()
          .orElseThrow();
    } catch (DeviceException e) {
      throw new AssertionError("no simulated family fails as a whole", e);
    }
  }
}
