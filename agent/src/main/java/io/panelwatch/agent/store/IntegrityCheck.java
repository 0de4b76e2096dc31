package io.panelwatch.agent.store;

import java.nio.file.Path;
import java.util.List;
import org.tinylog.Logger;

/**
 * Looks through the database once, in the background, after it was opened: what was damaged while
 * the program did not run is found before it is needed, and neither the start nor a fault waits for
 * a year of history to be read.
 *
 * <p>Table by table, on a connection and a thread of its own, because who reads keeps the
 * write-ahead log from being begun anew. What is damaged goes the way of damage that is met while
 * faults are kept: the database is set aside and a fresh one begun.
 */
public final class IntegrityCheck implements AutoCloseable {

  private final Path folder;
  private final FaultStore store;
  private final Thread thread;
  private volatile boolean closed;

  private IntegrityCheck(Path folder, FaultStore store) {
    this.folder = folder;
    this.store = store;
    thread = Thread.ofPlatform().name("integrity").daemon().unstarted(this::run);
  }

  /**
   * Starts to look.
   *
   * @param folder of the store's database
   */
  public static IntegrityCheck start(Path folder, FaultStore store) {
    var check = new IntegrityCheck(folder, store);
    check.thread.start();
    return check;
  }

  private void run() {
    try {
      // First: of one that takes its place before it is opened, nothing is told then.
      lookThrough(StoreFolder.inodeOf(StoreFolder.databaseIn(folder)));
    } catch (StoreException e) {
      Logger.warn("The fault memory could not be looked through: {}", e.getMessage());
    }
  }

  private void lookThrough(long inode) {
    try (Database database = StoreFiles.openToRead(folder)) {
      database.goOnWhile(() -> !closed);
      look(new Integrity(database));
    } catch (StoreException e) {
      if (closed) {
        Logger.debug("The fault memory was not looked through: {}", e.getMessage());
      } else if (e.tellsOfDamage()) {
        store.foundDamaged(inode, e);
      } else {
        throw e;
      }
    }
  }

  private void look(Integrity integrity) {
    for (String table : integrity.tables()) {
      if (closed) {
        return;
      }
      List<String> found = integrity.quicklyOf(table);
      if (!found.isEmpty() && !closed) {
        throw StoreException.damage(
            "table %s of %s: %s".formatted(table, folder, String.join("; ", found)));
      }
    }
    Logger.info("The fault memory was looked through and is sound");
  }

  /** Whether it has found something, and somebody else has the store; for tests. */
  boolean waitsForTheStore() {
    return thread.getState() == Thread.State.BLOCKED;
  }

  /** Waits until it has ended; for tests. */
  void join() throws InterruptedException {
    thread.join();
  }

  /** Ends it, wherever it is. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
