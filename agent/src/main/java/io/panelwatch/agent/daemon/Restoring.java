package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.IntegrityCheck;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.BootInfo;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * Puts a backup in the place of the fault memory while everything else goes on; who stores a fault
 * waits while the two are joined. What is active stays as it is; the thread that judges takes the
 * backup's counts and arrangements with its next scan.
 *
 * @param told reports what has ended with it; empty where nobody is told
 * @param check reads the database that is to be replaced, and ends before
 * @param note keeps who did it, and tells the backend of that and of the new epoch
 */
record Restoring(
    FaultStore store,
    Optional<OutboxEncoder> told,
    Board board,
    IntegrityCheck check,
    Consumer<AuditEntry> note) {

  /**
   * Puts the backup there that waits.
   *
   * @param by who asks
   * @param file its name, to be noted
   * @throws io.panelwatch.agent.store.StoreException when it was not done
   */
  Restored restore(Actor by, String file) {
    check.close();
    return noted(
        () -> store.restore(told, true, now(board)),
        done -> note(AuditEntry.RESTORE, by, file, done));
  }

  /**
   * Restores, and notes how that ended. Where the note fails, that says nothing of the restore, and
   * is told beside it.
   *
   * @param note takes whether it was done
   */
  static Restored noted(Supplier<Restored> restore, Consumer<Boolean> note) {
    boolean done = false;
    try {
      Restored restored = restore.get();
      done = true;
      return restored;
    } finally {
      try {
        note.accept(done);
      } catch (RuntimeException e) {
        Logger.error(
            e, "It is not kept who {}", done ? "restored a backup" : "tried to restore a backup");
      }
    }
  }

  /** Keeps who did something with a file of the fault memory. */
  void note(String action, Actor by, String file, boolean done) {
    note.accept(entry(now(board), action, by, file, done));
  }

  /** What is kept of it. */
  static AuditEntry entry(Stamp at, String action, Actor by, String file, boolean done) {
    String outcome = done ? AuditEntry.DONE : AuditEntry.FAILED;
    return new AuditEntry(at, by, action, file, "", outcome);
  }

  /** What is stamped with now. */
  static Stamp now(Board board) {
    BootInfo boot = board.boot();
    return new Stamp(
        board.clock().wall(), board.clock().wallTrusted(), boot.id(), boot.uptime().toMillis());
  }
}
