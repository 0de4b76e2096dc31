package io.panelwatch.agent.daemon;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What the watch asks of the storage, which may take its time: so that who looks after the watch
 * can tell one that waits for a disk from one that stands still. One thread stores; the others may
 * ask at any time.
 */
final class Storing {

  private final AtomicLong ended = new AtomicLong();
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
      // In this order: that it is over is never seen without the step that it was.
      ended.incrementAndGet();
      underWay = false;
    }
  }

  /** Whether the watch waits for the storage. */
  boolean underWay() {
    return underWay;
  }

  /** How often it has done so and gone on, whether or not the storage did what was asked. */
  long ended() {
    return ended.get();
  }
}
