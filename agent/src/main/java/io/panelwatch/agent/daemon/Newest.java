package io.panelwatch.agent.daemon;

import org.jspecify.annotations.Nullable;

/**
 * A place for one value, where a newer one replaces what nobody has taken yet: a slow taker skips
 * values and never falls behind. Thread-safe.
 *
 * @param <T> what is handed over
 */
final class Newest<T> {

  private @Nullable T value;

  /** Puts a value, replacing what is there. */
  synchronized void put(T newer) {
    value = newer;
    notifyAll();
  }

  /** Whether nothing waits to be taken. */
  synchronized boolean isEmpty() {
    return value == null;
  }

  /** Waits for a value and takes it. */
  synchronized T take() throws InterruptedException {
    while (value == null) {
      wait();
    }
    T taken = value;
    value = null;
    return taken;
  }
}
