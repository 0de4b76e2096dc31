package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange.DiskFills;
import io.panelwatch.simulator.board.BoardChange.DiskUsed;
import io.panelwatch.simulator.board.BoardChange.LinkUp;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Disks, the network link and the clock's discipline, as the agent's probes see them. */
final class DisksAndLinkTest {

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final BoardProbe probe = new BoardProbe(board);

  @Test
  void disksFillAtTheirRateAndNeverOverflow() {
    board.apply(new DiskUsed(Component.DISK2, 60));
    board.apply(new DiskFills(Component.DISK2, 120));

    clock.advance(Duration.ofMinutes(10));
    assertEquals(80, probe.usedPercent(Component.DISK2), 0.1);
    clock.advance(Duration.ofHours(1));
    assertEquals(100, probe.usedPercent(Component.DISK2));
  }

  @Test
  void filledDiskLeavesTheOtherAloneAndIsPurgedByRepair() {
    double before = probe.usedPercent(Component.DISK1);
    double other = probe.usedPercent(Component.DISK2);

    board.apply(new DiskUsed(Component.DISK1, 97));

    assertEquals(97, probe.usedPercent(Component.DISK1));
    assertEquals(other, probe.usedPercent(Component.DISK2));
    board.apply(new Repaired(Component.DISK1));
    assertEquals(before, probe.usedPercent(Component.DISK1));
  }

  @Test
  void pulledCableTakesTheCarrierAndIsCounted() {
    double changes = probe.link().carrierChanges().number().orElseThrow();

    board.apply(new LinkUp(false));
    board.apply(new LinkUp(false));

    assertTrue(probe.link().carrier().is(0));
    assertTrue(probe.link().adminUp().is(1));
    assertEquals(Measured.absent(), probe.link().speedMbps());
    assertTrue(probe.link().carrierChanges().is(changes + 1));
    board.apply(new LinkUp(true));
    assertTrue(probe.link().carrier().is(1));
    assertTrue(probe.link().carrierChanges().is(changes + 2));
  }

  @Test
  void clockIsSynchronisedForAsLongAsTheBoardsClockIsTrusted() {
    assertTrue(probe.clock().synchronised().is(1));

    clock.trustWall(false);

    assertTrue(probe.clock().synchronised().is(0));
  }
}
