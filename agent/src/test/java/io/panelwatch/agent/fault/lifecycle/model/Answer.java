package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What an event came to, on either side.
 *
 * @param became of what somebody wanted to do; {@code NOTHING_DONE} where nobody did anything
 * @param told the transitions, in their order
 * @param active every fault after it, in the order of the subjects
 * @param pending every condition that was seen and is no fault yet, in the same order
 */
public record Answer(Became became, List<Told> told, List<Episode> active, List<Waiting> pending) {

  /** What became of what somebody wanted to do. */
  public enum Became {
    NOTHING_DONE,
    DONE,
    /** It was so before. */
    ALREADY,
    REFUSED
  }

  /**
   * How the alarms of a subject are put aside.
   *
   * @param until which second; empty while it is out of service
   */
  public record Aside(Optional<Long> until) {}

  /** A transition, and the episode after it. */
  public record Told(FaultTransition.Kind kind, Episode episode) {}

  /**
   * An episode as far as it is compared.
   *
   * @param faultId F and a number: episodes are born in a certain order
   * @param first the second in which it was first seen
   * @param visit in which it is worked on, or in which it began
   * @param signedOff whether its repair is
   */
  public record Episode(
      String faultId,
      int rev,
      Subject subject,
      Severity severity,
      long first,
      boolean active,
      Optional<String> suppressedBy,
      boolean acknowledged,
      boolean latched,
      boolean flapping,
      Optional<Aside> aside,
      Optional<String> visit,
      boolean signedOff) {

    /** The same, one revision on. */
    Episode next() {
      return with(rev + 1, severity, active, suppressedBy, acknowledged, latched, flapping, aside);
    }

    Episode at(Severity other) {
      return with(rev, other, active, suppressedBy, acknowledged, latched, flapping, aside);
    }

    Episode under(Optional<String> cause) {
      return with(rev, severity, active, cause, acknowledged, latched, flapping, aside);
    }

    Episode acknowledged(boolean yes) {
      return with(rev, severity, active, suppressedBy, yes, latched, flapping, aside);
    }

    Episode latched(boolean yes) {
      return with(rev, severity, active, suppressedBy, acknowledged, yes, flapping, aside);
    }

    Episode flapping(boolean yes) {
      return with(rev, severity, active, suppressedBy, acknowledged, latched, yes, aside);
    }

    Episode aside(Optional<Aside> now) {
      return with(rev, severity, active, suppressedBy, acknowledged, latched, flapping, now);
    }

    Episode in(Optional<String> now) {
      return with(now, signedOff);
    }

    Episode signOff() {
      return with(visit, true);
    }

    private Episode with(Optional<String> visit, boolean signedOff) {
      return new Episode(
          faultId,
          rev,
          subject,
          severity,
          first,
          active,
          suppressedBy,
          acknowledged,
          latched,
          flapping,
          aside,
          visit,
          signedOff);
    }

    Episode ended() {
      return with(rev, severity, false, suppressedBy, acknowledged, latched, flapping, aside);
    }

    private Episode with(
        int rev,
        Severity severity,
        boolean active,
        Optional<String> suppressedBy,
        boolean acknowledged,
        boolean latched,
        boolean flapping,
        Optional<Aside> aside) {
      return new Episode(
          faultId,
          rev,
          subject,
          severity,
          first,
          active,
          suppressedBy,
          acknowledged,
          latched,
          flapping,
          aside,
          visit,
          signedOff);
    }
  }

  /** What was seen and is no fault yet. */
  public record Waiting(Subject subject, Severity severity) {}

  @Override
  public String toString() {
    return "%s%ntold %s%nactive %s%npending %s%n".formatted(became, told, active, pending);
  }
}
