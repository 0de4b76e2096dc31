package io.panelwatch.hal;

/** One channel of a board as it was read once. Attributes that the channel does not have are x. */
public sealed interface Sample
    permits Sample.Fan,
        Sample.Temperature,
        Sample.Rail,
        Sample.PowerSupply,
        Sample.FileSystem,
        Sample.NetLink,
        Sample.Clock,
        Sample.Panel,
        AgentHealth,
        BoardStarts,
        Certificate,
        CoolingDevice,
        Current,
        Energy,
        Humidity,
        Inspection,
        Intrusion,
        NetRoute,
        Power,
        PowerFailLine,
        ServiceUnit,
        Throttling,
        Ups,
        UsbDevice,
        CrashDumps,
        DiskDrive,
        FileSystemErrors,
        Memory,
        MemoryController,
        Pressure,
        RaidArray,
        RtcBattery,
        SmartHealth,
        WatchdogReset {

  /**
   * A name that stays the same over reboots, unique within its family: {@code fan1}, {@code eth0}.
   */
  String component();

  /** The file or device that was read, for the person who wants to look for himself. */
  String source();

  /**
   * A fan with a tachometer ({@code fanN_*} of hwmon).
   *
   * @param rpm {@code fanN_input}
   * @param minRpm {@code fanN_min}; 0 means no limit
   * @param targetRpm {@code fanN_target}
   * @param pwmPercent {@code pwmN} of 255 as 0..100
   * @param enabled {@code fanN_enable}
   * @param faultBit {@code fanN_fault}
   * @param alarm {@code fanN_alarm}
   * @param chip the hwmon chip's {@code name}; empty where it has none
   */
  record Fan(
      String component,
      String source,
      Measured rpm,
      Measured minRpm,
      Measured targetRpm,
      Measured pwmPercent,
      Measured enabled,
      Measured faultBit,
      Measured alarm,
      String chip)
      implements Sample {}

  /**
   * A temperature ({@code tempN_*} of hwmon, or a thermal zone).
   *
   * @param place what is measured
   * @param celsius {@code tempN_input} or {@code thermal_zoneN/temp}, divided by 1000; absent while
   *     {@code faultBit} is 1, because the number then means nothing
   * @param maxCelsius {@code tempN_max}
   * @param critCelsius {@code tempN_crit}, or the zone's critical trip point
   * @param critAlarm {@code tempN_crit_alarm}
   * @param chip the hwmon chip's {@code name}; empty for a thermal zone and a nameless chip
   * @param critHystCelsius {@code tempN_crit_hyst}: below it the heat is over
   * @param faultBit {@code tempN_fault}: the diode is open or shorted
   */
  record Temperature(
      String component,
      String source,
      Place place,
      Measured celsius,
      Measured maxCelsius,
      Measured critCelsius,
      Measured critAlarm,
      String chip,
      Measured critHystCelsius,
      Measured faultBit)
      implements Sample {

    /** What a temperature is the temperature of. */
    public enum Place {
      /** The processor or system on chip. */
      SOC,
      /** Air around the board. */
      AMBIENT,
      /** A disk. */
      DISK,
      /** Any other chip or zone. */
      OTHER
    }
  }

  /**
   * A supply rail ({@code inN_*} of hwmon).
   *
   * @param milliVolts {@code inN_input}
   * @param minMilliVolts {@code inN_min}; together with a max of 0, no limit
   * @param maxMilliVolts {@code inN_max}
   * @param lowCritAlarm {@code inN_lcrit_alarm}
   * @param chip the hwmon chip's {@code name}; empty where it has none
   * @param lowCritMilliVolts {@code inN_lcrit}
   * @param highCritMilliVolts {@code inN_crit}
   */
  record Rail(
      String component,
      String source,
      Measured milliVolts,
      Measured minMilliVolts,
      Measured maxMilliVolts,
      Measured lowCritAlarm,
      String chip,
      Measured lowCritMilliVolts,
      Measured highCritMilliVolts)
      implements Sample {}

  /**
   * A supply of power ({@code /sys/class/power_supply/*}).
   *
   * @param type the kernel's {@code type}
   * @param deviceScope {@code scope} is {@code Device}: feeds a peripheral, not the board
   * @param online {@code online}
   * @param capacityPercent {@code capacity}
   * @param status {@code status}
   * @param fullOfDesignPercent {@code energy_full} of {@code energy_full_design}, or the same of
   *     the charge; a fresh cell may be above 100
   * @param healthGood 1 where {@code health} is {@code Good}, 0 where it names a defect, absent
   *     where it is {@code Unknown} or not there
   */
  record PowerSupply(
      String component,
      String source,
      Type type,
      boolean deviceScope,
      Measured online,
      Measured capacityPercent,
      Status status,
      Measured fullOfDesignPercent,
      Measured healthGood)
      implements Sample {

    /** The kernel's {@code type} attribute. */
    public enum Type {
      MAINS,
      USB,
      BATTERY,
      UPS,
      OTHER
    }

    /** The kernel's {@code status} attribute. */
    public enum Status {
      UNKNOWN,
      CHARGING,
      DISCHARGING,
      NOT_CHARGING,
      FULL
    }
  }

  /**
   * A mounted file system.
   *
   * @param mountPoint where it is mounted
   * @param device what is mounted
   * @param type the file system's type as in {@code mountinfo}
   * @param sizeBytes {@code f_blocks} times the fragment size
   * @param usedPercent 0..100 of what an ordinary user may fill, as df(1) counts
   * @param inodesFreePercent 0..100; absent on file systems without inodes
   * @param readOnly mounted {@code ro}
   * @param readOnlyUnexpected 1 where it was mounted to be written to and the kernel has made it
   *     read-only since, as {@code errors=remount-ro} does; 0 where it is as it was mounted
   */
  record FileSystem(
      String component,
      String source,
      String mountPoint,
      String device,
      String type,
      Measured sizeBytes,
      Measured usedPercent,
      Measured inodesFreePercent,
      Measured readOnly,
      Measured readOnlyUnexpected)
      implements Sample {}

  /**
   * A network interface ({@code /sys/class/net/*}).
   *
   * @param carrier {@code carrier}; absent while the interface is administratively down
   * @param adminUp {@code IFF_UP} in {@code flags}
   * @param defaultRoute a default route leaves through it
   * @param speedMbps {@code speed}
   * @param carrierChanges {@code carrier_changes}, a counter
   * @param fullDuplex {@code duplex} is {@code full}; absent where it is unknown
   * @param rxErrors {@code statistics/rx_errors}, a counter, as the next three
   * @param rxPackets {@code statistics/rx_packets}
   * @param txErrors {@code statistics/tx_errors}
   * @param txPackets {@code statistics/tx_packets}
   * @param expectedMbps the speed that somebody expects ({@link WatchList#linkMbps}), 0 where a
   *     link is expected at any speed; absent where nobody expects anything
   * @param hardware it is a piece of hardware (or a bond of some) and no tunnel, bridge or the
   *     like, which programs make and take away
   */
  record NetLink(
      String component,
      String source,
      Measured carrier,
      Measured adminUp,
      Measured defaultRoute,
      Measured speedMbps,
      Measured carrierChanges,
      Measured fullDuplex,
      Measured rxErrors,
      Measured rxPackets,
      Measured txErrors,
      Measured txPackets,
      Measured expectedMbps,
      boolean hardware)
      implements Sample {}

  /**
   * The wall clock's discipline.
   *
   * @param synchronised something has set it right lately: not {@code STA_UNSYNC} of adjtimex(2),
   *     or a {@code maxerror} below the one at which the kernel sets that bit
   * @param estimatedErrorMicros {@code esterror} of adjtimex(2)
   * @param uptimeSeconds the first number of {@code /proc/uptime}
   * @param wallStepSeconds by how much the wall clock has gone ahead of the time since the board
   *     was started, sleep included, since the read before; negative where it went back: 0 but for
   *     the moment when somebody sets it
   */
  record Clock(
      String component,
      String source,
      Measured synchronised,
      Measured estimatedErrorMicros,
      Measured uptimeSeconds,
      Measured wallStepSeconds)
      implements Sample {}

  /**
   * A panel as its driver fares with it. What nothing is known of yet, because nothing was sent, is
   * absent.
   *
   * @param present 0 where its device went away or cannot be opened, or where it used to answer and
   *     does not any more
   * @param write 1 where the last picture went out whole; {@link Measured.Failed} with errno, call
   *     and path of the last refusal where it did not
   * @param errorsInARow refusals since a picture last went out whole
   * @param linkErrors refusals since the driver was started, a counter
   * @param selfResets how often it was found to have reset itself since then, a counter
   * @param refreshAgeSeconds how long the loop that draws has not turned
   */
  record Panel(
      String component,
      String source,
      Measured present,
      Measured write,
      Measured errorsInARow,
      Measured linkErrors,
      Measured selfResets,
      Measured refreshAgeSeconds)
      implements Sample {}
}
