package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.hal.BoardClock;
import java.util.Optional;

/**
 * Restores the backup that waits, one at a time:
 *
 * <pre>
 *   claim      the store's monitor is held, for two names that change
 *   migrate    it is not: an old backup takes its time
 *   join       it is held: nothing may be stored in what is replaced
 * </pre>
 *
 * <p>Its own monitor is taken before the store's, and by nobody who holds that. Thread-safe.
 */
final class Restorer {

  private final Object store;
  private final StoreFiles files;
  private final Failover now;
  private final BoardClock clock;

  /**
   * @param store whose monitor guards the others
   */
  Restorer(Object store, StoreFiles files, Failover now, BoardClock clock) {
    this.store = store;
    this.files = files;
    this.now = now;
    this.clock = clock;
  }

  /** See {@link FaultStore#restore}. */
  synchronized Restored restore(Optional<OutboxEncoder> told, boolean judging, Stamp at) {
    StagedBackup backup = claim();
    try {
      requirePlaces(backup);
      Restore.bringUpToDate(backup);
      synchronized (store) {
        requireStorage();
        Restore.Ready ready = Restore.join(backup, clock, told, judging, at);
        return new Restored(now.exchange(), ready.episodes(), ready.ended());
      }
    } finally {
      backup.dropLeft();
    }
  }

  private StagedBackup claim() {
    synchronized (store) {
      StagedBackup backup = files.stagedBackup();
      backup.claim();
      return backup;
    }
  }

  /** After it was claimed: one that is refused is as large as the memory, and is taken away. */
  private void requirePlaces(StagedBackup backup) {
    synchronized (store) {
      requireStorage();
      backup.requirePlaceForFormer();
    }
  }

  private void requireStorage() {
    if (!now.durable()) {
      throw new StoreException("the storage refuses, and nothing was restored: see AGT-A04");
    }
  }
}
