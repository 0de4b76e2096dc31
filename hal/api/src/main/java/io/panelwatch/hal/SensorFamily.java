package io.panelwatch.hal;

import java.util.Arrays;
import java.util.List;

/** The families of sensors a board can have, each read by one {@link SensorSource}. */
public enum SensorFamily {
  FANS(Sample.Fan.class),
  TEMPERATURES(Sample.Temperature.class),
  COOLING_DEVICES(CoolingDevice.class),
  RAILS(Sample.Rail.class),
  CURRENTS(Current.class),
  POWERS(Power.class),
  ENERGIES(Energy.class),
  HUMIDITIES(Humidity.class),
  POWER_SUPPLIES(Sample.PowerSupply.class),
  FILE_SYSTEMS(Sample.FileSystem.class),
  NET_LINKS(Sample.NetLink.class),
  CLOCK(Sample.Clock.class),
  ROUTES(NetRoute.class),
  CERTIFICATES(Certificate.class),
  USB_DEVICES(UsbDevice.class),
  /** systemd units. */
  UNITS(ServiceUnit.class),
  DISKS(DiskDrive.class),
  SMART(SmartHealth.class),
  RAID_ARRAYS(RaidArray.class),
  /** Damage that file systems have found in themselves. */
  FILE_SYSTEM_ERRORS(FileSystemErrors.class),
  MEMORY(Memory.class),
  MEMORY_CONTROLLERS(MemoryController.class),
  PRESSURE(Pressure.class),
  CRASH_DUMPS(CrashDumps.class),
  WATCHDOGS(WatchdogReset.class),
  RTC_BATTERIES(RtcBattery.class),
  /** What slows the processor down. */
  THROTTLING(Throttling.class),
  /** Housing contacts. */
  INTRUSIONS(Intrusion.class),
  /** What the board shows pictures on; read by who drives it, see {@link #ofBoards}. */
  PANELS(Sample.Panel.class, false),
  /** A UPS behind a server of its own, which only the configuration knows. */
  UPS(Ups.class, false),
  /** GPIO lines by which a supply tells that it is failing; only the configuration knows them. */
  POWER_FAIL_LINES(PowerFailLine.class, false),
  /** The program that watches. */
  AGENT(AgentHealth.class, false),
  /** How often the board has started; read by who remembers it over a restart. */
  STARTS(BoardStarts.class, false),
  INSPECTIONS(Inspection.class, false);

  private final Class<? extends Sample> sampleType;
  private final boolean ofBoards;

  SensorFamily(Class<? extends Sample> sampleType) {
    this(sampleType, true);
  }

  SensorFamily(Class<? extends Sample> sampleType, boolean ofBoards) {
    this.sampleType = sampleType;
    this.ofBoards = ofBoards;
  }

  /** What a source of this family reads: every sample of it is of this very record. */
  public Class<? extends Sample> sampleType() {
    return sampleType;
  }

  /**
   * The families that a {@link Board} may list, in their order. The others are read by parts of the
   * program that alone know how their subject fares, as who drives the panel does of {@link
   * #PANELS}.
   */
  public static List<SensorFamily> ofBoards() {
    return Arrays.stream(values()).filter(family -> family.ofBoards).toList();
  }
}
