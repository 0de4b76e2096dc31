package io.panelwatch.hal;

/**
 * A UPS as its own server tells of it (NUT's {@code ups.status}, {@code battery.charge}).
 *
 * @param answering its server has fresh data of it
 * @param onBattery it feeds the board from its battery: {@code OB}; absent while there are no data
 * @param chargePercent {@code battery.charge}
 * @param batteryGood 0 where it asks for a new battery: {@code RB}
 */
public record Ups(
    String component,
    String source,
    Measured answering,
    Measured onBattery,
    Measured chargePercent,
    Measured batteryGood)
    implements Sample {}
