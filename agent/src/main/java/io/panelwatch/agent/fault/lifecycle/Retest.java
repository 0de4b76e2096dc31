package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A guided retest under way: whether a component that was repaired is well. Only what is read after
 * it has begun counts. Time is that of the scans, monotonic.
 */
final class Retest {

  /** No repair is tried out for longer, whatever the off-delay of its fault. */
  static final Duration LONGEST_WELL = Duration.ofSeconds(30);

  /** So many reads in a row must find it well. */
  static final int READS = 3;

  /** What cannot be read for so long cannot be retested. */
  static final Duration BLIND = Duration.ofSeconds(60);

  /** By then there is a result, or there is none to be had. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private final String faultId;
  private final Pair pair;
  private final Actor by;
  private final Duration needed;
  private final long beganNanos;
  private int reads;
  private OptionalLong wellNanos = OptionalLong.empty();
  private OptionalLong blindNanos = OptionalLong.empty();
  private Optional<RetestResult> result = Optional.empty();

  /**
   * @param offDelay of the fault: for as long it must be seen to be well, up to {@link
   *     #LONGEST_WELL}
   */
  Retest(String faultId, Pair pair, Duration offDelay, Actor by, long nowNanos) {
    this.faultId = faultId;
    this.pair = pair;
    this.by = by;
    needed = offDelay.compareTo(LONGEST_WELL) < 0 ? offDelay : LONGEST_WELL;
    beganNanos = nowNanos;
  }

  String faultId() {
    return faultId;
  }

  Pair pair() {
    return pair;
  }

  Actor by() {
    return by;
  }

  /** Takes one look in. */
  void look(Verdict verdict, Phase.Look look) {
    if (verdict == Verdict.NO_DATA) {
      beginAgain();
      blindNanos = blindNanos.isPresent() ? blindNanos : OptionalLong.of(look.nanos());
      return;
    }
    blindNanos = OptionalLong.empty();
    if (look.anew()) {
      read(verdict, look.nanos());
    }
  }

  private void read(Verdict verdict, long nanos) {
    switch (verdict) {
      case RAISE -> result = Optional.of(RetestResult.FAILED);
      case HOLD, NO_DATA -> beginAgain();
      case CLEAR -> {
        reads++;
        wellNanos = wellNanos.isPresent() ? wellNanos : OptionalLong.of(nanos);
        if (reads >= READS && nanos - wellNanos.getAsLong() >= needed.toNanos()) {
          result = Optional.of(RetestResult.PASSED);
        }
      }
    }
  }

  private void beginAgain() {
    reads = 0;
    wellNanos = OptionalLong.empty();
  }

  /** What it came to by then; empty while it goes on. */
  Optional<RetestResult> result(long nowNanos) {
    boolean blind = blindNanos.isPresent() && nowNanos - blindNanos.getAsLong() >= BLIND.toNanos();
    boolean late = nowNanos - beganNanos >= LONGEST.toNanos();
    return result.or(
        () -> (blind || late) ? Optional.of(RetestResult.INCONCLUSIVE) : Optional.empty());
  }
}
