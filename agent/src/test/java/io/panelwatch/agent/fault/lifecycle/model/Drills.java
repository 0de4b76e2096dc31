package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.FaultTransition.Kind;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Faults that are raised by hand, beside all that is real. */
final class Drills {

  private static final int MOST = 8;

  /** So many begin within an hour. */
  private static final int MOST_AN_HOUR = 12;

  /** Ten minutes. */
  private static final int LONGEST = 600;

  private record Drill(Episode episode, When begun, int seconds) {
    Subject subject() {
      return episode.birth().subject();
    }
  }

  private final Supplier<String> faultIds;
  private final List<Drill> drills = new ArrayList<>();
  private final List<When> begun = new ArrayList<>();

  /** Those of the agent before: nobody is trained by them any more. */
  private final List<Episode> left = new ArrayList<>();

  Drills(Supplier<String> faultIds) {
    this.faultIds = faultIds;
  }

  /** All that are not over. */
  List<Episode> active() {
    var active = new ArrayList<>(left);
    drills.forEach(drill -> active.add(drill.episode));
    return active;
  }

  /** One of a subject at a time, as bad as it can be, and from the very moment on. */
  Done begin(Subject subject, int seconds, When now) {
    if (seconds < 1 || seconds > LONGEST) {
      return Done.REFUSED;
    }
    if (of(subject).isPresent()) {
      return Done.ALREADY;
    }
    if (drills.size() >= MOST) {
      return Done.REFUSED;
    }
    begun.removeIf(at -> at.passed(3600, now));
    if (begun.size() >= MOST_AN_HOUR) {
      return Done.REFUSED;
    }
    begun.add(now);
    var birth = new Episode.Birth(faultIds.get(), subject, now, 1, 1, true);
    Episode episode = Episode.born(birth, now, subject.law().severities().getLast());
    drills.add(new Drill(episode, now, seconds));
    return Done.of(List.of(new Told(Kind.RAISED, now, episode, Status.OF_DRILL)));
  }

  Done acknowledge(Subject subject, When now) {
    Optional<Drill> drill = of(subject);
    if (drill.isEmpty()) {
      return Done.REFUSED;
    }
    Drill before = drill.get();
    if (before.episode.acknowledged()) {
      return Done.ALREADY;
    }
    Episode seen = before.episode.acknowledged(true).next(now);
    drills.set(drills.indexOf(before), new Drill(seen, before.begun, before.seconds));
    return Done.of(List.of(new Told(Kind.ACKNOWLEDGED, now, seen, Status.OF_DRILL)));
  }

  /** All of them are over. */
  Done end(When now) {
    List<Told> told = drills.stream().map(drill -> clear(drill.episode, now)).toList();
    drills.clear();
    return told.isEmpty() ? Done.ALREADY : Done.of(told);
  }

  /** The agent looks: some are over by their time, and those of an agent before are. */
  List<Told> look(When now) {
    List<Drill> over =
        drills.stream().filter(drill -> drill.begun.passed(drill.seconds, now)).toList();
    drills.removeAll(over);
    var told = new ArrayList<Told>();
    over.forEach(drill -> told.add(clear(drill.episode, now)));
    left.forEach(episode -> told.add(clear(episode, now)));
    left.clear();
    return told;
  }

  void restart() {
    drills.forEach(drill -> left.add(drill.episode));
    drills.clear();
    begun.clear();
  }

  private Optional<Drill> of(Subject subject) {
    return drills.stream().filter(drill -> drill.subject() == subject).findFirst();
  }

  private static Told clear(Episode before, When now) {
    return new Told(Kind.CLEARED, now, before.ended().next(now), Status.OF_DRILL);
  }
}
