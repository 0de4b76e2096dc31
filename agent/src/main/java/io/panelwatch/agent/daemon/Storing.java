package io.panelwatch.agent.daemon;

import java.util.function.Supplier;

/**
 * What the watch asks of the storage, which may take its time: so that who looks after the watch
 * can tell one that waits for a disk from one that stands still. One thread stores; the others may
 * ask at any time.
 */
final class Storing {

  private volatile boolean underWay;

  /** Stores something. */
  void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /** Asks what is stored. */
  <T> T call(Supplier<T> work) {
    underWay = true;
    try {
      return work.get();
    } finally {
      underWay = false;
    }
  }

  /** Whether the watch waits for the storage. */
  boolean underWay() {
    return underWay;
  }
}
