package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.health.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a panel was found to have reset itself, as far back as a day. Immutable.
 *
 * <p>Time is monotonic, because the wall clock of a board without a battery steps by months when it
 * is first set.
 *
 * <p>Over a restart of the agent the fault memory tells how many there were, and when its latest
 * transition was, which is that of the last reset told or a later one; only the wall clock leads
 * there, and not into the future. All of them are then put at that time, because no more is known:
 * none of those told is forgotten before its day is over, and each may count for longer. The memory
 * lacks what was not told as a transition: once the fault is at its worst level that is what came
 * within an hour of the last transition, so the day may then end up to an hour early.
 *
 * @param counted the counter when it was last read
 * @param atNanos when resets were seen, monotonic, oldest first, at most {@link #MOST}
 * @param foundNanos when one was found last by this run of the agent, monotonic
 * @param before what the fault memory knew, until the first scan tells how long ago that is
 */
public record SelfResets(
    long counted, List<Long> atNanos, OptionalLong foundNanos, Optional<Before> before) {

  /** Nothing was seen. */
  public static final SelfResets NONE =
      new SelfResets(0, List.of(), OptionalLong.empty(), Optional.empty());

  /** How many are kept: far more than any limit asks for. */
  public static final int MOST = 100;

  private static final Duration DAY = Duration.ofDays(1);

  /**
   * What a fault of before a restart proves.
   *
   * @param last its latest transition
   * @param resets how many there were by then
   */
  public record Before(Instant last, int resets) {}

  public SelfResets {
    atNanos = List.copyOf(atNanos);
  }

  /** What an active DSP-704 of before a restart proves. */
  static SelfResets before(Fault fault) {
    int resets = (int) fault.limit().value().orElse(1);
    var known = new Before(fault.last(), resets);
    return new SelfResets(0, List.of(), OptionalLong.empty(), Optional.of(known));
  }

  /** With what a scan's counter adds; the same object where it adds nothing. */
  SelfResets with(long counter, Scan scan) {
    if (counter == counted && before.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(atNanos);
    before.ifPresent(known -> all.addAll(copies(known.resets(), monotonic(known.last(), scan))));
    all.addAll(copies(counter - counted, scan.monotonicNanos()));
    all.removeIf(at -> isOld(at, scan.monotonicNanos()));
    List<Long> kept = all.subList(Math.max(0, all.size() - MOST), all.size());
    OptionalLong found = counter > counted ? OptionalLong.of(scan.monotonicNanos()) : foundNanos;
    return new SelfResets(counter, kept, found, Optional.empty());
  }

  /** Whether that scan has found one. */
  boolean foundBy(Scan scan) {
    return foundNanos.equals(OptionalLong.of(scan.monotonicNanos()));
  }

  /** How many there were in the day before that monotonic time. */
  long lastDay(long nowNanos) {
    return atNanos.stream().filter(at -> !isOld(at, nowNanos)).count();
  }

  private static boolean isOld(long atNanos, long nowNanos) {
    return nowNanos - atNanos >= DAY.toNanos();
  }

  private static long monotonic(Instant wall, Scan scan) {
    Duration ago = Duration.between(wall, scan.wall());
    Duration bounded = ago.isNegative() ? Duration.ZERO : ago.compareTo(DAY) > 0 ? DAY : ago;
    return scan.monotonicNanos() - bounded.toNanos();
  }

  private static List<Long> copies(long count, long atNanos) {
    return Collections.nCopies(Math.clamp(count, 0, MOST), atNanos);
  }
}
