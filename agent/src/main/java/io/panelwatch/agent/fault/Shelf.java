package io.panelwatch.agent.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One code on one component that somebody put aside, so that it asks for no attention and no
 * dispatch: for a time (shelved, in ISA-18.2 and OPC UA Part 9), or until somebody puts it back
 * (out of service). It is of the alarm and not of an episode: the next one is put aside as well.
 *
 * @param code which code
 * @param component on which component
 * @param since when it was put aside
 * @param time for how long from then on: 1 minute to 24 hours; empty while out of service
 * @param by who put it aside
 */
public record Shelf(String code, String component, Stamp since, Optional<Duration> time, Actor by) {

  /**
   * When it ends by the wall clock that {@code since} was stamped with; empty while out of service.
   * For people: what ends it is the time that has passed.
   */
  public Optional<Instant> until() {
    return time.map(since.wall()::plus);
  }

  /** Whether it lasts until somebody puts the component back. */
  public boolean isOutOfService() {
    return time.isEmpty();
  }

  /** Whether its time is over. */
  public boolean isOver(Stamp now) {
    return time.map(length -> since.passed(length, now)).orElse(false);
  }
}
