package io.panelwatch.simulator.board;

import io.panelwatch.hal.Certificate;
import io.panelwatch.hal.DiskDrive;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Memory;
import io.panelwatch.hal.RaidArray;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.ServiceUnit;
import io.panelwatch.hal.UsbDevice;

/** What the sensors of {@link Peripherals} tell. */
final class PeripheralSamples {

  private static final double MEMORY_BYTES = 1L << 30;

  /** A mirror. */
  private static final double RAID_DISKS = 2;

  private PeripheralSamples() {}

  /**
   * The sample of a part.
   *
   * @param wallTrusted without it nobody knows how old a certificate is
   */
  static Sample of(
      Component part, GatedReading reading, BoardState.Peripherals state, boolean wallTrusted) {
    String id = part.id();
    String source = part.source();
    return switch (part) {
      case CERTIFICATE ->
          new Certificate(
              id, source, wallTrusted ? reading.of(state.certificateDays()) : Measured.absent());
      case PRINTER -> new UsbDevice(id, source, reading.of(state.printerAttached()));
      case SERVICE ->
          new ServiceUnit(
              id, source, reading.of(state.serviceFailed()), reading.of(!state.serviceFailed()));
      case DRIVE -> drive(id, source, reading, state);
      case RAID ->
          new RaidArray(id, source, reading.of(RAID_DISKS), reading.of(state.raidMissing()));
      case MEMORY ->
          new Memory(
              id,
              source,
              reading.of(MEMORY_BYTES),
              reading.of(state.memoryAvailablePercent()),
              Measured.absent());
      default -> throw new IllegalArgumentException(part + " is no peripheral");
    };
  }

  private static Sample drive(
      String id, String source, GatedReading reading, BoardState.Peripherals state) {
    return new DiskDrive(
        id,
        source,
        reading.of(state.driveOnline()),
        reading.of(true),
        reading.of((double) state.driveErrors()),
        reading.of((double) state.driveErrors()),
        Measured.absent(),
        Measured.absent());
  }
}
