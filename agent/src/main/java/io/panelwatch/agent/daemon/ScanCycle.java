package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.store.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinylog.Logger;

/**
 * One turn of the watch: a scan is judged, what changed is stored, and only then told. What a
 * person does with a fault goes the same way, in a turn of its own.
 *
 * <p>A store that takes its time is waited for: a fault and its report are stored before the fault
 * is shown or sent, and one that was shown and never stored would be another one after a restart.
 * What a storage refuses, the store holds in memory by itself. When nothing can be kept at all,
 * because a report cannot be written or there is no memory for it, the transitions stay here, in
 * order, and are offered again at the next turn before anything newer; the LCD shows the faults
 * meanwhile, because a person in front of a burning board must not wait for that. At most {@value
 * #MAX_UNSTORED} are kept: whole episodes that have begun and ended meanwhile are forgotten first.
 * Not thread-safe but for {@link #storeState}.
 */
final class ScanCycle {

  /** Each may hold a freeze frame, so that they are what this program's memory is bounded by. */
  static final int MAX_UNSTORED = 1_000;

  /** The first refusal is logged, then every twentieth: once a scan would bury the log. */
  private static final int LOG_EVERY = 20;

  /** Keeps transitions and their reports together. */
  interface Commit {
    /**
     * All of it or nothing.
     *
     * @throws RuntimeException when it cannot be kept; nothing was, as with an {@link Error}
     */
    void commit(Batch batch);
  }

  private final Function<Scan, Judgement> judge;
  private final Commit store;
  private final Runnable committed;
  private final Consumer<Event> events;
  private final List<FaultTransition> unstored = new ArrayList<>();

  /** Of these the latest of each is kept: the lifecycle gives them once. */
  private final Map<String, Checkpoint> unstoredCheckpoints = new LinkedHashMap<>();

  private final Map<List<String>, DtcEntry> unstoredMemory = new LinkedHashMap<>();
  private Optional<Arrangements> unstoredArrangements = Optional.empty();
  private final Map<String, InspectionRecord> unstoredInspections = new LinkedHashMap<>();
  private final List<AuditEntry> unstoredDeeds = new ArrayList<>();
  private Optional<Event.Judged> told = Optional.empty();
  private int refusals;
  private volatile StoreState storeState = StoreState.WRITABLE;

  /**
   * @param judge the lifecycle
   * @param store where transitions go first
   * @param committed told after each commit that has something to report, so that the reporter
   *     looks
   * @param events told last
   */
  ScanCycle(
      Function<Scan, Judgement> judge, Commit store, Runnable committed, Consumer<Event> events) {
    this.judge = judge;
    this.store = store;
    this.committed = committed;
    this.events = events;
  }

  /** The service visit that is open, as it was told last. */
  Optional<Visit> visit() {
    return told.flatMap(Event.Judged::visit);
  }

  /** How the store took what it was given last; may be asked from any thread. */
  StoreState storeState() {
    return storeState;
  }

  /**
   * Takes one scan all the way.
   *
   * @return whether everything that was judged up to it is stored
   */
  boolean take(Scan scan) {
    Judgement judgement = judge.apply(scan);
    unstored.addAll(judgement.transitions());
    judgement.retested().map(AuditEntry::of).ifPresent(unstoredDeeds::add);
    judgement.expired().map(AuditEntry::of).ifPresent(unstoredDeeds::add);
    store(judgement.checkpoints(), judgement.memory(), judgement.arrangements());
    tell(new Event.Judged(scan, judgement.active(), judgement.pending(), judgement.visit()));
    return unstored.isEmpty();
  }

  /**
   * Takes something that was done by a person all the way that a scan takes.
   *
   * @return whether everything up to it is stored
   */
  boolean take(Deed deed) {
    unstored.addAll(deed.done().transitions());
    deed.looked().ifPresent(looked -> unstoredInspections.put(looked.item(), looked));
    unstoredDeeds.addAll(deed.entries());
    store(List.of(), List.of(), deed.done().arrangements());
    told.map(before -> after(before, deed.done())).ifPresent(this::tell);
    return unstored.isEmpty() && unstoredArrangements.isEmpty() && unstoredInspections.isEmpty();
  }

  private static Event.Judged after(Event.Judged before, Outcome.Done done) {
    return before.with(
        done.transitions(), done.arrangements().map(Arrangements::visit).orElseGet(before::visit));
  }

  private void tell(Event.Judged judged) {
    told = Optional.of(judged);
    events.accept(judged);
  }

  /** Stores what is left of earlier turns, too. */
  private void store(
      List<Checkpoint> checkpoints, List<DtcEntry> memory, Optional<Arrangements> arrangements) {
    checkpoints.forEach(of -> unstoredCheckpoints.put(of.faultId(), of));
    memory.forEach(of -> unstoredMemory.put(List.of(of.code(), of.component()), of));
    unstoredArrangements = arrangements.or(() -> unstoredArrangements);
    var batch =
        new Batch(
            unstored,
            List.copyOf(unstoredCheckpoints.values()),
            List.copyOf(unstoredMemory.values()),
            unstoredArrangements,
            List.copyOf(unstoredInspections.values()),
            unstoredDeeds);
    if (batch.isEmpty()) {
      return;
    }
    try {
      store.commit(batch);
      unstored.clear();
      unstoredCheckpoints.clear();
      unstoredMemory.clear();
      unstoredArrangements = Optional.empty();
      unstoredInspections.clear();
      unstoredDeeds.clear();
      refusals = 0;
      storeState = StoreState.WRITABLE;
    } catch (RuntimeException | Error e) {
      storeState = StoreState.after(e);
      refused(e);
      return;
    }
    if (!batch.transitions().isEmpty() || !batch.audit().isEmpty()) {
      committed.run();
    }
  }

  private void refused(Throwable e) {
    int before = unstored.size();
    if (unstoredDeeds.size() > MAX_UNSTORED) {
      unstoredDeeds.removeFirst();
    }
    boolean forgotten = true;
    while (unstored.size() > MAX_UNSTORED && forgotten) {
      forgotten = forgetEndedEpisode() || forgetUpdate();
    }
    if (refusals++ % LOG_EVERY == 0) {
      Logger.error(
          e,
          "{} fault transitions are not stored, tried again at every scan; {} were forgotten",
          unstored.size(),
          before - unstored.size());
    }
  }

  /** The oldest one, and whole: a RAISED without its CLEARED would never end. */
  private boolean forgetEndedEpisode() {
    Set<String> begun =
        unstored.stream()
            .filter(transition -> transition.kind() == FaultTransition.Kind.RAISED)
            .map(transition -> transition.fault().faultId())
            .collect(Collectors.toSet());
    Optional<String> ended =
        unstored.stream()
            .filter(transition -> transition.kind() == FaultTransition.Kind.CLEARED)
            .map(transition -> transition.fault().faultId())
            .filter(begun::contains)
            .findFirst();
    return ended
        .map(id -> unstored.removeIf(transition -> transition.fault().faultId().equals(id)))
        .orElse(false);
  }

  /** The oldest one: a later transition of its episode tells how it stands. */
  private boolean forgetUpdate() {
    Optional<FaultTransition> update =
        unstored.stream()
            .filter(transition -> transition.kind() == FaultTransition.Kind.UPDATED)
            .findFirst();
    return update.map(unstored::remove).orElse(false);
  }
}
