package io.panelwatch.agent.fault.lifecycle.model;

import java.util.OptionalLong;

/**
 * One level of a subject: all that was seen of it, and whether the fault is there at this level.
 */
final class Level {

  private final Course course;
  private final Clock clock;
  private boolean holds;

  /** When what holds was first seen. */
  private OptionalLong first = OptionalLong.empty();

  Level(Law law, Clock clock) {
    course = new Course(law);
    this.clock = clock;
  }

  /** The agent looks, and that is what is seen. */
  void look(Sight.Is is) {
    course.add(clock.second(), is);
    if (!holds && course.isConfirmed()) {
      holds = true;
      first = course.firstSeen();
    } else if (holds && course.isGone()) {
      holds = false;
    }
  }

  /** A start of the agent, which knows no more than whether there was a fault at this level. */
  void restart(boolean known) {
    course.restart();
    holds = known;
  }

  boolean holds() {
    return holds;
  }

  /** When what holds was first seen, as it is told. */
  When first() {
    return clock.at(first.orElseThrow());
  }

  OptionalLong pendingSince() {
    return holds ? OptionalLong.empty() : course.firstSeen();
  }

  void hold() {
    course.hold();
  }

  boolean isQuiet() {
    return course.isQuiet();
  }
}
