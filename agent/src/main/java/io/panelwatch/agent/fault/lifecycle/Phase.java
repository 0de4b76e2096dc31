package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Confirm;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where one level of a condition stands; the drawing is on the package's front page. */
sealed interface Phase {

  /** Nothing to tell. */
  record Quiet() implements Phase {}

  /**
   * Seen, and not for long or often enough.
   *
   * @param sinceNanos since when it holds without a gap
   * @param reads how many reads in a row saw it
   * @param sightings the reads that saw it, where so many in a window are enough
   */
  record Pending(long sinceNanos, int reads, List<Long> sightings) implements Phase {}

  /** Seen and gone, and it may be seen often enough yet. */
  record Recurring(List<Long> sightings) implements Phase {}

  /** A fault. */
  record Confirmed() implements Phase {}

  /**
   * Still a fault, although the condition is gone.
   *
   * @param sinceNanos since when
   * @param reads how many reads in a row saw it gone
   */
  record Clearing(long sinceNanos, int reads) implements Phase {}

  /** Whether this is a fault. */
  default boolean active() {
    return this instanceof Confirmed || this instanceof Clearing;
  }

  /** Where the level stands after a scan at that monotonic time. */
  default Phase after(Verdict verdict, long nanos, Criteria criteria) {
    return switch (this) {
      case Quiet() -> verdict == Verdict.RAISE ? seen(List.of(), nanos, nanos, 1, criteria) : this;
      case Pending(long since, int reads, List<Long> sightings) ->
          switch (verdict) {
            case RAISE -> seen(sightings, since, nanos, reads + 1, criteria);
            case NO_DATA -> this;
            case HOLD, CLEAR -> recurringOrQuiet(sightings, nanos, criteria);
          };
      case Recurring(List<Long> sightings) ->
          verdict == Verdict.RAISE
              ? seen(sightings, nanos, nanos, 1, criteria)
              : recurringOrQuiet(sightings, nanos, criteria);
      case Confirmed() -> verdict == Verdict.CLEAR ? gone(nanos, nanos, 1, criteria) : this;
      case Clearing(long since, int reads) ->
          verdict == Verdict.CLEAR ? gone(since, nanos, reads + 1, criteria) : new Confirmed();
    };
  }

  private static Phase seen(
      List<Long> earlier, long sinceNanos, long nanos, int reads, Criteria criteria) {
    Confirm confirm = criteria.confirm();
    List<Long> sightings = confirm.often().map(of -> also(earlier, nanos, of)).orElse(List.of());
    boolean often = confirm.often().map(of -> sightings.size() >= of.times()).orElse(false);
    boolean lasting = over(sinceNanos, nanos, confirm.onDelay()) && reads >= confirm.reads();
    return often || lasting ? new Confirmed() : new Pending(sinceNanos, reads, sightings);
  }

  private static Phase recurringOrQuiet(List<Long> sightings, long nanos, Criteria criteria) {
    List<Long> recent =
        criteria.confirm().often().map(of -> within(sightings, nanos, of)).orElse(List.of());
    return recent.isEmpty() ? new Quiet() : new Recurring(recent);
  }

  private static Phase gone(long sinceNanos, long nanos, int reads, Criteria criteria) {
    boolean ended =
        over(sinceNanos, nanos, criteria.offDelay()) && reads >= criteria.release().reads();
    return ended ? new Quiet() : new Clearing(sinceNanos, reads);
  }

  private static List<Long> also(List<Long> earlier, long nanos, Confirm.MOfN often) {
    var all = new ArrayList<>(within(earlier, nanos, often));
    all.add(nanos);
    return List.copyOf(all);
  }

  private static List<Long> within(List<Long> sightings, long nanos, Confirm.MOfN often) {
    return sightings.stream().filter(seen -> !over(seen, nanos, often.window())).toList();
  }

  private static boolean over(long sinceNanos, long nanos, Duration delay) {
    return nanos - sinceNanos >= delay.toNanos();
  }
}
