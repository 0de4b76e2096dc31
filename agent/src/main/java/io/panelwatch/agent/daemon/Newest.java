package io.panelwatch.agent.daemon;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place for one value, where a newer one replaces what nobody has taken yet: a slow taker skips
 * values and never falls behind. Once ended it stays so, whoever still puts. Thread-safe.
 *
 * @param <T> what is handed over
 */
final class Newest<T> {

  private @Nullable T value;
  private boolean ended;

  /** Puts a value, replacing what is there. */
  synchronized void put(T newer) {
    value = newer;
    notifyAll();
  }

  /** Whether nothing waits to be taken, the end included. */
  synchronized boolean isEmpty() {
    return value == null && !ended;
  }

  /** Nothing is handed over any more, not even what waits. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Waits for a value and takes it; empty once ended. */
  synchronized Optional<T> take() throws InterruptedException {
    while (value == null && !ended) {
      wait();
    }
    Optional<T> taken = ended ? Optional.empty() : Optional.ofNullable(value);
    value = null;
    return taken;
  }
}
