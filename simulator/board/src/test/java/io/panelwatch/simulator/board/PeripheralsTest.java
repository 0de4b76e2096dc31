package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Certificate;
import io.panelwatch.hal.DiskDrive;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange.CertificateDays;
import io.panelwatch.simulator.board.BoardChange.DriveErrors;
import io.panelwatch.simulator.board.BoardChange.DriveOnline;
import io.panelwatch.simulator.board.BoardChange.MemoryAvailable;
import io.panelwatch.simulator.board.BoardChange.OfPeripheral;
import io.panelwatch.simulator.board.BoardChange.PrinterAttached;
import io.panelwatch.simulator.board.BoardChange.RaidMissing;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.ServiceFailed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hangs on the board or runs on it, as the agent's probes see it. */
final class PeripheralsTest {

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final BoardProbe probe = new BoardProbe(board);

  static Stream<OfPeripheral> changes() {
    return Stream.of(
        new CertificateDays(5),
        new PrinterAttached(false),
        new ServiceFailed(true),
        new DriveOnline(false),
        new RaidMissing(1),
        new MemoryAvailable(4));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatIsChangedIsSampledAndDescribedUntilItIsRepaired(OfPeripheral change) {
    Component part = change.component();
    Sample well = probe.sample(part);
    Object described = board.describe().get(part.id());

    board.apply(change);
    assertNotEquals(well, probe.sample(part));
    assertNotEquals(described, board.describe().get(part.id()));

    board.apply(new Repaired(part));
    assertEquals(well, probe.sample(part));
    assertEquals(described, board.describe().get(part.id()));
  }

  @Test
  void errorsOfADiskAreCountedAndARepairTakesNoneBack() {
    board.apply(new DriveErrors(3));
    board.apply(new DriveErrors(2));
    board.apply(new Repaired(Component.DRIVE));

    DiskDrive drive = (DiskDrive) probe.sample(Component.DRIVE);
    assertTrue(drive.ioErrors().is(5));
    assertTrue(drive.loggedErrors().is(5));
  }

  @Test
  void certificatesAgeIsNotKnownWhileTheClockIsNotTrusted() {
    clock.trustWall(false);

    assertEquals(Measured.absent(), ((Certificate) probe.sample(Component.CERTIFICATE)).daysLeft());
  }
}
