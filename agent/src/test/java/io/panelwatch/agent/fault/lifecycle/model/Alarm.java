package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.FaultTransition.Kind;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Told;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Waiting;
import io.panelwatch.agent.fault.lifecycle.model.Episode.Aside;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One subject: which of its levels hold, and the episode that they make. */
final class Alarm {

  private static final int SHORTEST_SHELF = 60;
  private static final int LONGEST_SHELF = 24 * 3600;

  private final Changes changes = new Changes();
  private final Subject subject;
  private final Supplier<String> faultIds;
  private final Clock clock;
  private final Memory memory;
  private Levels levels;

  /** That is active, or was. */
  private Optional<Episode> latest = Optional.empty();

  private Optional<Aside> aside = Optional.empty();

  Alarm(Subject subject, Supplier<String> faultIds, Clock clock) {
    this.subject = subject;
    this.faultIds = faultIds;
    this.clock = clock;
    memory = new Memory(subject);
    levels = new Levels(law(), clock);
  }

  Subject subject() {
    return subject;
  }

  Law law() {
    return subject.law();
  }

  /** The one that is active. */
  Optional<Episode> episode() {
    return latest.filter(Episode::active);
  }

  Optional<Episode> latest() {
    return latest;
  }

  Optional<Remembered> remembered() {
    return memory.remembered();
  }

  /**
   * The agent looks.
   *
   * @param cause the active fault whose symptom this would be
   * @param work the visit that is open
   * @param active the faults that are there by now
   */
  List<Told> look(Sight sight, Optional<String> cause, Optional<AtWork> work, Set<String> active) {
    levels.look(sight);
    memory.hear(clock.now(), tells(sight));
    aside = aside.filter(it -> !it.isOver(clock.now()));
    Optional<AtWork> begun =
        work.filter(at -> episode().map(at::began).orElseGet(() -> at.concerns(subject)));
    Optional<String> because = cause.or(() -> begun.map(at -> at.cause(subject, active)));
    List<Told> told =
        episode().isEmpty()
            ? begin(because, begun.map(AtWork::visit))
            : goOn(episode().get(), because, work, sight.isSeen());
    memory.look(clock.now(), isWell(sight), episode().isPresent());
    return told;
  }

  private boolean isWell(Sight sight) {
    return IntStream.range(0, law().levels()).allMatch(level -> sight.at(level) == Sight.Is.GONE);
  }

  /** What is there is known by one level; that nothing is, by all of them. */
  private boolean tells(Sight sight) {
    return sight.isSeen()
        || IntStream.range(0, law().levels())
            .noneMatch(level -> sight.at(level) == Sight.Is.UNREADABLE);
  }

  private List<Told> begin(Optional<String> cause, Optional<String> visit) {
    Optional<Severity> worst = levels.worst();
    if (worst.isEmpty() || outOfService()) {
      return List.of();
    }
    Told raised = raise(worst.get(), cause, visit);
    return changes.isOneTooMany(clock.second())
        ? List.of(raised, hold(raised.episode()))
        : List.of(raised);
  }

  private List<Told> goOn(
      Episode before, Optional<String> cause, Optional<AtWork> work, boolean seen) {
    boolean restless = before.flapping() && !levels.isQuiet();
    boolean waits = waits(before, restless);
    Episode held = seen && before.verified() ? before.relapsed() : before;
    Episode after =
        held.under(cause)
            .in(work.flatMap(at -> at.of(before)))
            .underHands(work.filter(at -> at.began(before)).isPresent())
            .aside(aside)
            .latched(waits)
            .at(severity(before, restless));
    if (before.latched() != waits && !before.flapping() && changes.isOneTooMany(clock.second())) {
      return List.of(hold(after));
    }
    if (levels.worst().isPresent() || waits || restless) {
      return update(before, after.flapping(restless));
    }
    return changes.isOneTooMany(clock.second()) && !before.flapping()
        ? List.of(hold(after))
        : List.of(clear(before.flapping(false)));
  }

  /** Whether the acknowledgement is missing. While it flaps it is, once it was. */
  private boolean waits(Episode before, boolean restless) {
    return law().latched()
        && !before.acknowledged()
        && (levels.worst().isEmpty() || (restless && before.latched()));
  }

  /** As bad as the worst level that holds; what flaps becomes worse, and not better. */
  private Severity severity(Episode before, boolean restless) {
    Severity severity = levels.worst().orElse(before.severity());
    boolean better = severity.compareTo(before.severity()) > 0;
    return restless && better ? before.severity() : severity;
  }

  /** Somebody does something about the subject. */
  Done act(Event.Act act) {
    return switch (act) {
      case Event.Acknowledge _ -> episode().map(this::acknowledge).orElse(Done.REFUSED);
      case Event.Shelve(Subject _, int seconds) ->
          seconds < SHORTEST_SHELF || seconds > LONGEST_SHELF
              ? Done.REFUSED
              : putAside(Optional.of(seconds));
      case Event.TakeOut _ -> putAside(Optional.empty());
      case Event.Unshelve _ -> aside.isPresent() && !outOfService() ? putBack() : Done.ALREADY;
      case Event.PutBack _ -> outOfService() ? putBack() : Done.ALREADY;
      case Event.OpenVisit _,
          Event.CloseVisit _,
          Event.Retest _,
          Event.SignOff _,
          Event.BeginDrill _,
          Event.AcknowledgeDrill _,
          Event.EndDrills _ ->
          throw new IllegalArgumentException(act + " is not about the fault alone");
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

  /** As if it were acknowledged; once, unless it became worse or was seen again since. */
  Done signOff(Event.SignOff said, boolean passed) {
    if (latest.isEmpty()) {
      return Done.REFUSED;
    }
    Episode before = latest.get();
    boolean verified = passed || before.verified();
    Repair how = said.repair(verified);
    if (before.repair().equals(Optional.of(how)) && before.acknowledged()) {
      return Done.ALREADY;
    }
    Told told = tell(Kind.RESOLVED, before.acknowledged(true).latched(false).repaired(how));
    return before.latched() && !before.flapping() && !how.removed()
        ? Done.of(List.of(told, clear(told.episode())))
        : Done.of(List.of(told));
  }

  /** It was taken away for good, and all that was seen of it is forgotten. */
  List<Told> takenAway() {
    levels = new Levels(law(), clock);
    changes.forget();
    return episode().stream().map(before -> clear(before.flapping(false).latched(false))).toList();
  }

  /** It takes a fault to ask for it. What is out of service stays so until it is put back. */
  private Done putAside(Optional<Integer> seconds) {
    if (episode().isEmpty()) {
      return Done.REFUSED;
    }
    if (outOfService()) {
      return Done.ALREADY;
    }
    aside = Optional.of(new Aside(clock.now(), seconds));
    return Done.of(List.of(tell(Kind.SHELVED, episode().get().aside(aside))));
  }

  private Done putBack() {
    aside = Optional.empty();
    return Done.of(
        episode().stream().map(before -> tell(Kind.UPDATED, before.aside(aside))).toList());
  }

  private boolean outOfService() {
    return aside.filter(Aside::isOutOfService).isPresent();
  }

  /** The agent has ended and is back: it knows the faults, and nothing of what it saw. */
  void restart() {
    changes.forget();
    levels.restart(
        severity ->
            episode()
                .filter(of -> !of.latched() && of.severity().compareTo(severity) <= 0)
                .isPresent());
  }

  /** What would be a fault if it went on as it is: the level that would be confirmed first. */
  Optional<Waiting> waiting() {
    return levels
        .pending()
        .filter(_ -> episode().isEmpty())
        .map(severity -> new Waiting(subject, severity));
  }

  private Told raise(Severity severity, Optional<String> cause, Optional<String> visit) {
    var birth = memory.begins(faultIds.get(), levels.first(), clock.now());
    Episode raised =
        Episode.born(birth, clock.now(), severity)
            .under(cause)
            .aside(aside)
            .in(visit)
            .underHands(visit.isPresent());
    latest = Optional.of(raised);
    return new Told(Kind.RAISED, clock.now(), raised, memory.status(clock.now()));
  }

  /** One transition for all that has changed, and none where nothing has. */
  private List<Told> update(Episode before, Episode after) {
    if (after.equals(before)) {
      return List.of();
    }
    boolean worse = after.severity().compareTo(before.severity()) < 0;
    return List.of(tell(Kind.UPDATED, after.acknowledged(after.acknowledged() && !worse)));
  }

  private Told tell(Kind kind, Episode changed) {
    Episode next = changed.next(clock.now());
    latest = Optional.of(next);
    return new Told(kind, clock.now(), next, memory.status(clock.now()));
  }

  /** It comes and goes too often. */
  private Told hold(Episode before) {
    levels.hold();
    return tell(Kind.UPDATED, before.flapping(true));
  }

  private Told clear(Episode before) {
    return tell(Kind.CLEARED, before.ended());
  }
}
