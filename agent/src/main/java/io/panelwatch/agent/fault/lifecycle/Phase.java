package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;

/** Where one level of a condition stands; the drawing is on the package's front page. */
sealed interface Phase {

  /** Nothing to tell. */
  record Quiet() implements Phase {}

  /** Seen, and not for long enough. */
  record Pending(long sinceNanos) implements Phase {}

  /** A fault. */
  record Confirmed() implements Phase {}

  /** Still a fault, although the condition is gone since then. */
  record Clearing(long sinceNanos) implements Phase {}

  /** Whether this is a fault. */
  default boolean active() {
    return this instanceof Confirmed || this instanceof Clearing;
  }

  /** Where the level stands after a scan at that monotonic time. */
  default Phase after(Verdict verdict, long nanos, Criteria criteria) {
    return switch (this) {
      case Quiet() ->
          verdict == Verdict.RAISE ? confirmedOr(new Pending(nanos), nanos, criteria) : this;
      case Pending pending ->
          switch (verdict) {
            case RAISE -> confirmedOr(pending, nanos, criteria);
            case NO_DATA -> this;
            case HOLD, CLEAR -> new Quiet();
          };
      case Confirmed() ->
          verdict == Verdict.CLEAR ? quietOr(new Clearing(nanos), nanos, criteria) : this;
      case Clearing clearing ->
          verdict == Verdict.CLEAR ? quietOr(clearing, nanos, criteria) : new Confirmed();
    };
  }

  private static Phase confirmedOr(Pending pending, long nanos, Criteria criteria) {
    return over(pending.sinceNanos, nanos, criteria.onDelay()) ? new Confirmed() : pending;
  }

  private static Phase quietOr(Clearing clearing, long nanos, Criteria criteria) {
    return over(clearing.sinceNanos, nanos, criteria.offDelay()) ? new Quiet() : clearing;
  }

  private static boolean over(long sinceNanos, long nanos, Duration delay) {
    return nanos - sinceNanos >= delay.toNanos();
  }
}
