package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.lifecycle.model.Answer.Became;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Episode;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Told;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the law of faults asks for, written as plainly as it can be and as slow as that may be. It
 * keeps the whole past and looks back over it, where the lifecycle keeps phases; the two share no
 * code.
 */
public final class ReferenceModel implements Machine {

  private final Map<Subject, Sight> world = new EnumMap<>(Subject.class);
  private final Map<Subject, Alarm> alarms = new EnumMap<>(Subject.class);
  private Optional<AtWork> work = Optional.empty();
  private int visits;
  private long now;
  private int born;

  /** A board on which all is well, and an agent that was just started for the first time. */
  public ReferenceModel() {
    for (Subject subject : Subject.values()) {
      world.put(subject, Sight.WELL);
      alarms.put(subject, new Alarm(subject, () -> "F" + ++born));
    }
  }

  @Override
  public Answer after(Event event) {
    switch (event) {
      case Event.Show(Subject subject, Sight sight) -> world.put(subject, sight);
      case Event.Look(int seconds) -> {
        return answer(Became.NOTHING_DONE, look(seconds));
      }
      case Event.Restart(int seconds) -> {
        now += seconds;
        alarms.values().forEach(Alarm::restart);
      }
      case Event.OpenVisit(Subject subject, boolean all) -> {
        return answer(open(subject, all), List.of());
      }
      case Event.CloseVisit _ -> {
        Became became = work.isPresent() ? Became.DONE : Became.REFUSED;
        work = Optional.empty();
        return answer(became, List.of());
      }
      case Event.Act act -> {
        Alarm.Done done = alarm(act.subject()).act(act, now);
        return answer(done.became(), done.told());
      }
    }
    return answer(Became.NOTHING_DONE, List.of());
  }

  /** One at a time; for a fault that is there, or for the whole board. */
  private Became open(Subject subject, boolean all) {
    String visit = "V" + ++visits;
    List<String> faults =
        all
            ? List.copyOf(active())
            : alarm(subject).episode().map(Episode::faultId).stream().toList();
    if (work.isPresent() || (!all && faults.isEmpty())) {
      return Became.REFUSED;
    }
    work = Optional.of(new AtWork(visit, now, faults));
    return Became.DONE;
  }

  private Set<String> active() {
    return alarms.values().stream()
        .flatMap(alarm -> alarm.episode().stream())
        .map(Episode::faultId)
        .collect(Collectors.toSet());
  }

  private Answer answer(Became became, List<Told> told) {
    return new Answer(
        became,
        told,
        alarms.values().stream().flatMap(alarm -> alarm.episode().stream()).toList(),
        alarms.values().stream().flatMap(alarm -> alarm.waiting().stream()).toList());
  }

  private List<Told> look(int seconds) {
    now += seconds;
    work = work.filter(at -> !at.isForgotten(now));
    var told = new ArrayList<Told>();
    for (Alarm alarm : alarms.values()) {
      Optional<String> cause =
          alarm.law().cause().flatMap(of -> alarm(of).episode()).map(Episode::faultId);
      Sight sight = Objects.requireNonNull(world.get(alarm.subject()));
      told.addAll(alarm.look(now, sight, cause, work, active()));
    }
    return told;
  }

  private Alarm alarm(Subject subject) {
    return Objects.requireNonNull(alarms.get(subject));
  }
}
