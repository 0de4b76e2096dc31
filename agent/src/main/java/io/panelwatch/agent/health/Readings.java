package io.panelwatch.agent.health;

import io.panelwatch.hal.AgentHealth;
import io.panelwatch.hal.BoardStarts;
import io.panelwatch.hal.Certificate;
import io.panelwatch.hal.CoolingDevice;
import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.Current;
import io.panelwatch.hal.DiskDrive;
import io.panelwatch.hal.Energy;
import io.panelwatch.hal.FileSystemErrors;
import io.panelwatch.hal.Humidity;
import io.panelwatch.hal.Inspection;
import io.panelwatch.hal.Intrusion;
import io.panelwatch.hal.Memory;
import io.panelwatch.hal.MemoryController;
import io.panelwatch.hal.NetRoute;
import io.panelwatch.hal.Power;
import io.panelwatch.hal.PowerFailLine;
import io.panelwatch.hal.Pressure;
import io.panelwatch.hal.RaidArray;
import io.panelwatch.hal.RtcBattery;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.ServiceUnit;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.Throttling;
import io.panelwatch.hal.Ups;
import io.panelwatch.hal.UsbDevice;
import io.panelwatch.hal.WatchdogReset;
import java.util.List;

/**
 * What a {@link Sample} of the board says, as {@link Reading readings}: one for each attribute, in
 * a fixed order, those that the channel does not have included (quality {@link Quality#MISSING}).
 * Each trade has a class that knows its samples.
 */
public final class Readings {

  private Readings() {}

  /** The readings of one channel. */
  public static List<Reading> of(Sample sample) {
    return switch (sample) {
      case Sample.Rail rail -> PowerReadings.of(rail);
      case Current current -> PowerReadings.of(current);
      case Power power -> PowerReadings.of(power);
      case Energy energy -> PowerReadings.of(energy);
      case Sample.PowerSupply supply -> PowerReadings.of(supply);
      case PowerFailLine line -> PowerReadings.of(line);
      case Sample.Fan fan -> ThermalReadings.of(fan);
      case Sample.Temperature temperature -> ThermalReadings.of(temperature);
      case Humidity humidity -> ThermalReadings.of(humidity);
      case CoolingDevice device -> ThermalReadings.of(device);
      case Sample.FileSystem fileSystem -> StorageReadings.of(fileSystem);
      case FileSystemErrors errors -> StorageReadings.of(errors);
      case DiskDrive disk -> StorageReadings.of(disk);
      case SmartHealth health -> StorageReadings.of(health);
      case RaidArray array -> StorageReadings.of(array);
      case Memory memory -> MemoryReadings.of(memory);
      case MemoryController controller -> MemoryReadings.of(controller);
      case Pressure pressure -> BoardReadings.of(pressure);
      case CrashDumps crashes -> BoardReadings.of(crashes);
      case WatchdogReset watchdog -> BoardReadings.of(watchdog);
      case RtcBattery battery -> BoardReadings.of(battery);
      case Sample.NetLink link -> NetReadings.of(link);
      case Sample.Clock clock -> NetReadings.of(clock);
      case Sample.Panel panel -> AgentReadings.of(panel);
      case NetRoute routes -> NetReadings.of(routes);
      case Certificate certificate -> NetReadings.of(certificate);
      case UsbDevice device -> PeripheralReadings.of(device);
      case ServiceUnit unit -> PeripheralReadings.of(unit);
      case Throttling throttling -> ThermalReadings.of(throttling);
      case Intrusion intrusion -> PeripheralReadings.of(intrusion);
      case Ups ups -> PeripheralReadings.of(ups);
      case AgentHealth agent -> AgentReadings.of(agent);
      case BoardStarts starts -> AgentReadings.of(starts);
      case Inspection inspection -> AgentReadings.of(inspection);
    };
  }
}
