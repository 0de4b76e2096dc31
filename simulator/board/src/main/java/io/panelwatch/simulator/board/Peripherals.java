package io.panelwatch.simulator.board;

import io.panelwatch.simulator.board.BoardChange.CertificateDays;
import io.panelwatch.simulator.board.BoardChange.DriveErrors;
import io.panelwatch.simulator.board.BoardChange.DriveOnline;
import io.panelwatch.simulator.board.BoardChange.MemoryAvailable;
import io.panelwatch.simulator.board.BoardChange.OfPeripheral;
import io.panelwatch.simulator.board.BoardChange.PowerFailing;
import io.panelwatch.simulator.board.BoardChange.PrinterAttached;
import io.panelwatch.simulator.board.BoardChange.RaidMissing;
import io.panelwatch.simulator.board.BoardChange.ServiceFailed;

/**
 * What hangs on the board or runs on it and has no physics: it stays as somebody has left it. Not
 * thread-safe.
 */
final class Peripherals {

  private static final double USUAL_MEMORY_PERCENT = 62;
  private static final double USUAL_CERTIFICATE_DAYS = 300;

  private double memoryPercent = USUAL_MEMORY_PERCENT;
  private double certificateDays = USUAL_CERTIFICATE_DAYS;
  private boolean driveOnline = true;
  private long driveErrors;
  private int raidMissing;
  private boolean printerAttached = true;
  private boolean serviceFailed;
  private boolean powerFailing;

  void apply(OfPeripheral change) {
    switch (change) {
      case MemoryAvailable(double percent) -> memoryPercent = percent;
      case CertificateDays(double days) -> certificateDays = days;
      case DriveOnline(boolean online) -> driveOnline = online;
      case DriveErrors(int more) -> driveErrors += more;
      case RaidMissing(int disks) -> raidMissing = disks;
      case PrinterAttached(boolean attached) -> printerAttached = attached;
      case ServiceFailed(boolean failed) -> serviceFailed = failed;
      case PowerFailing(boolean active) -> powerFailing = active;
    }
  }

  /** As it was; errors that were counted stay counted. */
  void repair(Component part) {
    switch (part) {
      case MEMORY -> memoryPercent = USUAL_MEMORY_PERCENT;
      case CERTIFICATE -> certificateDays = USUAL_CERTIFICATE_DAYS;
      case DRIVE -> driveOnline = true;
      case RAID -> raidMissing = 0;
      case PRINTER -> printerAttached = true;
      case SERVICE -> serviceFailed = false;
      case POWER_FAIL -> powerFailing = false;
      default -> throw new IllegalArgumentException(part + " is no peripheral");
    }
  }

  BoardState.Peripherals state() {
    return new BoardState.Peripherals(
        memoryPercent,
        certificateDays,
        driveOnline,
        driveErrors,
        raidMissing,
        printerAttached,
        serviceFailed,
        powerFailing);
  }
}
