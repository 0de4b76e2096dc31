package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.state.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;

/**
 * One turn of the watch: a scan is judged, what changed is stored, and only then told.
 *
 * <p>When the store refuses, the transitions are kept in memory, in order, and offered again at the
 * next turn before anything newer; the LCD shows the faults meanwhile, because a person in front of
 * a burning board must not wait for a disk. Not thread-safe.
 */
final class ScanCycle {

  /** Writes transitions and their reports in one transaction. */
  interface Commit {
    /**
     * All of them or none.
     *
     * @throws RuntimeException when the store refuses; nothing was written
     */
    void commit(List<FaultTransition> transitions);
  }

  private final Function<Scan, Judgement> judge;
  private final Commit store;
  private final Runnable committed;
  private final Consumer<Event> events;
  private final List<FaultTransition> unstored = new ArrayList<>();

  /**
   * @param judge the lifecycle
   * @param store where transitions go first
   * @param committed told after each commit, so that the reporter looks
   * @param events told last
   */
  ScanCycle(
      Function<Scan, Judgement> judge, Commit store, Runnable committed, Consumer<Event> events) {
    this.judge = judge;
    this.store = store;
    this.committed = committed;
    this.events = events;
  }

  /** Takes one scan all the way. */
  void take(Scan scan) {
    Judgement judgement = judge.apply(scan);
    unstored.addAll(judgement.transitions());
    storeWhatIsLeft();
    events.accept(new Event.Judged(scan, judgement.active(), judgement.pending()));
  }

  private void storeWhatIsLeft() {
    if (unstored.isEmpty()) {
      return;
    }
    try {
      store.commit(List.copyOf(unstored));
      unstored.clear();
      committed.run();
    } catch (RuntimeException e) {
      Logger.error(
          e, "{} fault transitions are not stored; tried again at the next scan", unstored.size());
    }
  }
}
