package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.InspectionSettings;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.inspection.Inspections;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.Kept;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * What is inspected on this board, as it stands now. The store keeps what was looked at, and {@link
 * RunningHours} how long the agent has run; this one asks both.
 *
 * <p>{@link #now} may be asked by any thread and never waits for the storage; all else is for the
 * one thread that stores.
 */
final class InspectionBook {

  /** Keeps something in the store, and reports it where anybody is told. */
  interface Commit {
    /** All of it or nothing. */
    Kept commit(Batch batch);
  }

  private final InspectionSettings settings;
  private final RunningHours hours;
  private final FaultStore store;
  private final Commit commit;
  private volatile List<InspectionRecord> latest = List.of();
  private volatile List<Fault> active;

  /**
   * @param store has what was looked at
   * @param commit keeps a batch in it
   */
  InspectionBook(InspectionSettings settings, RunningHours hours, FaultStore store, Commit commit) {
    this.settings = settings;
    this.hours = hours;
    this.store = store;
    this.commit = commit;
    active = store.active();
    look();
  }

  /**
   * Takes over what was noted by hand, if that was done on this board, and puts the file away once
   * all of it is stored.
   */
  void takeOver(StateFiles files, Stamp at) {
    String text = files.read(HandWrittenBook.FILE);
    if (text.isEmpty()) {
      return;
    }
    var book = HandWrittenBook.parse(text, at);
    book.leftOut()
        .forEach(line -> Logger.warn("{} has a line that cannot be: {}", handWritten(files), line));
    hours.takeOver(book.hours(), book.since());
    if (keep(Batch.of(book.news(latest, at), List.of())) && files.state() == StoreState.WRITABLE) {
      files.putAway(HandWrittenBook.FILE);
      Logger.info("What was noted by hand in {} is taken over", handWritten(files));
    }
  }

  private static Path handWritten(StateFiles files) {
    return files.path(HandWrittenBook.FILE);
  }

  /** What says how long the agent has run. */
  Path keptAt() {
    return hours.path();
  }

  /** How things stand. */
  Inspections now() {
    return new Inspections(settings, latest, hours.time(), active);
  }

  /** Hears of the faults that are active, for what is worn. */
  void hear(Event event) {
    if (event instanceof Event.Judged judged) {
      active = judged.active();
    }
  }

  /** Looks what is stored now, and writes what has come to be known. */
  void keep() {
    look();
    List<InspectionRecord> dated = now().dated();
    if (!dated.isEmpty()) {
      keep(Batch.of(dated, List.of()));
    }
    hours.keep();
  }

  /** Somebody has looked at something, which is not kept yet: see {@link Deeds.Inspecting}. */
  Optional<InspectionRecord> looked(Action.Inspect asked, Stamp at) {
    return now().done(asked.item(), at, asked.by());
  }

  private boolean keep(Batch batch) {
    boolean stored = batch.isEmpty() || commit.commit(batch).durable();
    look();
    return stored;
  }

  /**
   * Looks what is stored now.
   *
   * <p>The store may know of more hours than their file, which is no part of a backup: what was
   * looked at after hours that are still to come would be due only once they were all run anew.
   */
  void look() {
    latest = store.inspections();
    hours.atLeast(InspectionRecord.mostRunningHours(latest));
  }
}
