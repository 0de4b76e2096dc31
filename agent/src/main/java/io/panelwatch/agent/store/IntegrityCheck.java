package io.panelwatch.agent.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Looks through the database once, in the background, after it was opened: what was damaged while
 * the program did not run is found before it is needed, and neither the start nor a fault waits for
 * a year of history to be read.
 *
 * <p>Table by table, on a connection and a thread of its own, because who reads keeps the
 * write-ahead log from being begun anew. What is damaged goes the way of damage that is met while
 * faults are kept: the database is set aside and a fresh one begun. That is much for what one
 * reader has seen, who may have opened a log that is in use no more, so that it is looked at once
 * more on a connection that was opened for it.
 *
 * <p>Where the storage refuses to be read, it is looked through {@linkplain #again once that
 * works}.
 */
public final class IntegrityCheck implements AutoCloseable {

  /** The second is to confirm the first; another one where the storage has failed meanwhile. */
  private static final int LOOKS = 3;

  private final Path folder;
  private final FaultStore store;
  private final Database.Work<Database> opener;
  private final Thread thread;
  private volatile boolean closed;
  private boolean again;

  private IntegrityCheck(Path folder, FaultStore store, Database.Work<Database> opener) {
    this.folder = folder;
    this.store = store;
    this.opener = opener;
    thread = Thread.ofPlatform().name("integrity").daemon().unstarted(this::run);
  }

  /**
   * Starts to look.
   *
   * @param folder of the store's database
   */
  public static IntegrityCheck start(Path folder, FaultStore store) {
    return start(folder, store, () -> StoreFiles.openToRead(folder));
  }

  /**
   * The same.
   *
   * @param opener opens the database for one look
   */
  static IntegrityCheck start(Path folder, FaultStore store, Database.Work<Database> opener) {
    var check = new IntegrityCheck(folder, store, opener);
    check.thread.start();
    return check;
  }

  private void run() {
    try {
      while (!hasLookedThrough()) {
        waitForAgain();
      }
    } catch (InterruptedException e) {
      Logger.debug("The fault memory is not looked through any more");
    }
  }

  private boolean hasLookedThrough() {
    try {
      lookThrough();
      return true;
    } catch (StoreException e) {
      Logger.warn("The fault memory could not be looked through yet: {}", e.getMessage());
      return closed;
    }
  }

  private synchronized void waitForAgain() throws InterruptedException {
    while (!again && !closed) {
      wait();
    }
    again = false;
  }

  /** The storage works again: what it refused to show is looked through now. */
  public synchronized void again() {
    again = true;
    notifyAll();
  }

  private void lookThrough() {
    for (int look = 1; look <= LOOKS; look++) {
      // First: of one that takes its place before it is opened, nothing is told then.
      DatabaseInUse looked = store.inUse();
      Optional<StoreException> damage = damage();
      if (damage.isEmpty() || (look > 1 && store.foundDamaged(looked, damage.get()))) {
        return;
      }
      Logger.warn("The fault memory seems to be damaged: {}", damage.get().getMessage());
    }
    throw new StoreException("its storage fails while it is looked at");
  }

  /** What one look tells of damage; nothing where it was ended. */
  private Optional<StoreException> damage() {
    try (Database database = opener.run()) {
      database.goOnWhile(() -> !closed);
      look(new Integrity(database));
      return Optional.empty();
    } catch (StoreException e) {
      if (closed) {
        Logger.debug("The fault memory was not looked through: {}", e.getMessage());
        return Optional.empty();
      }
      if (e.tellsOfDamage()) {
        return Optional.of(e);
      }
      throw e;
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
    again();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
