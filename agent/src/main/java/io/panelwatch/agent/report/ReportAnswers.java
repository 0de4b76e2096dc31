package io.panelwatch.agent.report;

import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * What the broker has answered to reports, as far as it tells how reporting fares. A report stands
 * refused until it is accepted itself: others that are accepted around it prove nothing. One that
 * is given up, or that the backend has by other ways, does not stand any more. Not thread-safe.
 */
final class ReportAnswers {

  private final TreeSet<RowPlace> refused = new TreeSet<>();
  private OptionalLong refusedNanos = OptionalLong.empty();
  private boolean any;

  /** A report was accepted. */
  void accepted(RowPlace place) {
    any = true;
    refused.remove(place);
  }

  /** A report was refused, at that monotonic time. */
  void refused(RowPlace place, long nanos) {
    any = true;
    refused.add(place);
    refusedNanos = OptionalLong.of(nanos);
  }

  /** The content of a report was given up. */
  void givenUp(RowPlace place) {
    refused.remove(place);
  }

  /** The backend has the reports of that epoch up to this one. */
  void done(RowPlace last) {
    refused.subSet(new RowPlace(last.epoch(), 0), true, last, true).clear();
  }

  /** No report stands at its place any more. */
  void allDone() {
    refused.clear();
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
