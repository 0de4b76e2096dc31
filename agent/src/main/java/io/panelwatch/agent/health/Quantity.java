package io.panelwatch.agent.health;

import io.panelwatch.hal.SensorFamily;

/**
 * What can be read of a component, with the name and unit that are promised outside. The fault
 * memory keeps the constants by name: one that is renamed is no longer found in an old memory.
 *
 * <p>Not all are judged: some only help whoever looks at a fault, its freeze frame or the metrics
 * ({@link #LINK_ADMIN_UP}, {@link #TEMPERATURE_MAX_CELSIUS}, {@link #UNIT_ALIVE}).
 */
public enum Quantity {
  FAN_RPM(SensorFamily.FANS, "fan.rpm", "rpm"),
  FAN_MIN_RPM(SensorFamily.FANS, "fan.min", "rpm"),
  FAN_TARGET_RPM(SensorFamily.FANS, "fan.target", "rpm"),
  FAN_PWM_PERCENT(SensorFamily.FANS, "fan.pwm", "%"),
  FAN_ENABLED(SensorFamily.FANS, "fan.enable", "bool"),
  FAN_FAULT(SensorFamily.FANS, "fan.fault", "bool"),
  FAN_ALARM(SensorFamily.FANS, "fan.alarm", "bool"),
  /** 1 for a fan header of a PC's board monitor, to which nothing may be connected. */
  FAN_OF_BOARD_MONITOR(SensorFamily.FANS, "fan.board-monitor", "bool"),
  TEMPERATURE_CELSIUS(SensorFamily.TEMPERATURES, "temperature", "Cel"),
  TEMPERATURE_MAX_CELSIUS(SensorFamily.TEMPERATURES, "temperature.max", "Cel"),
  TEMPERATURE_CRIT_CELSIUS(SensorFamily.TEMPERATURES, "temperature.crit", "Cel"),
  TEMPERATURE_CRIT_ALARM(SensorFamily.TEMPERATURES, "temperature.crit-alarm", "bool"),
  TEMPERATURE_CRIT_HYST_CELSIUS(SensorFamily.TEMPERATURES, "temperature.crit-hyst", "Cel"),
  /** 1 where the sensor itself says that it is broken. */
  TEMPERATURE_FAULT(SensorFamily.TEMPERATURES, "temperature.fault", "bool"),
  /** 1 where the temperature is that of the SoC or processor. */
  TEMPERATURE_OF_SOC(SensorFamily.TEMPERATURES, "temperature.soc", "bool"),
  /** 1 where the temperature is that of the air around the board. */
  TEMPERATURE_OF_AMBIENT(SensorFamily.TEMPERATURES, "temperature.ambient", "bool"),
  /** 1 where a processor's own chip tells, whose limits are the processor's. */
  TEMPERATURE_IN_PROCESSOR(SensorFamily.TEMPERATURES, "temperature.in-processor", "bool"),
  /** 1 for an input of a PC's board monitor, to which nothing may be connected. */
  TEMPERATURE_OF_BOARD_MONITOR(SensorFamily.TEMPERATURES, "temperature.board-monitor", "bool"),
  /** 1 where the number is what the sensor shows before it has measured anything. */
  TEMPERATURE_NOT_MEASURED_YET(SensorFamily.TEMPERATURES, "temperature.not-measured-yet", "bool"),
  HUMIDITY_PERCENT(SensorFamily.HUMIDITIES, "humidity", "%"),
  HUMIDITY_MIN_PERCENT(SensorFamily.HUMIDITIES, "humidity.min", "%"),
  HUMIDITY_MAX_PERCENT(SensorFamily.HUMIDITIES, "humidity.max", "%"),
  HUMIDITY_ALARM(SensorFamily.HUMIDITIES, "humidity.alarm", "bool"),
  /** 1 where the sensor itself says that it is broken. */
  HUMIDITY_FAULT(SensorFamily.HUMIDITIES, "humidity.fault", "bool"),
  /** How hard the kernel cools with it, from 0 for not at all. */
  COOLING_STATE(SensorFamily.COOLING_DEVICES, "cooling.state", "1"),
  COOLING_MAX_STATE(SensorFamily.COOLING_DEVICES, "cooling.max-state", "1"),
  RAIL_MILLIVOLTS(SensorFamily.RAILS, "rail", "mV"),
  RAIL_MIN_MILLIVOLTS(SensorFamily.RAILS, "rail.min", "mV"),
  RAIL_MAX_MILLIVOLTS(SensorFamily.RAILS, "rail.max", "mV"),
  RAIL_LOW_CRIT_ALARM(SensorFamily.RAILS, "rail.lcrit-alarm", "bool"),
  RAIL_LOW_CRIT_MILLIVOLTS(SensorFamily.RAILS, "rail.lcrit", "mV"),
  RAIL_HIGH_CRIT_MILLIVOLTS(SensorFamily.RAILS, "rail.crit", "mV"),
  /** 1 for the rail that a Raspberry Pi's firmware supervises. */
  RAIL_OF_PI_SUPERVISOR(SensorFamily.RAILS, "rail.pi-supervisor", "bool"),
  CURRENT_MILLIAMPS(SensorFamily.CURRENTS, "current", "mA"),
  CURRENT_MIN_MILLIAMPS(SensorFamily.CURRENTS, "current.min", "mA"),
  CURRENT_MAX_MILLIAMPS(SensorFamily.CURRENTS, "current.max", "mA"),
  CURRENT_LOW_CRIT_MILLIAMPS(SensorFamily.CURRENTS, "current.lcrit", "mA"),
  CURRENT_HIGH_CRIT_MILLIAMPS(SensorFamily.CURRENTS, "current.crit", "mA"),
  CURRENT_ALARM(SensorFamily.CURRENTS, "current.alarm", "bool"),
  POWER_WATTS(SensorFamily.POWERS, "power", "W"),
  POWER_CAP_WATTS(SensorFamily.POWERS, "power.cap", "W"),
  POWER_MAX_WATTS(SensorFamily.POWERS, "power.max", "W"),
  POWER_CRIT_WATTS(SensorFamily.POWERS, "power.crit", "W"),
  POWER_ALARM(SensorFamily.POWERS, "power.alarm", "bool"),
  ENERGY_JOULES(SensorFamily.ENERGIES, "energy", "J", Kind.COUNTER),
  SUPPLY_ONLINE(SensorFamily.POWER_SUPPLIES, "supply.online", "bool"),
  SUPPLY_CAPACITY_PERCENT(SensorFamily.POWER_SUPPLIES, "supply.capacity", "%"),
  /** 1 for a supply of the kernel's type Mains. */
  SUPPLY_IS_MAINS(SensorFamily.POWER_SUPPLIES, "supply.mains", "bool"),
  /** 1 for a UPS: between the mains and this board. */
  SUPPLY_IS_UPS(SensorFamily.POWER_SUPPLIES, "supply.ups", "bool"),
  /** 1 for a Mains or USB supply that feeds the board and not a peripheral. */
  SUPPLY_FEEDS_BOARD(SensorFamily.POWER_SUPPLIES, "supply.feeds-board", "bool"),
  SUPPLY_DISCHARGING(SensorFamily.POWER_SUPPLIES, "supply.discharging", "bool"),
  /** 1 where the supply says itself that it will soon end. */
  SUPPLY_SAYS_LOW(SensorFamily.POWER_SUPPLIES, "supply.says-low", "bool"),
  /** What a full charge still holds, of what it held when new. */
  SUPPLY_FULL_OF_DESIGN_PERCENT(SensorFamily.POWER_SUPPLIES, "supply.full-of-design", "%"),
  SUPPLY_HEALTH_GOOD(SensorFamily.POWER_SUPPLIES, "supply.health-good", "bool"),
  /** 1 for a battery that the board can run on, and not one of a peripheral. */
  SUPPLY_IS_BATTERY(SensorFamily.POWER_SUPPLIES, "supply.battery", "bool"),
  /**
   * 1 while a supply tells by its line that it is failing, see {@link
   * io.panelwatch.hal.PowerFailLine}.
   */
  POWER_FAILING(SensorFamily.POWER_FAIL_LINES, "power.failing", "bool"),
  FILE_SYSTEM_SIZE_BYTES(SensorFamily.FILE_SYSTEMS, "fs.size", "By"),
  FILE_SYSTEM_USED_PERCENT(SensorFamily.FILE_SYSTEMS, "fs.used", "%"),
  FILE_SYSTEM_INODES_FREE_PERCENT(SensorFamily.FILE_SYSTEMS, "fs.inodes-free", "%"),
  FILE_SYSTEM_READ_ONLY(SensorFamily.FILE_SYSTEMS, "fs.read-only", "bool"),
  FILE_SYSTEM_READ_ONLY_UNEXPECTED(SensorFamily.FILE_SYSTEMS, "fs.read-only-unexpected", "bool"),
  LINK_CARRIER(SensorFamily.NET_LINKS, "link.carrier", "bool"),
  LINK_ADMIN_UP(SensorFamily.NET_LINKS, "link.admin-up", "bool"),
  LINK_DEFAULT_ROUTE(SensorFamily.NET_LINKS, "link.default-route", "bool"),
  LINK_SPEED_MBPS(SensorFamily.NET_LINKS, "link.speed", "Mbit/s"),
  LINK_CARRIER_CHANGES(SensorFamily.NET_LINKS, "link.carrier-changes", "1", Kind.COUNTER),
  LINK_FULL_DUPLEX(SensorFamily.NET_LINKS, "link.full-duplex", "bool"),
  LINK_RX_ERRORS(SensorFamily.NET_LINKS, "link.rx-errors", "1", Kind.COUNTER),
  LINK_RX_PACKETS(SensorFamily.NET_LINKS, "link.rx-packets", "1", Kind.COUNTER),
  LINK_TX_ERRORS(SensorFamily.NET_LINKS, "link.tx-errors", "1", Kind.COUNTER),
  LINK_TX_PACKETS(SensorFamily.NET_LINKS, "link.tx-packets", "1", Kind.COUNTER),
  CLOCK_SYNCHRONISED(SensorFamily.CLOCK, "clock.synchronised", "bool"),
  CLOCK_ESTIMATED_ERROR_MICROS(SensorFamily.CLOCK, "clock.estimated-error", "us"),
  CLOCK_UPTIME_SECONDS(SensorFamily.CLOCK, "clock.uptime", "s"),
  /** How far the wall clock was set, either way, since it was read before. */
  CLOCK_WALL_STEP_SECONDS(SensorFamily.CLOCK, "clock.wall-step", "s"),
  LINK_EXPECTED_MBPS(SensorFamily.NET_LINKS, "link.expected-speed", "Mbit/s"),
  /** 1 for a link that is hardware, and not made by a program. */
  LINK_OF_HARDWARE(SensorFamily.NET_LINKS, "link.hardware", "bool"),
  ROUTES_DEFAULT(SensorFamily.ROUTES, "routes.default", "1"),
  CERTIFICATE_DAYS_LEFT(SensorFamily.CERTIFICATES, "certificate.days-left", "d"),
  USB_ATTACHED(SensorFamily.USB_DEVICES, "usb.attached", "1"),
  UNIT_FAILED(SensorFamily.UNITS, "unit.failed", "bool"),
  UNIT_ALIVE(SensorFamily.UNITS, "unit.alive", "bool"),
  THROTTLE_COUNT(SensorFamily.THROTTLING, "throttle.count", "1", Kind.COUNTER),
  THROTTLE_ACTIVE(SensorFamily.THROTTLING, "throttle.active", "bool"),
  INTRUSION_ALARM(SensorFamily.INTRUSIONS, "intrusion.alarm", "bool"),
  UPS_ANSWERING(SensorFamily.UPS, "ups.answering", "bool"),
  STARTS_UNCLEAN(SensorFamily.STARTS, "starts.unclean", "/d"),
  /** How long ago this very start was found to be unclean. */
  STARTS_FOUND_SECONDS_AGO(SensorFamily.STARTS, "starts.found-ago", "s"),
  INSPECTION_OVERDUE_DAYS(SensorFamily.INSPECTIONS, "inspection.overdue", "d"),
  AGENT_CONFIGURATION_REFUSED(SensorFamily.AGENT, "agent.configuration-refused", "bool"),
  AGENT_STORE_WRITABLE(SensorFamily.AGENT, "agent.store-writable", "bool"),
  /** 1 where it was the storage below the fault memory that refused. */
  AGENT_STORAGE_REFUSES(SensorFamily.AGENT, "agent.storage-refuses", "bool"),
  AGENT_OUTBOX_PERCENT(SensorFamily.AGENT, "agent.outbox", "%"),
  AGENT_OUTBOX_OLDEST_SECONDS(SensorFamily.AGENT, "agent.outbox-oldest", "s"),
  AGENT_BROKER_REACHABLE(SensorFamily.AGENT, "agent.broker-reachable", "bool"),
  AGENT_IDENTITY_TAKEN(SensorFamily.AGENT, "agent.identity-taken", "bool"),
  AGENT_REPORT_REFUSED(SensorFamily.AGENT, "agent.report-refused", "bool"),
  /** 1 while the kernel can use the disk, 0 once it has given it up. */
  DISK_WORKING(SensorFamily.DISKS, "disk.working", "bool"),
  /** 1 for a disk that belongs to the board and that nobody takes out. */
  DISK_FIXED(SensorFamily.DISKS, "disk.fixed", "bool"),
  DISK_IO_ERRORS(SensorFamily.DISKS, "disk.io-errors", "1", Kind.COUNTER),
  /** Failed requests that the kernel log told of while this program listened. */
  DISK_LOGGED_ERRORS(SensorFamily.DISKS, "disk.logged-errors", "1", Kind.COUNTER),
  /** Tenths of an eMMC's life that are used up; 11 for more than all. */
  DISK_LIFE_TIME_TENTHS(SensorFamily.DISKS, "disk.life-time", "1"),
  DISK_PRE_END_OF_LIFE(SensorFamily.DISKS, "disk.pre-eol", "1"),
  SMART_PASSED(SensorFamily.SMART, "smart.passed", "bool"),
  SMART_REALLOCATED_SECTORS(SensorFamily.SMART, "smart.reallocated", "1", Kind.TALLY),
  SMART_REPORTED_UNCORRECT(SensorFamily.SMART, "smart.uncorrect", "1", Kind.TALLY),
  SMART_PENDING_SECTORS(SensorFamily.SMART, "smart.pending", "1", Kind.TALLY),
  SMART_OFFLINE_UNCORRECTABLE(SensorFamily.SMART, "smart.offline-uncorrect", "1", Kind.TALLY),
  SMART_CRITICAL_WARNING(SensorFamily.SMART, "smart.critical-warning", "1"),
  SMART_USED_PERCENT(SensorFamily.SMART, "smart.used", "%"),
  SMART_SPARE_PERCENT(SensorFamily.SMART, "smart.spare", "%"),
  SMART_SPARE_THRESHOLD_PERCENT(SensorFamily.SMART, "smart.spare-threshold", "%"),
  /** When the disk was asked, in seconds since 1970. */
  SMART_POLLED_SECONDS(SensorFamily.SMART, "smart.polled", "s", Kind.STAMP),
  /** Stands for the disk itself, whatever the kernel calls it. */
  SMART_IDENTITY(SensorFamily.SMART, "smart.identity", "1", Kind.IDENTITY),
  RAID_DEVICES(SensorFamily.RAID_ARRAYS, "raid.devices", "1"),
  RAID_MISSING_DEVICES(SensorFamily.RAID_ARRAYS, "raid.missing", "1"),
  FILE_SYSTEM_ERRORS(SensorFamily.FILE_SYSTEM_ERRORS, "fs.errors", "1", Kind.COUNTER),
  /** Stands for the file system itself, whatever its device is called. */
  FILE_SYSTEM_IDENTITY(SensorFamily.FILE_SYSTEM_ERRORS, "fs.identity", "1", Kind.IDENTITY),
  MEMORY_TOTAL_BYTES(SensorFamily.MEMORY, "memory.total", "By"),
  MEMORY_AVAILABLE_PERCENT(SensorFamily.MEMORY, "memory.available", "%"),
  MEMORY_OOM_KILLS(SensorFamily.MEMORY, "memory.oom-kills", "1", Kind.COUNTER),
  ECC_UNCORRECTED_ERRORS(SensorFamily.MEMORY_CONTROLLERS, "ecc.uncorrected", "1", Kind.COUNTER),
  ECC_CORRECTED_ERRORS(SensorFamily.MEMORY_CONTROLLERS, "ecc.corrected", "1", Kind.COUNTER),
  PRESSURE_SOME_PERCENT(SensorFamily.PRESSURE, "pressure.some", "%"),
  CRASH_DUMPS(SensorFamily.CRASH_DUMPS, "crash.dumps", "1", Kind.TALLY),
  /** When the newest dump was written, in seconds since 1970. */
  CRASH_NEWEST_SECONDS(SensorFamily.CRASH_DUMPS, "crash.newest", "s", Kind.TALLY),
  WATCHDOG_CARD_RESET(SensorFamily.WATCHDOGS, "watchdog.card-reset", "bool", Kind.TALLY),
  RTC_BATTERY_LOW(SensorFamily.RTC_BATTERIES, "rtc.battery-low", "bool"),
  PANEL_PRESENT(SensorFamily.PANELS, "panel.present", "bool"),
  /** 1 where the last picture went out; failed, with the refusal's errno, where it did not. */
  PANEL_WRITE(SensorFamily.PANELS, "panel.write", "bool"),
  PANEL_ERRORS_IN_A_ROW(SensorFamily.PANELS, "panel.errors-in-a-row", "1"),
  PANEL_LINK_ERRORS(SensorFamily.PANELS, "panel.link-errors", "1", Kind.COUNTER),
  PANEL_SELF_RESETS(SensorFamily.PANELS, "panel.self-resets", "1", Kind.COUNTER),
  PANEL_REFRESH_AGE_SECONDS(SensorFamily.PANELS, "panel.refresh-age", "s");

  /** How a quantity changes. */
  private enum Kind {
    /** Up and down. */
    GAUGE,
    /** Up only, but for beginning anew at 0: what it grew by is what it says. */
    COUNTER,
    /** Up and down: what it grew by is what it says, and a lower number is no new beginning. */
    TALLY,
    /** No quantity but the time of all the others: the same one is the same answer. */
    STAMP,
    /** No quantity but a mark of the thing: another one is another thing of the same name. */
    IDENTITY
  }

  private final SensorFamily family;
  private final String text;
  private final String unit;
  private final Kind kind;

  Quantity(SensorFamily family, String text, String unit) {
    this(family, text, unit, Kind.GAUGE);
  }

  Quantity(SensorFamily family, String text, String unit, Kind kind) {
    this.family = family;
    this.text = text;
    this.unit = unit;
    this.kind = kind;
  }

  /** The family of sensors it is read from. */
  public SensorFamily family() {
    return family;
  }

  /** Whether it is something that is counted, so that it matters by how much it grew. */
  public boolean counts() {
    return kind == Kind.COUNTER || kind == Kind.TALLY;
  }

  /** Whether a counter that is lower than before has begun anew at 0. */
  public boolean beginsAnew() {
    return kind == Kind.COUNTER;
  }

  /** Whether it says when the component was asked, where that is not with each scan. */
  public boolean isStamp() {
    return kind == Kind.STAMP;
  }

  /**
   * Whether it stands for the component itself: where it is another one, so is the component, and
   * what its family counted before was of the other.
   */
  public boolean isIdentity() {
    return kind == Kind.IDENTITY;
  }

  /** The name in JSON: {@code fan.rpm}. */
  public String text() {
    return text;
  }

  /** The unit, in UCUM where UCUM has one. */
  public String unit() {
    return unit;
  }
}
