package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.lifecycle.model.Answer;
import io.panelwatch.agent.fault.lifecycle.model.Event;
import io.panelwatch.agent.fault.lifecycle.model.Machine;
import io.panelwatch.agent.fault.lifecycle.model.Sight;
import io.panelwatch.agent.fault.lifecycle.model.Subject;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lifecycle with rules that find what a story shows. */
final class ScriptedLifecycle implements Machine {

  /** Finds of one subject what is shown of it. */
  private record Scripted(Subject subject, Map<Subject, Sight> world) implements Rule {

    @Override
    public String code() {
      return subject.code();
    }

    @Override
    public List<Finding> judge(Scan scan, Past past, Limits limits) {
      Sight sight = Objects.requireNonNull(world.get(subject));
      List<Finding.OfLevel> levels =
          IntStream.range(0, limits.of(code(), COMPONENT).levels().size())
              .mapToObj(sight::at)
              .map(is -> new Finding.OfLevel(verdict(is), OptionalDouble.empty(), false))
              .toList();
      return List.of(
          new Finding(SensorFamily.FANS, COMPONENT, levels, "/story", Optional.empty(), List.of()));
    }

    private static Verdict verdict(Sight.Is is) {
      return switch (is) {
        case THERE -> Verdict.RAISE;
        case IN_BETWEEN -> Verdict.HOLD;
        case GONE -> Verdict.CLEAR;
        case UNREADABLE -> Verdict.NO_DATA;
      };
    }
  }

  private static final String COMPONENT = "it";
  private static final Actor BY = new Actor(Actor.Kind.SHELL, "wang");
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  private final Map<Subject, Sight> world = new EnumMap<>(Subject.class);
  private final Map<String, Occurrence> episodes = new HashMap<>();
  private Lifecycle lifecycle;
  private List<Fault> active = List.of();
  private List<PendingFault> pending = List.of();
  private Arrangements arrangements = Arrangements.NONE;
  private final Map<String, Checkpoint> checkpoints = new HashMap<>();
  private long second;
  private int born;
  private int visits;

  ScriptedLifecycle() {
    Arrays.stream(Subject.values()).forEach(subject -> world.put(subject, Sight.WELL));
    this.lifecycle = started();
  }

  @Override
  public Answer after(Event event) {
    List<FaultTransition> told = List.of();
    var became = Answer.Became.NOTHING_DONE;
    switch (event) {
      case Event.Show(Subject subject, Sight sight) -> world.put(subject, sight);
      case Event.Look(int seconds) -> {
        second += seconds;
        Judgement judgement = lifecycle.judge(scan());
        told = judgement.transitions();
        pending = judgement.pending();
        active = judgement.active();
        arrangements = judgement.arrangements().orElse(arrangements);
        judgement.checkpoints().forEach(kept -> checkpoints.put(kept.faultId(), kept));
      }
      case Event.Restart(int seconds) -> {
        second += seconds;
        lifecycle = started();
        pending = List.of();
      }
      case Event.Act act -> {
        Outcome outcome = lifecycle.act(action(act), now());
        became = became(outcome);
        told = told(outcome);
      }
    }
    return new Answer(
        became,
        told.stream().map(ScriptedLifecycle::told).toList(),
        active.stream().map(ScriptedLifecycle::episode).toList(),
        pending.stream().map(ScriptedLifecycle::waiting).toList());
  }

  private Lifecycle started() {
    List<Rule> rules =
        Arrays.stream(Subject.values()).<Rule>map(subject -> new Scripted(subject, world)).toList();
    var started =
        new Lifecycle(
            rules,
            LIMITS,
            new Boot("boot-1", 0),
            () -> "F" + ++born,
            (code, component) ->
                episodes.merge(code, Occurrence.FIRST, (before, _) -> before.again()),
            _ -> Optional.empty());
    started.resume(
        new Recollection(active.stream().map(this::resumed).toList(), List.of(), arrangements));
    return started;
  }

  private Resumed resumed(Fault fault) {
    Checkpoint kept = checkpoints.get(fault.faultId());
    return kept == null ? Resumed.of(fault) : new Resumed(fault, kept.clean(), kept.quiet());
  }

  /** About the active fault of the subject, or about one that never was where there is none. */
  private Action action(Event.Act act) {
    String code = act.subject().code();
    String faultId =
        active.stream()
            .filter(fault -> fault.code().equals(code))
            .map(Fault::faultId)
            .findFirst()
            .orElse("F0");
    return switch (act) {
      case Event.Acknowledge _ -> new Action.Acknowledge(faultId, BY);
      case Event.Shelve shelve ->
          new Action.Shelve(faultId, Duration.ofSeconds(shelve.seconds()), BY);
      case Event.Unshelve _ -> new Action.Unshelve(code, COMPONENT, BY);
      case Event.TakeOut _ -> new Action.TakeOut(faultId, BY);
      case Event.PutBack _ -> new Action.PutBack(code, COMPONENT, BY);
      case Event.OpenVisit visit ->
          new Action.OpenVisit("V" + ++visits, visit.all() ? Set.of() : Set.of(faultId), BY);
      case Event.CloseVisit _ -> new Action.CloseVisit(BY);
      case Event.SignOff _ -> new Action.Resolve(faultId, "done", "", false, BY);
    };
  }

  private List<FaultTransition> told(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done done)) {
      return List.of();
    }
    arrangements = done.arrangements().orElse(arrangements);
    for (FaultTransition transition : done.transitions()) {
      active = active.stream().flatMap(fault -> after(fault, transition.fault())).toList();
    }
    return done.transitions();
  }

  private static Answer.Became became(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> Answer.Became.DONE;
      case Outcome.Already _ -> Answer.Became.ALREADY;
      case Outcome.Refused _ -> Answer.Became.REFUSED;
    };
  }

  private static Stream<Fault> after(Fault fault, Fault changed) {
    Fault now = fault.faultId().equals(changed.faultId()) ? changed : fault;
    return Stream.of(now).filter(Fault::active);
  }

  private Moment now() {
    return new Moment(START.plusSeconds(second), true, Duration.ofSeconds(second).toNanos());
  }

  private Scan scan() {
    return new Scan(
        START.plusSeconds(second), true, Duration.ofSeconds(second).toNanos(), List.of());
  }

  private static Answer.Told told(FaultTransition transition) {
    return new Answer.Told(transition.kind(), episode(transition.fault()));
  }

  private static Answer.Episode episode(Fault fault) {
    return new Answer.Episode(
        fault.faultId(),
        fault.rev(),
        subject(fault.code()),
        fault.severity(),
        Duration.between(START, fault.first()).toSeconds(),
        fault.active(),
        fault.suppressedBy(),
        fault.standing().acknowledged().isPresent(),
        fault.standing().latched(),
        fault.standing().flapping(),
        fault.standing().shelf().map(ScriptedLifecycle::aside),
        fault.standing().visit(),
        fault.standing().resolution().isPresent());
  }

  private static Answer.Aside aside(Shelf shelf) {
    return new Answer.Aside(shelf.until().map(until -> Duration.between(START, until).toSeconds()));
  }

  private static Answer.Waiting waiting(PendingFault pending) {
    return new Answer.Waiting(subject(pending.code()), pending.severity());
  }

  private static Subject subject(String code) {
    return Arrays.stream(Subject.values())
        .filter(subject -> subject.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
