package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.report.Reporting;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.IntegrityCheck;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.BootInfo;
import java.util.Optional;

/**
 * Puts a backup in the place of the fault memory while everything else goes on; who stores a fault
 * waits while the two are joined. What is active stays as it is; the thread that judges takes the
 * backup's counts and arrangements with its next scan.
 *
 * @param check reads the database that is to be replaced, and ends before
 * @param reporting tells the backend of the new epoch
 */
record Restoring(
    FaultStore store,
    OutboxEncoder encoder,
    Board board,
    IntegrityCheck check,
    Optional<Reporting> reporting) {

  /**
   * Puts the backup there that waits.
   *
   * @throws io.panelwatch.agent.store.StoreException when it was not done
   */
  Restored restore() {
    check.close();
    Restored restored = store.restore(encoder, true, now(board));
    reporting.ifPresent(Reporting::reportsCommitted);
    return restored;
  }

  /** What is stamped with now. */
  static Stamp now(Board board) {
    BootInfo boot = board.boot();
    return new Stamp(
        board.clock().wall(), board.clock().wallTrusted(), boot.id(), boot.uptime().toMillis());
  }
}
