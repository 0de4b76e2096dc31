package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.inspection.Inspections;
import io.panelwatch.agent.inspection.RunningTime;
import io.panelwatch.agent.report.ReportEncoder;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultMemory;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.hal.BoardClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The fault memory of a daemon that does not run, for what people do with faults meanwhile. It is
 * opened as its one writer, so that no daemon starts upon it; nothing is judged. What is done is
 * reported by the daemon once it runs again; where no broker is configured, nobody is told. Used by
 * one thread.
 */
public final class OfflineMemory implements AutoCloseable {

  private final FaultStore store;
  private final Optional<OutboxEncoder> told;
  private final Deeds deeds;
  private final SignOffs signOffs;
  private final Supplier<Stamp> stamps;

  private OfflineMemory(FaultStore store, DaemonSetup setup) {
    this.store = store;
    stamps = ResumedLifecycle.stamps(setup.board());
    BoardClock clock = setup.board().clock();
    told = told(setup);
    var limits = ResumedLifecycle.limits(setup.configuration());
    var lifecycle = ResumedLifecycle.of(limits, setup.board(), store, new Storing());
    var inspections =
        new InspectionBook(
            setup.configuration().inspection(),
            new RunningHours(new StateFiles(setup.stateFolder()), clock),
            store,
            batch -> store.commit(batch, told));
    deeds =
        new Deeds(
            lifecycle,
            clock,
            this::keep,
            inspections::looked,
            () -> !store.health().durable(),
            new Refusals());
    signOffs =
        new SignOffs(
            setup.configuration().service().techniciansFile(),
            ResumedLifecycle.stamps(setup.board()),
            most -> store.audit(AuditEntry.WRONG_CODE, most),
            entry -> store.commit(Batch.of(entry), told));
  }

  private static Optional<OutboxEncoder> told(DaemonSetup setup) {
    return setup
        .configuration()
        .broker()
        .url()
        .map(_ -> new ReportEncoder(Daemon.profile(setup), setup.board().clock()));
  }

  /**
   * Opens the memory.
   *
   * @param setup as the daemon runs on, without an LCD
   * @throws io.panelwatch.agent.store.StoreException when there is none, when somebody has it, or
   *     when another version of this program wrote it
   */
  public static OfflineMemory open(DaemonSetup setup) {
    var folder = setup.configuration().store().folder(setup.stateFolder());
    // A look first: who opens it to write makes one where there is none, or sets aside a newer one.
    FaultStore.openReadOnly(folder).close();
    FaultStore store = FaultStore.open(folder, setup.board().clock());
    boolean opened = false;
    try {
      var memory = new OfflineMemory(store, setup);
      opened = true;
      return memory;
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  /**
   * Puts the backup that waits beside the memory in its place. One that is damaged, or missing, is
   * what that is for.
   *
   * @param setup as of {@link #open}
   * @param by who does it
   * @param file the name of the backup, without its folder
   * @throws io.panelwatch.agent.store.StoreException when it was not done
   */
  public static Restored restore(DaemonSetup setup, Actor by, String file) {
    var folder = setup.configuration().store().folder(setup.stateFolder());
    Optional<OutboxEncoder> told = told(setup);
    try (FaultStore store = FaultStore.open(folder, setup.board().clock())) {
      return Restoring.noted(
          () -> store.restore(told, false, Restoring.now(setup.board())),
          done -> {
            Stamp now = Restoring.now(setup.board());
            AuditEntry entry = Restoring.entry(now, AuditEntry.RESTORE, by, file, done);
            store.commit(Batch.of(entry), told);
          });
    }
  }

  /**
   * Notes that somebody has saved the memory, or has tried to.
   *
   * @param file the name of the copy, without its folder
   */
  public ActionAnswer saved(Actor by, String file, boolean done) {
    AuditEntry entry = Restoring.entry(stamps.get(), AuditEntry.BACKUP, by, file, done);
    return new ActionAnswer.Done(0, store.commit(Batch.of(entry), told).durable());
  }

  /**
   * What is inspected on the board of a daemon that does not run.
   *
   * @param state the daemon's state folder
   */
  public static Inspections inspections(
      FaultMemory memory, Configuration configuration, Path state, BoardClock clock) {
    List<InspectionRecord> latest = memory.inspections();
    RunningTime time = new RunningHours(new StateFiles(state), clock).time();
    return new Inspections(
        configuration.inspection(),
        latest,
        time.atLeast(InspectionRecord.mostRunningHours(latest)),
        memory.active());
  }

  /** Does something with a fault, or notes what was looked at. */
  public ActionAnswer act(Action action) {
    ActionAnswer answer = deeds.act(action);
    // What the store holds in memory only ends with this program.
    return answer instanceof ActionAnswer.Done(_, boolean durable) && !durable
        ? new ActionAnswer.Refused("storage-refuses")
        : answer;
  }

  /**
   * Has a repair signed off.
   *
   * @param who claims to sign it off; empty where nobody claims to be anybody
   * @throws IOException when it is not known who may
   */
  public ActionAnswer signed(Action asked, Optional<Credentials> who) throws IOException {
    return signOffs.signed(asked, who, this::act);
  }

  private boolean keep(Deed deed) {
    return store.commit(deed.batch(), told).durable();
  }

  @Override
  public void close() {
    store.close();
  }
}
