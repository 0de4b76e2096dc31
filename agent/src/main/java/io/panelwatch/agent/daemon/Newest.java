package io.panelwatch.agent.daemon;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A place for one value, where a newer one replaces what nobody has taken yet: a slow taker skips
 * values and never falls behind. Once ended it stays so, whoever still puts. Thread-safe.
 *
 * @param <T> what is handed over
 */
final class Newest<T> {

  private final BinaryOperator<T> merge;
  private @Nullable T value;
  private boolean ended;
  private boolean roused;

  /** A place where a newer value is all that counts. */
  Newest() {
    this((waiting, newer) -> newer);
  }

  /**
   * A place where something of a replaced value is kept.
   *
   * @param merge of the value that waits and the newer one, what waits from now on
   */
  Newest(BinaryOperator<T> merge) {
    this.merge = merge;
  }

  /** Puts a value, replacing what is there. */
  synchronized void put(T newer) {
    value = value == null ? newer : merge.apply(value, newer);
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

  /** Whether it was ended. */
  synchronized boolean ended() {
    return ended;
  }

  /**
   * Waits for a value and takes it.
   *
   * @param longestNanos how long to wait at most, by that clock; {@link Long#MAX_VALUE} for ever
   * @return empty once ended, and when none came in time; now and then a little earlier
   */
  Optional<T> take(BoardClock clock, long longestNanos) throws InterruptedException {
    if (longestNanos == Long.MAX_VALUE) {
      return await();
    }
    if (longestNanos <= 0) {
      rouse();
      return await();
    }
    BoardClock.Timer timer = clock.schedule(Duration.ofNanos(longestNanos), this::rouse);
    try {
      return await();
    } finally {
      timer.cancel();
    }
  }

  private synchronized void rouse() {
    roused = true;
    notifyAll();
  }

  private synchronized Optional<T> await() throws InterruptedException {
    while (value == null && !ended && !roused) {
      wait();
    }
    Optional<T> taken = ended ? Optional.empty() : Optional.ofNullable(value);
    value = null;
    roused = false;
    return taken;
  }
}
