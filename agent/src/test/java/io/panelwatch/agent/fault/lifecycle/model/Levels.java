package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The levels of a subject, from the mildest on. */
final class Levels {

  private final Law law;
  private final List<Level> all = new ArrayList<>();

  /** Of which nothing was seen yet. */
  Levels(Law law, Clock clock) {
    this.law = law;
    for (int level = 0; level < law.levels(); level++) {
      all.add(new Level(law, clock));
    }
  }

  /** The agent looks. */
  void look(Sight sight) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).look(sight.at(i));
    }
  }

  /** The worst that holds; empty where this is no fault. */
  Optional<Severity> worst() {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).holds()) {
        return Optional.of(law.severities().get(i));
      }
    }
    return Optional.empty();
  }

  /** The one that would be confirmed first if all went on as it is, the worst of several. */
  Optional<Severity> pending() {
    OptionalLong first =
        all.stream().map(Level::pendingSince).flatMapToLong(OptionalLong::stream).min();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int level = all.size() - 1;
    while (!all.get(level).pendingSince().equals(first)) {
      level--;
    }
    return Optional.of(law.severities().get(level));
  }

  /** When what holds was first seen. */
  When first() {
    return all.getFirst().first();
  }

  /** It comes and goes too often. */
  void hold() {
    all.forEach(Level::hold);
  }

  /** Whether it was quiet for long enough since. */
  boolean isQuiet() {
    return all.getFirst().isQuiet();
  }

  /**
   * A start of the agent.
   *
   * @param known whether it knows that there is a fault as bad as that
   */
  void restart(Predicate<Severity> known) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).restart(known.test(law.severities().get(i)));
    }
  }
}
