package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Confirm;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

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
   * @param blindNanos since when it is not known whether it still holds
   */
  record Pending(long sinceNanos, int reads, List<Long> sightings, OptionalLong blindNanos)
      implements Phase {

    /** Before the first look that sees it. */
    static Pending beginning(long nanos, List<Long> sightings) {
      return new Pending(nanos, 0, sightings, OptionalLong.empty());
    }

    private Pending blind(long nanos) {
      return blindNanos.isPresent()
          ? this
          : new Pending(sinceNanos, reads, sightings, OptionalLong.of(nanos));
    }

    /** What was not seen for a whole on-delay may have been gone: that it held proves nothing. */
    private Pending sighted(long nanos, Duration onDelay) {
      boolean lost =
          blindNanos.isPresent()
              && !onDelay.isZero()
              && over(blindNanos.getAsLong(), nanos, onDelay);
      return lost ? beginning(nanos, sightings) : this;
    }
  }

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

  /**
   * A fault that was ending when the agent stopped; what the next scan sees says whether it goes on
   * with that.
   *
   * @param clean for how long the condition was gone by then
   */
  record Interrupted(Duration clean) implements Phase {}

  /** Still a fault, although the condition is gone for the off-delay: nobody has seen it. */
  record Latched() implements Phase {}

  /** Whether this is a fault. */
  default boolean active() {
    return switch (this) {
      case Quiet _, Pending _, Recurring _ -> false;
      case Confirmed _, Clearing _, Interrupted _, Latched _ -> true;
    };
  }

  /** For how long the condition of this fault is seen to be gone. */
  default Duration clean(long nanos) {
    return switch (this) {
      case Clearing(long sinceNanos, _) -> Duration.ofNanos(nanos - sinceNanos);
      case Interrupted(Duration before) -> before;
      case Quiet _, Pending _, Recurring _, Confirmed _, Latched _ -> Duration.ZERO;
    };
  }

  /**
   * One look at the board.
   *
   * @param nanos when, monotonic
   * @param anew whether what is judged was read for it; a scan may hold what an earlier one read,
   *     which is no further sighting
   */
  record Look(long nanos, boolean anew) {}

  /** Where the level stands after a scan. */
  default Phase after(Verdict verdict, Look look, Criteria criteria) {
    return switch (this) {
      case Quiet() ->
          verdict == Verdict.RAISE
              ? seen(Pending.beginning(look.nanos, List.of()), look, criteria)
              : this;
      case Pending pending ->
          switch (verdict) {
            case RAISE -> seen(pending.sighted(look.nanos, criteria.onDelay()), look, criteria);
            case NO_DATA -> pending.blind(look.nanos);
            case HOLD, CLEAR -> recurringOrQuiet(pending.sightings, look, criteria);
          };
      case Recurring(List<Long> sightings) ->
          verdict == Verdict.RAISE
              ? seen(Pending.beginning(look.nanos, sightings), look, criteria)
              : recurringOrQuiet(sightings, look, criteria);
      case Confirmed() ->
          verdict == Verdict.CLEAR ? gone(new Clearing(look.nanos, 0), look, criteria) : this;
      case Clearing clearing ->
          verdict == Verdict.CLEAR ? gone(clearing, look, criteria) : new Confirmed();
      case Interrupted(Duration clean) ->
          switch (verdict) {
            case CLEAR -> gone(new Clearing(look.nanos - clean.toNanos(), 0), look, criteria);
            case NO_DATA -> this;
            case RAISE, HOLD -> new Confirmed();
          };
      case Latched() -> verdict == Verdict.RAISE ? new Confirmed() : this;
    };
  }

  /**
   * Whether what is pending now has nothing in common with what was before: the countdown is
   * another one, and no sighting of then counts any more.
   */
  default boolean begunAnewSince(Phase before) {
    if (!(this instanceof Pending now)) {
      return false;
    }
    return switch (before) {
      case Pending earlier ->
          now.sinceNanos != earlier.sinceNanos
              && Collections.disjoint(now.sightings, earlier.sightings);
      case Recurring(List<Long> earlier) -> Collections.disjoint(now.sightings, earlier);
      case Quiet _ -> true;
      case Confirmed _, Clearing _, Interrupted _, Latched _ -> false;
    };
  }

  private static Phase seen(Pending before, Look look, Criteria criteria) {
    Confirm confirm = criteria.confirm();
    int reads = before.reads + (look.anew ? 1 : 0);
    List<Long> sightings =
        confirm.often().map(often -> also(before.sightings, look, often)).orElse(List.of());
    boolean lasting =
        over(before.sinceNanos, look.nanos, confirm.onDelay()) && reads >= confirm.reads();
    boolean recurring =
        confirm.often().map(often -> sightings.size() >= often.times()).orElse(false);
    return lasting || recurring
        ? new Confirmed()
        : new Pending(before.sinceNanos, reads, sightings, OptionalLong.empty());
  }

  private static Phase recurringOrQuiet(List<Long> sightings, Look look, Criteria criteria) {
    List<Long> recent =
        criteria
            .confirm()
            .often()
            .map(often -> within(sightings, look.nanos, often))
            .orElse(List.of());
    return recent.isEmpty() ? new Quiet() : new Recurring(recent);
  }

  private static Phase gone(Clearing before, Look look, Criteria criteria) {
    int reads = before.reads + (look.anew ? 1 : 0);
    boolean ended =
        over(before.sinceNanos, look.nanos, criteria.offDelay())
            && reads >= criteria.release().reads();
    return ended ? new Quiet() : new Clearing(before.sinceNanos, reads);
  }

  private static List<Long> also(List<Long> earlier, Look look, Confirm.MOfN often) {
    var all = new ArrayList<>(within(earlier, look.nanos, often));
    if (look.anew) {
      all.add(look.nanos);
    }
    return List.copyOf(all);
  }

  private static List<Long> within(List<Long> sightings, long nanos, Confirm.MOfN often) {
    return sightings.stream().filter(seen -> !over(seen, nanos, often.window())).toList();
  }

  private static boolean over(long sinceNanos, long nanos, Duration delay) {
    return nanos - sinceNanos >= delay.toNanos();
  }
}
