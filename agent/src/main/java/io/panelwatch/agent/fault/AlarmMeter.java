package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts alarms as they are announced, by the monotonic clock: a wall clock that is set right would
 * make a day of them out of one that never was. Of more than {@value #MOST} in a day, which is a
 * flood from one end to the other, the oldest are forgotten. Not thread-safe.
 */
public final class AlarmMeter {

  /** How many alarms of a day are kept. */
  public static final int MOST = 10_000;

  /** For how long an alarm counts. */
  public static final Duration DAY = Duration.ofHours(24);

  private static final long DAY_NANOS = DAY.toNanos();
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long WINDOW_NANOS = 10 * MINUTE_NANOS;

  /** A flood begins with more than that in ten minutes (EEMUA 191; ISA-18.2, 16.5.4). */
  private static final int FLOOD_BEGINS_ABOVE = 10;

  /** And ends with fewer than that. */
  private static final int FLOOD_ENDS_BELOW = 5;

  /**
   * One that was announced.
   *
   * @param nanos when, by the monotonic clock; may be before its zero
   */
  public record Alarm(long nanos, Severity severity, String code, String component) {}

  private final ArrayDeque<Alarm> day = new ArrayDeque<>();

  /** Begins with what was announced before this program was started, the oldest first. */
  public AlarmMeter(Collection<Alarm> before) {
    before.forEach(this::add);
  }

  /**
   * Counts a transition if it calls somebody: an episode that begins and is no drill, no symptom of
   * another one, and not put aside.
   */
  public void take(FaultTransition transition, long nanos) {
    Fault fault = transition.fault();
    if (transition.kind() == FaultTransition.Kind.RAISED
        && !fault.test()
        && fault.suppressedBy().isEmpty()
        && fault.standing().shelf().isEmpty()) {
      add(new Alarm(nanos, fault.severity(), fault.code(), fault.component()));
    }
  }

  private void add(Alarm alarm) {
    if (day.size() == MOST) {
      day.removeFirst();
    }
    day.addLast(alarm);
  }

  /** The load of the day that ends now. */
  public AlarmLoad load(long nowNanos) {
    while (!day.isEmpty() && day.getFirst().nanos() <= nowNanos - DAY_NANOS) {
      day.removeFirst();
    }
    long[] at = day.stream().mapToLong(Alarm::nanos).toArray();
    Flood flood = flood(at, nowNanos);
    return new AlarmLoad(
        upTo(at, nowNanos),
        at.length,
        most(at),
        flood.now,
        flood.minutes,
        severities(),
        frequent());
  }

  private record Flood(boolean now, int minutes) {}

  /** Looks at each minute of the day, the oldest first. */
  private static Flood flood(long[] at, long nowNanos) {
    boolean flood = false;
    int minutes = 0;
    for (long end = nowNanos - DAY_NANOS + MINUTE_NANOS; end <= nowNanos; end += MINUTE_NANOS) {
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
  private static int upTo(long[] at, long endNanos) {
    return firstAfter(at, endNanos) - firstAfter(at, endNanos - WINDOW_NANOS);
  }

  private static int firstAfter(long[] at, long nanos) {
    int low = 0;
    int high = at.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at[middle] <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Map<Severity, Integer> severities() {
    return Arrays.stream(Severity.values())
        .collect(
            Collectors.toMap(
                Function.identity(),
                severity -> (int) day.stream().filter(one -> one.severity() == severity).count()));
  }

  /** Of several that began equally often the first by name, so that it stays the same one. */
  private Optional<AlarmLoad.Frequent> frequent() {
    return day.stream()
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
