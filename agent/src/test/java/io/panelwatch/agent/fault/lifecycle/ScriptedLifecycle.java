package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.model.Answer;
import io.panelwatch.agent.fault.lifecycle.model.Clock;
import io.panelwatch.agent.fault.lifecycle.model.Event;
import io.panelwatch.agent.fault.lifecycle.model.Machine;
import io.panelwatch.agent.fault.lifecycle.model.Sight;
import io.panelwatch.agent.fault.lifecycle.model.Subject;
import io.panelwatch.agent.fault.lifecycle.model.When;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.KeptInMemory;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
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
          IntStream.range(0, limits.of(code(), subject.component()).levels().size())
              .mapToObj(sight::at)
              .map(is -> new Finding.OfLevel(verdict(is), OptionalDouble.empty(), false))
              .toList();
      return List.of(
          new Finding(
              SensorFamily.FANS,
              subject.component(),
              levels,
              "/story",
              Optional.empty(),
              List.of()));
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

  private static final Actor BY = new Actor(Actor.Kind.SHELL, Event.SignOff.BY);

  /** No rule asks for it, but that a component is read says that it is there. */
  private static final List<Reading> THERE =
      Arrays.stream(Subject.values())
          .map(Subject::component)
          .distinct()
          .map(
              component ->
                  new Reading(
                      Quantity.FAN_RPM,
                      component,
                      OptionalDouble.of(1200),
                      Quality.GOOD,
                      0,
                      "/story"))
          .toList();

  private static final int DAY = 24 * 3600;

  /** What the monotonic clock shows when the board is switched on. */
  private static final Duration AT_BOOT = Duration.ofSeconds(7);

  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  private final Map<Subject, Sight> world = new EnumMap<>(Subject.class);
  private final Clock clock = new Clock();
  private final Keeping keeping;
  private Lifecycle lifecycle;
  private List<Fault> active = List.of();
  private List<PendingFault> pending = List.of();
  private Arrangements arrangements = Arrangements.NONE;
  private final Map<String, DtcEntry> memory = new HashMap<>();

  /** The latest fault of each code, as it is stored; it may be over. */
  private final Map<String, Fault> latest = new HashMap<>();

  /** In the latest look. */
  private List<Answer.Retested> retested = List.of();

  private int born;
  private int visits;

  /** One that goes on with what the store's own memory has. */
  ScriptedLifecycle() {
    this(new InMemory(new KeptInMemory()));
  }

  /** One that goes on with what is kept there, where nothing is kept yet. */
  ScriptedLifecycle(Keeping keeping) {
    this.keeping = keeping;
    Arrays.stream(Subject.values()).forEach(subject -> world.put(subject, Sight.WELL));
    lifecycle = started(keeping.afterRestart());
  }

  private record InMemory(KeptInMemory kept) implements Keeping {
    @Override
    public void keep(Batch batch) {
      kept.commit(batch);
    }

    @Override
    public Occurrence nextOccurrence(String code, String component, String bootId) {
      return kept.nextOccurrence(code, component, bootId);
    }

    @Override
    public Fault asRemembered(Fault fault) {
      return kept.asRemembered(fault);
    }

    @Override
    public Recollection afterRestart() {
      return kept.recollection();
    }
  }

  @Override
  public Answer after(Event event) {
    retested = List.of();
    return switch (event) {
      case Event.Show(Subject subject, Sight sight) -> {
        world.put(subject, sight);
        yield answer(Answer.Became.NOTHING_DONE, List.of());
      }
      case Event.SetClock(int ahead, boolean trusted) -> {
        clock.set(ahead, trusted);
        yield answer(Answer.Became.NOTHING_DONE, List.of());
      }
      case Event.Look(int seconds) -> answer(Answer.Became.NOTHING_DONE, look(seconds));
      case Event.Restart(int seconds) -> {
        clock.pass(seconds);
        yield answer(restart(), List.of());
      }
      case Event.Reboot(int seconds) -> {
        clock.reboot(seconds);
        yield answer(restart(), List.of());
      }
      case Event.Days(int days) -> inARow(days, () -> after(new Event.Look(DAY)));
      case Event.Boots(int boots) -> inARow(boots, this::bootAndLook);
      case Event.Act act -> {
        Outcome outcome = lifecycle.act(action(act), now());
        yield answer(became(outcome), told(outcome));
      }
    };
  }

  private Answer bootAndLook() {
    Answer booted = after(new Event.Reboot(1));
    Answer looked = after(new Event.Look(60));
    return booted.became() == Answer.Became.FORGOTTEN ? booted : looked;
  }

  /** All that is told meanwhile, and how it stands after that; at once where it goes wrong. */
  private static Answer inARow(int times, Supplier<Answer> next) {
    var told = new ArrayList<Answer.Told>();
    var retested = new ArrayList<Answer.Retested>();
    Answer last = next.get();
    told.addAll(last.told());
    retested.addAll(last.retested());
    for (int i = 1; i < times && last.became() != Answer.Became.FORGOTTEN; i++) {
      last = next.get();
      told.addAll(last.told());
      retested.addAll(last.retested());
    }
    return new Answer(
        last.became(), told, retested, last.visit(), last.active(), last.pending(), last.memory());
  }

  private Answer answer(Answer.Became became, List<FaultTransition> told) {
    return new Answer(
        became,
        told.stream().map(Answers::told).toList(),
        retested,
        lifecycle.visit().map(Visit::id),
        active.stream().map(Answers::episode).toList(),
        pending.stream().map(Answers::waiting).toList(),
        memory.values().stream().map(Answers::remembered).toList());
  }

  private List<FaultTransition> look(int seconds) {
    clock.pass(seconds);
    Judgement judgement = lifecycle.judge(scan());
    pending = judgement.pending();
    active = judgement.active();
    arrangements = judgement.arrangements().orElse(arrangements);
    retested = judgement.retested().stream().map(Answers::retested).toList();
    remember(judgement.transitions());
    judgement.memory().forEach(entry -> memory.put(entry.code(), entry));
    keeping.keep(
        new Batch(
            judgement.transitions(),
            judgement.checkpoints(),
            judgement.memory(),
            judgement.arrangements()));
    return judgement.transitions();
  }

  /** The next agent knows what is kept, and that is all that this one knew. */
  private Answer.Became restart() {
    Recollection kept = keeping.afterRestart();
    lifecycle = started(kept);
    pending = List.of();
    return isAllThatWasKnown(kept) ? Answer.Became.NOTHING_DONE : Answer.Became.FORGOTTEN;
  }

  /** In whichever order. */
  private boolean isAllThatWasKnown(Recollection kept) {
    return Set.copyOf(kept.episodes().stream().map(Resumed::fault).toList())
            .equals(Set.copyOf(active))
        && Set.copyOf(kept.memory()).equals(Set.copyOf(memory.values()))
        && Set.copyOf(kept.arrangements().shelves()).equals(Set.copyOf(arrangements.shelves()))
        && kept.arrangements().visit().equals(arrangements.visit())
        && Set.copyOf(kept.arrangements().retired()).equals(Set.copyOf(arrangements.retired()));
  }

  private Lifecycle started(Recollection kept) {
    List<Rule> rules =
        Arrays.stream(Subject.values()).<Rule>map(subject -> new Scripted(subject, world)).toList();
    String bootId = Answers.bootId(clock.now().boot());
    var started =
        new Lifecycle(
            rules,
            LIMITS,
            new Boot(bootId, AT_BOOT.toNanos()),
            () -> "F" + ++born,
            (code, component) -> keeping.nextOccurrence(code, component, bootId),
            faultId ->
                latest.values().stream()
                    .filter(of -> of.faultId().equals(faultId))
                    .findFirst()
                    .map(keeping::asRemembered));
    started.resume(kept);
    return started;
  }

  private Action action(Event.Act act) {
    String code = act.subject().code();
    String component = act.subject().component();
    String faultId = faultId(code, false);
    return switch (act) {
      case Event.Acknowledge _ -> new Action.Acknowledge(faultId, BY);
      case Event.Shelve shelve ->
          new Action.Shelve(faultId, Duration.ofSeconds(shelve.seconds()), BY);
      case Event.Unshelve _ -> new Action.Unshelve(code, component, BY);
      case Event.TakeOut _ -> new Action.TakeOut(faultId, BY);
      case Event.PutBack _ -> new Action.PutBack(code, component, BY);
      case Event.OpenVisit visit ->
          new Action.OpenVisit("V" + ++visits, visit.all() ? Set.of() : Set.of(faultId), BY);
      case Event.CloseVisit _ -> new Action.CloseVisit(BY);
      case Event.Retest _ -> new Action.Retest(latestFaultId(code), BY);
      case Event.SignOff(Subject _, String how, boolean removed) ->
          new Action.Resolve(latestFaultId(code), how, Event.SignOff.PART, removed, BY);
      case Event.BeginDrill drill ->
          new Action.BeginDrill(code, component, Duration.ofSeconds(drill.seconds()), BY);
      case Event.AcknowledgeDrill _ -> new Action.Acknowledge(faultId(code, true), BY);
      case Event.EndDrills _ -> new Action.EndDrill(BY);
    };
  }

  /** Of the active fault, or of the latest drill; of one that never was where there is none. */
  private String faultId(String code, boolean drill) {
    return active.stream()
        .filter(fault -> fault.code().equals(code) && fault.test() == drill)
        .map(Fault::faultId)
        .reduce((_, later) -> later)
        .orElse("F0");
  }

  /** Of a fault that is active or over; of one that never was where there was none. */
  private String latestFaultId(String code) {
    return Optional.ofNullable(latest.get(code)).map(Fault::faultId).orElse("F0");
  }

  private void remember(List<FaultTransition> told) {
    told.stream()
        .map(FaultTransition::fault)
        .filter(fault -> !fault.test())
        .forEach(fault -> latest.put(fault.code(), fault));
  }

  private List<FaultTransition> told(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done done)) {
      return List.of();
    }
    arrangements = done.arrangements().orElse(arrangements);
    remember(done.transitions());
    keeping.keep(new Batch(done.transitions(), List.of(), List.of(), done.arrangements()));
    for (FaultTransition transition : done.transitions()) {
      Fault fault = transition.fault();
      Stream<Fault> others = active.stream().filter(of -> !of.faultId().equals(fault.faultId()));
      active = Stream.concat(others, Stream.of(fault).filter(Fault::active)).toList();
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

  private Moment now() {
    When now = clock.now();
    return new Moment(
        Answers.START.plusSeconds(now.wall()),
        now.trusted(),
        AT_BOOT.plusSeconds(now.uptime()).toNanos());
  }

  private Scan scan() {
    Moment now = now();
    return new Scan(now.wall(), now.trusted(), now.monotonicNanos(), THERE);
  }
}
