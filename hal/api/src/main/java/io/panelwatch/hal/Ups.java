package io.panelwatch.hal;

/**
 * A UPS as its own server tells of it (NUT's {@code ups.status}, {@code battery.charge}).
 *
 * <p>While it is silent everything else about it is {@link Measured.Stale}: known to exist, and not
 * known now.
 *
 * @param answering its server has fresh data of it
 * @param onBattery it feeds the board from its battery: {@code OB}; absent where it says neither
 *     that nor {@code OL}
 * @param lowBattery it will soon end, by its own judgement: {@code LB}
 * @param chargePercent {@code battery.charge}
 * @param batteryGood 0 where it asks for a new battery: {@code RB}
 */
public record Ups(
    String component,
    String source,
    Measured answering,
    Measured onBattery,
    Measured lowBattery,
    Measured chargePercent,
    Measured batteryGood)
    implements Sample {}
