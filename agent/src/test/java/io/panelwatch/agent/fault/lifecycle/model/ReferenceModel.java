package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.lifecycle.model.Answer.Became;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Retested;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Told;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Waiting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the law of faults asks for, written as plainly as it can be and as slow as that may be. It
 * keeps the whole past and looks back over it, where the lifecycle keeps phases; the two share no
 * code.
 */
public final class ReferenceModel implements Machine {

  private static final int DAY = 24 * 3600;

  private final Map<Subject, Sight> world = new EnumMap<>(Subject.class);
  private final Map<Subject, Alarm> alarms = new EnumMap<>(Subject.class);
  private final Clock clock = new Clock();
  private final Drills drills = new Drills(this::nextFaultId);
  private Optional<AtWork> work = Optional.empty();
  private final Retests retests = new Retests();
  private final List<Retested> retested = new ArrayList<>();

  /** The places from which something was taken away for good. */
  private final Set<String> takenAway = new HashSet<>();

  /** As of the latest look. */
  private List<Waiting> pending = List.of();

  private int visits;
  private int born;

  /** A board on which all is well, and an agent that was just started for the first time. */
  public ReferenceModel() {
    for (Subject subject : Subject.values()) {
      world.put(subject, Sight.WELL);
      alarms.put(subject, new Alarm(subject, this::nextFaultId, clock));
    }
  }

  private String nextFaultId() {
    return "F" + ++born;
  }

  @Override
  public Answer after(Event event) {
    retested.clear();
    return switch (event) {
      case Event.Act act -> answer(act(act));
      case Event.Show(Subject subject, Sight sight) -> {
        world.put(subject, sight);
        yield answer(List.of());
      }
      case Event.SetClock(int ahead, boolean trusted) -> {
        clock.set(ahead, trusted);
        yield answer(List.of());
      }
      case Event.Restart(int seconds) -> {
        clock.pass(seconds);
        restart();
        yield answer(List.of());
      }
      case Event.Reboot(int seconds) -> {
        reboot(seconds);
        yield answer(List.of());
      }
      case Event.Look(int seconds) -> answer(look(seconds));
      case Event.Days(int days) -> answer(often(days, () -> look(DAY)));
      case Event.Boots(int boots) -> answer(often(boots, this::bootAndLook));
    };
  }

  private static List<Told> often(int times, Supplier<List<Told>> looks) {
    return IntStream.range(0, times).boxed().flatMap(_ -> looks.get().stream()).toList();
  }

  private List<Told> bootAndLook() {
    reboot(1);
    return look(60);
  }

  private void reboot(int seconds) {
    clock.reboot(seconds);
    restart();
  }

  /** To the agent, the end of the board is no other than its own. */
  private void restart() {
    alarms.values().forEach(Alarm::restart);
    pending = List.of();
    drills.restart();
    retests.restart(this::isKnown);
  }

  private Done act(Event.Act act) {
    return switch (act) {
      case Event.OpenVisit(Subject subject, boolean all) -> new Done(open(subject, all), List.of());
      case Event.CloseVisit _ -> {
        Became became = work.isPresent() ? Became.DONE : Became.REFUSED;
        work = Optional.empty();
        retests.close();
        yield new Done(became, List.of());
      }
      case Event.Retest(Subject subject) -> new Done(retest(subject), List.of());
      case Event.SignOff said -> signOff(said);
      case Event.BeginDrill(Subject subject, int seconds) ->
          drills.begin(subject, seconds, clock.now());
      case Event.AcknowledgeDrill(Subject subject) -> drills.acknowledge(subject, clock.now());
      case Event.EndDrills _ -> drills.end(clock.now());
      default -> alarm(act.subject()).act(act);
    };
  }

  /** One at a time; for a fault that is there, or for the whole board. */
  private Became open(Subject subject, boolean all) {
    String visit = "V" + ++visits;
    List<Episode> faults = all ? episodes() : alarm(subject).episode().stream().toList();
    if (work.isPresent() || (!all && faults.isEmpty())) {
      return Became.REFUSED;
    }
    work = Optional.of(new AtWork(visit, clock.now(), all, faults));
    return Became.DONE;
  }

  private Done signOff(Event.SignOff said) {
    Alarm alarm = alarm(said.subject());
    boolean passed = alarm.latest().map(Episode::faultId).filter(retests::passed).isPresent();
    Done done = alarm.signOff(said, passed);
    if (!said.removed() || done.became() != Became.DONE) {
      return done;
    }
    String place = said.subject().place();
    takenAway.add(place);
    var told = new ArrayList<>(done.told());
    alarms.values().stream()
        .filter(of -> of.subject().place().equals(place))
        .forEach(of -> told.addAll(of.takenAway()));
    return Done.of(told);
  }

  /** Of a fault that is there, or that the visit is for; one at a time. */
  private Became retest(Subject subject) {
    Optional<String> faultId = alarm(subject).latest().map(Episode::faultId);
    Optional<String> underWay = retests.underWay();
    if (underWay.isPresent()) {
      return underWay.equals(faultId) ? Became.ALREADY : Became.REFUSED;
    }
    if (work.isEmpty() || faultId.filter(this::isKnown).isEmpty()) {
      return Became.REFUSED;
    }
    retests.begin(faultId.get(), subject, clock.second());
    return Became.DONE;
  }

  private boolean isKnown(String faultId) {
    return active().contains(faultId) || isWorkedOn(faultId);
  }

  private boolean isWorkedOn(String faultId) {
    return work.filter(at -> at.isFor(faultId)).isPresent();
  }

  private Set<String> active() {
    return episodes().stream().map(Episode::faultId).collect(Collectors.toSet());
  }

  private List<Episode> episodes() {
    return alarms.values().stream().flatMap(alarm -> alarm.episode().stream()).toList();
  }

  private Answer answer(List<Told> told) {
    return answer(new Done(Became.NOTHING_DONE, told));
  }

  private Answer answer(Done done) {
    var active = new ArrayList<>(drills.active());
    active.addAll(episodes());
    return new Answer(
        done.became(),
        done.told(),
        List.copyOf(retested),
        work.map(AtWork::visit),
        active,
        pending,
        alarms.values().stream().flatMap(alarm -> alarm.remembered().stream()).toList());
  }

  private List<Told> look(int seconds) {
    clock.pass(seconds);
    clock.look();
    if (work.filter(at -> at.isForgotten(clock.now())).isPresent()) {
      work = Optional.empty();
      retests.close();
    }
    var told = new ArrayList<>(drills.look(clock.now()));
    for (Alarm alarm : alarms.values()) {
      Optional<String> cause =
          alarm.law().cause().flatMap(of -> alarm(of).episode()).map(Episode::faultId);
      Sight sight = sight(alarm.subject());
      retests.look(alarm.subject(), sight, clock.second());
      told.addAll(alarm.look(sight, cause, work, active()));
    }
    retested.addAll(retests.end(clock.second()));
    pending = alarms.values().stream().flatMap(alarm -> alarm.waiting().stream()).toList();
    return told;
  }

  /** What was taken away is not looked at before it is there again, and well. */
  private Sight sight(Subject subject) {
    Sight sight = Objects.requireNonNull(world.get(subject));
    if (sight.isThereAndWell()) {
      takenAway.remove(subject.place());
    }
    return takenAway.contains(subject.place()) ? Sight.UNKNOWN : sight;
  }

  private Alarm alarm(Subject subject) {
    return Objects.requireNonNull(alarms.get(subject));
  }
}
