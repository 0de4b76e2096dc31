package io.panelwatch.agent.report;

import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * What the broker has answered to reports, as far as it tells how reporting fares. A report stands
 * refused until it is accepted itself: others that are accepted around it prove nothing. One that
 * is given up, or that the backend has by other ways, does not stand any more. Not thread-safe.
 */
final class ReportAnswers {

  private final TreeSet<Long> refused = new TreeSet<>();
  private OptionalLong refusedNanos = OptionalLong.empty();
  private boolean any;

  /** A report was accepted. */
  void accepted(long seq) {
    any = true;
    refused.remove(seq);
  }

  /** A report was refused, at that monotonic time. */
  void refused(long seq, long nanos) {
    any = true;
    refused.add(seq);
    refusedNanos = OptionalLong.of(nanos);
  }

  /** The content of a report was given up. */
  void givenUp(long seq) {
    refused.remove(seq);
  }

  /** Reports before that one are no business of the broker any more. */
  void doneBefore(long seq) {
    refused.headSet(seq).clear();
  }

  /** Whether a report was answered at all. */
  boolean any() {
    return any;
  }

  /** Whether a report stands refused. */
  boolean standsRefused() {
    return !refused.isEmpty();
  }

  /** When a report was refused last, whether or not it still stands so. */
  OptionalLong refusedNanos() {
    return refusedNanos;
  }
}
