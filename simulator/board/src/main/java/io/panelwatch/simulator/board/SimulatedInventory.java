package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BoardInventory.Disk;
import io.panelwatch.hal.BoardInventory.Link;
import io.panelwatch.hal.BoardInventory.Sensor;
import io.panelwatch.hal.BoardInventory.Software;
import io.panelwatch.hal.SensorFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the simulated board is made of: always the same. */
final class SimulatedInventory {

  private static final long GIB = 1L << 30;

  private static final Set<SensorFamily> MEASURING =
      Set.of(
          SensorFamily.FANS,
          SensorFamily.TEMPERATURES,
          SensorFamily.RAILS,
          SensorFamily.POWER_SUPPLIES);

  static final BoardInventory ALL =
      new BoardInventory(
          List.of(
              new Disk("mmcblk0", "simulated/mmc*:0001", "SIM16G", "0x51a70001", "0x1", 16 * GIB),
              new Disk(
                  "sda", "simulated/usb*/*-1", "Simulated SSD", "SIM64-0001", "1.0", 64 * GIB)),
          List.of(new Link(Component.LINK.id(), "simulated/ethernet", "sim", "02:00:00:00:00:01")),
          Arrays.stream(Component.values()).flatMap(SimulatedInventory::sensor).toList(),
          List.of(new Software("os", "simulated")));

  private SimulatedInventory() {}

  private static Stream<Sensor> sensor(Component part) {
    return part
        .family()
        .filter(MEASURING::contains)
        .map(family -> new Sensor(family, part.id(), "", "simulated/" + part.id()))
        .stream();
  }
}
