package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Whether a code on a component comes and goes too often to be told each time. It is held active
 * then, until it was quiet for long enough. Time is that of the scans, monotonic.
 */
final class Flapping {

  /** As often may it come or go within {@link #WINDOW}; once more, and it flaps. */
  static final int MOST_CHANGES = 5;

  static final Duration WINDOW = Duration.ofMinutes(10);

  /** For how long it must be seen to be well. */
  static final Duration QUIET = Duration.ofMinutes(30);

  private final Deque<Long> changes = new ArrayDeque<>();
  private boolean held;
  private Duration quiet = Duration.ZERO;
  private OptionalLong wellNanos = OptionalLong.empty();

  /** One that was held before a restart, and quiet for so long by then. */
  static Flapping resumed(Duration quiet) {
    var flapping = new Flapping();
    flapping.hold();
    flapping.quiet = quiet;
    return flapping;
  }

  /** It comes or goes: if that is once too often, it is held from now on. */
  void changes(long nanos) {
    forget(nanos);
    changes.addLast(nanos);
    if (changes.size() > MOST_CHANGES) {
      hold();
    }
  }

  private void hold() {
    held = true;
    quiet = Duration.ZERO;
    changes.clear();
  }

  /**
   * Takes one look in. The time between two looks is quiet where both see it well; one that sees it
   * neither well nor ill counts for nothing.
   */
  void look(Verdict verdict, long nanos) {
    if (verdict == Verdict.RAISE) {
      quiet = Duration.ZERO;
    } else if (held && verdict == Verdict.CLEAR && wellNanos.isPresent()) {
      quiet = quiet.plusNanos(nanos - wellNanos.getAsLong());
    }
    wellNanos = verdict == Verdict.CLEAR ? OptionalLong.of(nanos) : OptionalLong.empty();
    held = held && quiet.compareTo(QUIET) < 0;
  }

  boolean held() {
    return held;
  }

  /** For how long it was quiet while it is held. */
  Duration quiet() {
    return held ? quiet : Duration.ZERO;
  }

  /** Whether it may be forgotten: what comes next is as if it were the first. */
  boolean idle(long nanos) {
    forget(nanos);
    return !held && changes.isEmpty();
  }

  private void forget(long nanos) {
    while (!changes.isEmpty() && nanos - changes.getFirst() >= WINDOW.toNanos()) {
      changes.removeFirst();
    }
  }
}
