package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.FaultTransition.Kind;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Aside;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Became;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Episode;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Told;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** One subject: which of its levels hold, and the episode that they make. */
final class Alarm {

  /** One level: all that was seen of it, and whether the fault is there at this level. */
  private static final class Level {
    private final Course course;
    private boolean holds;

    /** When what holds was first seen. */
    private OptionalLong first = OptionalLong.empty();

    Level(Law law) {
      this.course = new Course(law);
    }

    OptionalLong pendingSince() {
      return holds ? OptionalLong.empty() : course.firstSeen();
    }
  }

  /** What became of something that somebody did. */
  record Done(Became became, List<Told> told) {
    static final Done ALREADY = new Done(Became.ALREADY, List.of());
    static final Done REFUSED = new Done(Became.REFUSED, List.of());

    static Done of(List<Told> told) {
      return new Done(Became.DONE, told);
    }
  }

  private static final Aside OUT_OF_SERVICE = new Aside(Optional.empty());
  private static final int SHORTEST_SHELF = 60;
  private static final int LONGEST_SHELF = 24 * 3600;

  private final Changes changes = new Changes();
  private final Subject subject;
  private final Supplier<String> faultIds;
  private final List<Level> levels = new ArrayList<>();
  private Optional<Episode> episode = Optional.empty();
  private Optional<Aside> aside = Optional.empty();

  Alarm(Subject subject, Supplier<String> faultIds) {
    this.subject = subject;
    this.faultIds = faultIds;
    for (int level = 0; level < law().levels(); level++) {
      levels.add(new Level(law()));
    }
  }

  Subject subject() {
    return subject;
  }

  Law law() {
    return subject.law();
  }

  Optional<Episode> episode() {
    return episode;
  }

  /**
   * The agent looks.
   *
   * @param cause the active fault whose symptom this would be
   * @param work the visit that is open
   * @param active the faults that are there by now
   */
  List<Told> look(
      long now, Sight sight, Optional<String> cause, Optional<AtWork> work, Set<String> active) {
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      level.course.add(now, sight.at(i));
      if (!level.holds && level.course.isConfirmed()) {
        level.holds = true;
        level.first = level.course.firstSeen();
      } else if (level.holds && level.course.isGone()) {
        level.holds = false;
      }
    }
    aside = aside.filter(it -> it.until().isEmpty() || it.until().get() > now);
    Optional<AtWork> begun = work.filter(at -> episode.map(at::began).orElse(true));
    Optional<String> because = cause.or(() -> begun.map(at -> at.cause(active)));
    return episode.isEmpty()
        ? begin(now, because, work.map(AtWork::visit))
        : goOn(now, episode.get(), because, work.flatMap(at -> at.of(episode.get())));
  }

  private List<Told> begin(long now, Optional<String> cause, Optional<String> visit) {
    OptionalInt worst = worstThatHolds();
    if (worst.isEmpty() || outOfService()) {
      return List.of();
    }
    Told raised = raise(worst.getAsInt(), cause, visit);
    return changes.isOneTooMany(now) ? List.of(raised, hold(raised.episode())) : List.of(raised);
  }

  private List<Told> goOn(
      long now, Episode before, Optional<String> cause, Optional<String> visit) {
    boolean restless = before.flapping() && !levels.getFirst().course.isQuiet();
    boolean waits = waits(before, restless);
    Episode after =
        before.under(cause).in(visit).aside(aside).latched(waits).at(severity(before, restless));
    if (before.latched() != waits && !before.flapping() && changes.isOneTooMany(now)) {
      return List.of(hold(after));
    }
    if (worstThatHolds().isPresent() || waits || restless) {
      return update(before, after.flapping(restless));
    }
    return changes.isOneTooMany(now) && !before.flapping()
        ? List.of(hold(after))
        : List.of(clear(before.flapping(false)));
  }

  /** Whether the acknowledgement is missing. While it flaps it is, once it was. */
  private boolean waits(Episode before, boolean restless) {
    return law().latched()
        && !before.acknowledged()
        && (worstThatHolds().isEmpty() || (restless && before.latched()));
  }

  /** As bad as the worst level that holds; what flaps becomes worse, and not better. */
  private Severity severity(Episode before, boolean restless) {
    OptionalInt worst = worstThatHolds();
    if (worst.isEmpty()) {
      return before.severity();
    }
    Severity severity = severity(worst.getAsInt());
    boolean better = severity.compareTo(before.severity()) > 0;
    return restless && better ? before.severity() : severity;
  }

  /** Somebody does something about the subject. */
  Done act(Event.Act act, long now) {
    return switch (act) {
      case Event.Acknowledge _ -> episode.map(this::acknowledge).orElse(Done.REFUSED);
      case Event.Shelve(Subject _, int seconds) ->
          seconds < SHORTEST_SHELF || seconds > LONGEST_SHELF
              ? Done.REFUSED
              : putAside(new Aside(Optional.of(now + seconds)));
      case Event.TakeOut _ -> putAside(OUT_OF_SERVICE);
      case Event.Unshelve _ -> aside.isPresent() && !outOfService() ? putBack() : Done.ALREADY;
      case Event.PutBack _ -> outOfService() ? putBack() : Done.ALREADY;
      case Event.SignOff _ -> episode.map(this::signOff).orElse(Done.REFUSED);
      case Event.OpenVisit _, Event.CloseVisit _ ->
          throw new IllegalArgumentException(act + " is about the board");
    };
  }

  /** One that waited for that is over. */
  private Done acknowledge(Episode before) {
    if (before.acknowledged()) {
      return Done.ALREADY;
    }
    Told told = tell(Kind.ACKNOWLEDGED, before.acknowledged(true).latched(false));
    if (!before.latched() || before.flapping()) {
      return Done.of(List.of(told));
    }
    return Done.of(List.of(told, clear(told.episode())));
  }

  /** As if it were acknowledged; once, unless it became worse since. */
  private Done signOff(Episode before) {
    if (before.signedOff() && before.acknowledged()) {
      return Done.ALREADY;
    }
    Told told = tell(Kind.RESOLVED, before.acknowledged(true).latched(false).signOff());
    return before.latched() && !before.flapping()
        ? Done.of(List.of(told, clear(told.episode())))
        : Done.of(List.of(told));
  }

  /** It takes a fault to ask for it. What is out of service stays so until it is put back. */
  private Done putAside(Aside so) {
    if (episode.isEmpty()) {
      return Done.REFUSED;
    }
    if (outOfService()) {
      return Done.ALREADY;
    }
    aside = Optional.of(so);
    return Done.of(List.of(tell(Kind.SHELVED, episode.get().aside(aside))));
  }

  private Done putBack() {
    aside = Optional.empty();
    return Done.of(
        episode.stream().map(before -> tell(Kind.UPDATED, before.aside(aside))).toList());
  }

  private boolean outOfService() {
    return aside.equals(Optional.of(OUT_OF_SERVICE));
  }

  /** The agent has ended and is back: it knows the faults, and nothing of what it saw. */
  void restart() {
    changes.forget();
    for (int i = 0; i < levels.size(); i++) {
      int level = i;
      levels.get(i).course.restart();
      levels.get(i).holds =
          episode
              .filter(of -> !of.latched() && of.severity().compareTo(severity(level)) <= 0)
              .isPresent();
    }
  }

  /** What would be a fault if it went on as it is: the level that would be confirmed first. */
  Optional<Waiting> waiting() {
    OptionalLong first =
        levels.stream().map(Level::pendingSince).flatMapToLong(OptionalLong::stream).min();
    if (episode.isPresent() || first.isEmpty()) {
      return Optional.empty();
    }
    int level = levels.size() - 1;
    while (!levels.get(level).pendingSince().equals(first)) {
      level--;
    }
    return Optional.of(new Waiting(subject, severity(level)));
  }

  private Told raise(int level, Optional<String> cause, Optional<String> visit) {
    var raised =
        new Episode(
            faultIds.get(),
            1,
            subject,
            severity(level),
            levels.getFirst().first.orElseThrow(),
            true,
            cause,
            false,
            false,
            false,
            aside,
            visit,
            false);
    episode = Optional.of(raised);
    return new Told(Kind.RAISED, raised);
  }

  /** One transition for all that has changed, and none where nothing has. */
  private List<Told> update(Episode before, Episode after) {
    if (after.equals(before)) {
      return List.of();
    }
    boolean worse = after.severity().compareTo(before.severity()) < 0;
    return List.of(tell(Kind.UPDATED, after.acknowledged(before.acknowledged() && !worse)));
  }

  private Told tell(Kind kind, Episode changed) {
    episode = Optional.of(changed.next());
    return new Told(kind, changed.next());
  }

  /** It comes and goes too often. */
  private Told hold(Episode before) {
    levels.forEach(level -> level.course.hold());
    return tell(Kind.UPDATED, before.flapping(true));
  }

  private Told clear(Episode before) {
    episode = Optional.empty();
    return new Told(Kind.CLEARED, before.ended().next());
  }

  private OptionalInt worstThatHolds() {
    for (int i = levels.size() - 1; i >= 0; i--) {
      if (levels.get(i).holds) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private Severity severity(int level) {
    return law().severities().get(level);
  }
}
