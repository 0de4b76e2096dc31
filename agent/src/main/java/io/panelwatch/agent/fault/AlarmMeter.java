package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts alarms by the board's uptime: a wall clock that is set right would make a day of them out
 * of one that never was. Of more than {@value #MOST} in a day, which is a flood from one end to the
 * other, the oldest are forgotten. Not thread-safe.
 *
 * <p>After a restart of the agent it goes on from what is kept, and comes to the same. So it does
 * after one of the board as far as the wall clock could be believed before, once it can be again:
 * of other alarms of an earlier boot nobody can say how long ago they were, and they do not count.
 */
public final class AlarmMeter {

  /** How many alarms of a day are kept. */
  public static final int MOST = 10_000;

  /** For how long an alarm counts. */
  public static final Duration DAY = Duration.ofHours(24);

  private static final long DAY_MILLIS = DAY.toMillis();
  private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final long WINDOW_MILLIS = 10 * MINUTE_MILLIS;

  /** A flood begins with more than that in ten minutes (EEMUA 191; ISA-18.2, 16.5.4). */
  private static final int FLOOD_BEGINS_ABOVE = 10;

  /** And ends with fewer than that. */
  private static final int FLOOD_ENDS_BELOW = 5;

  /**
   * An alarm where it belongs.
   *
   * @param uptimeMillis when, by the uptime of this boot; negative for what was before it
   */
  private record Placed(long uptimeMillis, Alarm alarm) {}

  private final ArrayDeque<Placed> day = new ArrayDeque<>();

  /** Of earlier boots, with a date; until the clock is believed nobody can say how long ago. */
  private List<Alarm> unplaced;

  /**
   * Begins with the alarms of before this program was started.
   *
   * @param before the oldest first
   * @param now a moment in the boot that all later ones are of as well
   */
  public AlarmMeter(Collection<Alarm> before, Stamp now) {
    before.stream()
        .filter(alarm -> isOfBoot(alarm, now))
        .sorted(Comparator.comparingLong(alarm -> alarm.at().uptimeMillis()))
        .forEach(this::take);
    List<Alarm> earlier =
        before.stream().filter(alarm -> !isOfBoot(alarm, now) && alarm.at().trusted()).toList();
    unplaced = List.copyOf(earlier.subList(Math.max(0, earlier.size() - MOST), earlier.size()));
    placeEarlier(now);
  }

  private static boolean isOfBoot(Alarm alarm, Stamp now) {
    return alarm.at().bootId().equals(now.bootId());
  }

  /** A board's clock is often set only after the agent has started. */
  private void placeEarlier(Stamp now) {
    if (unplaced.isEmpty() || !now.trusted()) {
      return;
    }
    Stream<Placed> earlier =
        unplaced.stream()
            .filter(alarm -> !alarm.at().wall().isAfter(now.wall()))
            .map(alarm -> placed(alarm, now));
    List<Placed> all =
        Stream.concat(earlier, day.stream())
            .sorted(Comparator.comparingLong(Placed::uptimeMillis))
            .toList();
    unplaced = List.of();
    day.clear();
    all.forEach(this::add);
  }

  private static Placed placed(Alarm alarm, Stamp now) {
    long agoMillis = Duration.between(alarm.at().wall(), now.wall()).toMillis();
    return new Placed(now.uptimeMillis() - agoMillis, alarm);
  }

  /** Counts one of this boot, which is no earlier than those before it. */
  public void take(Alarm alarm) {
    add(new Placed(alarm.at().uptimeMillis(), alarm));
  }

  private void add(Placed alarm) {
    if (day.size() == MOST) {
      day.removeFirst();
    }
    day.addLast(alarm);
  }

  /** The load of the day that ends now. */
  public AlarmLoad load(Stamp now) {
    placeEarlier(now);
    long nowMillis = now.uptimeMillis();
    while (!day.isEmpty() && day.getFirst().uptimeMillis() <= nowMillis - DAY_MILLIS) {
      day.removeFirst();
    }
    long[] at = day.stream().mapToLong(Placed::uptimeMillis).toArray();
    Flood flood = flood(at, nowMillis);
    return new AlarmLoad(
        upTo(at, nowMillis),
        at.length,
        most(at),
        flood.now,
        flood.minutes,
        severities(),
        frequent());
  }

  private record Flood(boolean now, int minutes) {}

  /** Looks at each minute of the day, the oldest first. */
  private static Flood flood(long[] at, long nowMillis) {
    boolean flood = false;
    int minutes = 0;
    for (long end = nowMillis - DAY_MILLIS + MINUTE_MILLIS;
        end <= nowMillis;
        end += MINUTE_MILLIS) {
      int began = upTo(at, end);
      flood = flood ? began >= FLOOD_ENDS_BELOW : began > FLOOD_BEGINS_ABOVE;
      minutes += flood ? 1 : 0;
    }
    return new Flood(flood, minutes);
  }

  /** The fullest ten minutes end with an alarm. */
  private static int most(long[] at) {
    return Arrays.stream(at).mapToInt(end -> upTo(at, end)).max().orElse(0);
  }

  /** How many began in the ten minutes that end then. */
  private static int upTo(long[] at, long endMillis) {
    return firstAfter(at, endMillis) - firstAfter(at, endMillis - WINDOW_MILLIS);
  }

  private static int firstAfter(long[] at, long millis) {
    int low = 0;
    int high = at.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at[middle] <= millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Stream<Alarm> alarms() {
    return day.stream().map(Placed::alarm);
  }

  private Map<Severity, Integer> severities() {
    return Arrays.stream(Severity.values())
        .collect(
            Collectors.toMap(
                Function.identity(),
                severity -> (int) alarms().filter(one -> one.severity() == severity).count()));
  }

  /** Of several that began equally often the first by name, so that it stays the same one. */
  private Optional<AlarmLoad.Frequent> frequent() {
    return alarms()
        .collect(
            Collectors.toMap(
                one -> new AlarmLoad.Frequent(one.code(), one.component(), 1),
                one -> 1,
                Integer::sum))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(
            entry ->
                new AlarmLoad.Frequent(
                    entry.getKey().code(), entry.getKey().component(), entry.getValue()))
        .max(
            Comparator.comparingInt(AlarmLoad.Frequent::times)
                .thenComparing(AlarmLoad.Frequent::code, Comparator.reverseOrder())
                .thenComparing(AlarmLoad.Frequent::component, Comparator.reverseOrder()));
  }
}
