package io.panelwatch.agent.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The scans of the last minute, for freeze frames. Bounded by time and by number, so that a burst
 * of event-driven scans cannot make it grow. Not thread-safe.
 */
public final class ReadingHistory {

  /** How far back it reaches. */
  public static final Duration REACH = Duration.ofMinutes(1);

  /** How many scans it keeps at most: one a second. */
  public static final int MAX_SCANS = 60;

  /** How many readings it tells at most. */
  public static final int MAX_TOLD = 64;

  /** A reading and when it was made. */
  public record Earlier(Instant wall, Reading reading) {}

  private final Deque<Scan> scans = new ArrayDeque<>();

  /** A history without a past. */
  public ReadingHistory() {}

  /** Takes the latest scan in and lets go of those that are older than a minute. */
  public void add(Scan scan) {
    scans.addLast(scan);
    while (scans.size() > MAX_SCANS
        || scan.monotonicNanos() - scans.getFirst().monotonicNanos() > REACH.toNanos()) {
      scans.removeFirst();
    }
  }

  /**
   * How the wanted readings changed: each quantity of each component when it was first good and
   * when its value changed, oldest first, at most the latest {@link #MAX_TOLD}.
   */
  public List<Earlier> changes(Predicate<Reading> wanted) {
    record Key(Quantity quantity, String component) {}
    Map<Key, OptionalDouble> known = new HashMap<>();
    List<Earlier> changes = new ArrayList<>();
    for (Scan scan : scans) {
      for (Reading reading : scan.readings()) {
        if (reading.good() && wanted.test(reading)) {
          var key = new Key(reading.quantity(), reading.component());
          if (!reading.value().equals(known.put(key, reading.value()))) {
            changes.add(new Earlier(scan.wall(), reading));
          }
        }
      }
    }
    int surplus = Math.max(0, changes.size() - MAX_TOLD);
    return List.copyOf(changes.subList(surplus, changes.size()));
  }
}
