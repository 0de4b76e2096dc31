package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps what was read of devices that suffer from being asked: a disk that has to stop what it is
 * doing to tell its temperature.
 *
 * <p>An answer that somebody may be alarmed by is not kept: told again and again, one glitch would
 * pass for a lasting state. The device is asked anew each time, until it has answered so {@link
 * #ENOUGH} times in a row; what it says then is believed, and kept like any other answer.
 *
 * @param <T> what is read of a device
 */
final class Seldom<T> {

  /** More than the reads that any fault wants before it is one. */
  static final int ENOUGH = 10;

  /**
   * @param alarming how many answers up to this one were alarming, without one between that was not
   */
  private record Kept<T>(long nanos, T read, int alarming) {
    boolean isBelieved() {
      return alarming == 0 || alarming >= ENOUGH;
    }
  }

  private final BoardClock clock;
  private final Duration period;
  private final Predicate<T> quiet;
  private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();

  /**
   * @param period how long a reading is told again; none for a recording, which suffers nothing
   * @param quiet whether nobody would be alarmed by a reading
   */
  Seldom(BoardClock clock, Duration period, Predicate<T> quiet) {
    this.clock = clock;
    this.period = period;
    this.quiet = quiet;
  }

  /** Reads the device, or tells what it said within the period. */
  T read(String device, Supplier<T> read) {
    long now = clock.monotonicNanos();
    Kept<T> known = kept.get(device);
    if (known != null && known.isBelieved() && now - known.nanos() < period.toNanos()) {
      return known.read();
    }
    T answer = read.get();
    int before = known == null ? 0 : known.alarming();
    kept.put(device, new Kept<>(now, answer, quiet.test(answer) ? 0 : before + 1));
    return answer;
  }

  /** Reads every device anew: they may be others by now. */
  void forget() {
    kept.clear();
  }
}
