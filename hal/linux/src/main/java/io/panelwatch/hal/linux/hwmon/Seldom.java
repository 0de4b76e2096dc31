package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps what was read of devices that suffer from being asked: a disk that has to stop what it is
 * doing to tell its temperature. A reading that did not succeed is not kept.
 *
 * @param <T> what is read of a device
 */
final class Seldom<T> {

  private record Kept<T>(long nanos, T read) {}

  private final BoardClock clock;
  private final Duration period;
  private final Predicate<T> good;
  private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();

  /**
   * @param period how long a reading is told again; none for a recording, which suffers nothing
   * @param good whether a reading succeeded
   */
  Seldom(BoardClock clock, Duration period, Predicate<T> good) {
    this.clock = clock;
    this.period = period;
    this.good = good;
  }

  /** Reads the device, or tells what it said within the period. */
  T read(String device, Supplier<T> read) {
    long now = clock.monotonicNanos();
    Kept<T> known = kept.get(device);
    if (known != null && now - known.nanos() < period.toNanos()) {
      return known.read();
    }
    T answer = read.get();
    if (good.test(answer)) {
      kept.put(device, new Kept<>(now, answer));
    }
    return answer;
  }

  /** Reads every device anew: they may be others by now. */
  void forget() {
    kept.clear();
  }
}
