package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Severity;
import java.util.Optional;

/**
 * An episode as far as it is compared.
 *
 * @param birth what it keeps from its beginning to its end
 * @param rev counts its transitions
 * @param last what the wall clock showed at the latest of them
 * @param signal its class of NAMUR NE 107
 * @param visit in which it is worked on, or in which it began
 * @param repair that was signed off
 */
public record Episode(
    Birth birth,
    int rev,
    long last,
    Severity severity,
    Ne107 signal,
    boolean active,
    Optional<String> suppressedBy,
    boolean acknowledged,
    boolean latched,
    boolean flapping,
    Optional<Aside> aside,
    Optional<String> visit,
    Optional<Repair> repair) {

  /**
   * What an episode is born with.
   *
   * @param faultId F and a number: episodes are born in a certain order
   * @param first when it was first seen
   * @param total which episode of the subject it is, from 1
   * @param thisBoot which of those that began in this boot
   * @param drill whether it was raised by hand
   */
  public record Birth(
      String faultId, Subject subject, When first, int total, int thisBoot, boolean drill) {}

  /**
   * How the alarms of a subject are put aside.
   *
   * @param seconds for how long; empty while it is out of service
   */
  public record Aside(When since, Optional<Integer> seconds) {

    boolean isOutOfService() {
      return seconds.isEmpty();
    }

    boolean isOver(When now) {
      return seconds.isPresent() && since.passed(seconds.get(), now);
    }
  }

  /** One that begins, and of which nothing is said yet. */
  static Episode born(Birth birth, When now, Severity severity) {
    return new Episode(
        birth,
        1,
        now.wall(),
        severity,
        birth.subject().law().signal(),
        true,
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Its name. */
  public String faultId() {
    return birth.faultId();
  }

  /** The same, one revision on. */
  Episode next(When now) {
    return with(rev + 1, now.wall(), severity, signal, active, visit, repair);
  }

  Episode at(Severity other) {
    return with(rev, last, other, signal, active, visit, repair);
  }

  Episode in(Optional<String> now) {
    return with(rev, last, severity, signal, active, now, repair);
  }

  /** Under the hands of a technician what begins may be no failure, but a part of the work. */
  Episode underHands(boolean yes) {
    Ne107 now = yes ? Ne107.FUNCTION_CHECK : birth.subject().law().signal();
    return with(rev, last, severity, now, active, visit, repair);
  }

  Episode repaired(Repair how) {
    return with(rev, last, severity, signal, active, visit, Optional.of(how));
  }

  /** Whether its repair was signed off as tried out. */
  boolean verified() {
    return repair.filter(Repair::verified).isPresent();
  }

  /** Seen again after that: nobody knows of it yet. */
  Episode relapsed() {
    return repaired(repair.orElseThrow().unverified()).acknowledged(false);
  }

  Episode ended() {
    return with(rev, last, severity, signal, false, visit, repair);
  }

  private Episode with(
      int rev,
      long last,
      Severity severity,
      Ne107 signal,
      boolean active,
      Optional<String> visit,
      Optional<Repair> repair) {
    return new Episode(
        birth,
        rev,
        last,
        severity,
        signal,
        active,
        suppressedBy,
        acknowledged,
        latched,
        flapping,
        aside,
        visit,
        repair);
  }

  Episode under(Optional<String> cause) {
    return with(cause, acknowledged, latched, flapping, aside);
  }

  Episode acknowledged(boolean yes) {
    return with(suppressedBy, yes, latched, flapping, aside);
  }

  Episode latched(boolean yes) {
    return with(suppressedBy, acknowledged, yes, flapping, aside);
  }

  Episode flapping(boolean yes) {
    return with(suppressedBy, acknowledged, latched, yes, aside);
  }

  Episode aside(Optional<Aside> now) {
    return with(suppressedBy, acknowledged, latched, flapping, now);
  }

  private Episode with(
      Optional<String> suppressedBy,
      boolean acknowledged,
      boolean latched,
      boolean flapping,
      Optional<Aside> aside) {
    return new Episode(
        birth,
        rev,
        last,
        severity,
        signal,
        active,
        suppressedBy,
        acknowledged,
        latched,
        flapping,
        aside,
        visit,
        repair);
  }
}
