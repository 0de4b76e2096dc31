package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.line.PowerFailSource;
import io.panelwatch.agent.metrics.MetricsServer;
import io.panelwatch.agent.metrics.MetricsText;
import io.panelwatch.agent.report.ReportEncoder;
import io.panelwatch.agent.report.Reporting;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.IntegrityCheck;
import io.panelwatch.agent.store.Kept;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.ups.UpsSource;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.SensorSource;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The watch with all that it reads and all that it feeds:
 *
 * <pre>
 *   board, LCD, UPS, power-fail line, agent, starts, inspections
 *        --> Watch --> ScanCycle --> store, reporting, device
 *                  --> counters that are kept, metrics, telemetry, the first lines of the log
 * </pre>
 */
final class Watching implements AutoCloseable {

  /**
   * What is there before anything is watched.
   *
   * @param check looks through the store
   * @param files of the state folder
   * @param inspections what people look at
   * @param desk where people's actions come in
   * @param refusals how many of those that come to nothing are noted
   * @param events takes what was judged; must not block
   * @param stuck called once when the watch has come to a stand, with the reason
   */
  record Surroundings(
      Optional<Lcd> lcd,
      FaultStore store,
      IntegrityCheck check,
      StateFiles files,
      InspectionBook inspections,
      ReportEncoder encoder,
      Optional<Reporting> reporting,
      Desk desk,
      Refusals refusals,
      Consumer<Event> events,
      Consumer<WatchGuard.Standstill> stuck) {}

  private final Parts parts = new Parts();
  private final DaemonSetup setup;
  private final Surroundings around;
  private final BoardClock clock;
  private final PowerFailSource powerFail;
  private final Storing storing = new Storing();
  private final AtomicReference<@Nullable Scan> latest = new AtomicReference<>();
  private @Nullable Watch watch;

  private Watching(DaemonSetup setup, Surroundings around) {
    this.setup = setup;
    this.around = around;
    clock = setup.board().clock();
    powerFail =
        parts.keep(
            new PowerFailSource(
                setup.configuration().watch().powerFailLine(), setup.board().inputLines()));
  }

  /** Starts to watch; what was begun is ended where something of it cannot be. */
  static Watching start(DaemonSetup setup, Surroundings around) {
    var watching = new Watching(setup, around);
    boolean started = false;
    try {
      watching.start();
      started = true;
    } finally {
      if (!started) {
        watching.close();
      }
    }
    return watching;
  }

  @Override
  public void close() {
    parts.close();
  }

  private void start() {
    BootInfo boot = setup.board().boot();
    StateFiles files = around.files;
    var marker = BootMarker.open(files, boot, clock);
    CounterBook counters = parts.keep(CounterBook.open(files, boot.id()));
    Limits limits = ResumedLifecycle.limits(setup.configuration());
    Lifecycle lifecycle = ResumedLifecycle.of(limits, setup.board(), around.store, storing);
    counters.tell(lifecycle::resume);
    Alarms alarms = Alarms.of(around.store, ResumedLifecycle.stamps(setup.board()));
    // Where no broker is configured nobody is told.
    Optional<OutboxEncoder> told = around.reporting.map(_ -> around.encoder);
    var cycle =
        new ScanCycle(
            lifecycle::judge,
            batch -> {
              Kept kept = storing.call(() -> around.store.commit(batch, told));
              alarms.take(kept.alarms());
            },
            () -> around.reporting.ifPresent(Reporting::reportsCommitted),
            around.events.andThen(around.inspections::hear));
    var deeds =
        new Deeds(
            lifecycle,
            clock,
            deed -> keep(deed, cycle),
            around.inspections::looked,
            () -> !around.store.health().durable(),
            around.refusals);
    List<SensorSource> sources = sources(cycle, marker);
    tellMetrics();
    Consumer<Scan> listeners = listeners(sources, alarms, cycle).with(new Rehearsal(limits));
    watch =
        parts.keep(
            new Watch(
                clock,
                sources,
                heardByAll().and(powerFail.events()),
                new ScanTurn(
                    scan -> {
                      if (cycle.take(scan) && around.store.health().durable()) {
                        storing.run(() -> counters.take(scan));
                      }
                      listeners.accept(scan);
                    },
                    List.of(
                        () -> storing.run(files::retry),
                        () -> storing.run(around.inspections::keep),
                        deeds::tellCounted,
                        () -> maintainStore(lifecycle))),
                () -> around.desk.serve(deeds::act),
                deeds::tellRest));
    around.desk.onArrival(watch::wake);
    parts.keep(
        new WatchGuard(WatchGuard.LOOK_EVERY, watch::scansEnded, storing::underWay, around.stuck));
    // The first to be closed: on a busy board the end may be cut short before the others are.
    parts.keep(marker);
  }

  private boolean keep(Deed deed, ScanCycle cycle) {
    boolean kept = cycle.take(deed) && around.store.health().durable();
    if (deed.looked().isPresent()) {
      storing.run(around.inspections::look);
    }
    return kept;
  }

  /**
   * What the storage refused before is written once it works again, and may be sent from then; what
   * it could not tell at the start is known from then, and what a backup has since it was restored.
   */
  private void maintainStore(Lifecycle lifecycle) {
    boolean written = storing.call(around.store::maintain);
    around.store.lateRecollection().ifPresent(lifecycle::resume);
    if (written) {
      around.check.again();
      around.reporting.ifPresent(Reporting::reportsCommitted);
    }
  }

  /** The LCD is no part of the board: its engine alone knows how it fares. So it is with a UPS. */
  private List<SensorSource> sources(ScanCycle cycle, BootMarker marker) {
    Configuration configuration = setup.configuration();
    var sources = new ArrayList<SensorSource>(setup.board().sources());
    sources.add(around.lcd.map(Lcd::source).orElseGet(NoLcd::new));
    sources.add(parts.keep(UpsSource.of(configuration.watch().ups(), clock)));
    powerFail.withoutEffect().ifPresent(Logger::warn);
    sources.add(powerFail);
    sources.add(new InspectionSource(around.inspections));
    sources.add(
        new AgentSource(
            setup.configurationRefused(),
            () ->
                StoreState.of(around.store.health())
                    .or(cycle.storeState())
                    .or(around.files.state()),
            () -> around.store.health().setAside(),
            () -> around.reporting.map(Reporting::linkHealth),
            clock));
    sources.add(marker);
    return sources;
  }

  /** What takes a scan after it was judged. */
  private Listeners listeners(List<SensorSource> sources, Alarms alarms, ScanCycle cycle) {
    var arrival = new Arrival(sources, Logger::info);
    Listeners all = new Listeners().with(latest::set).with(arrival::take);
    around.reporting.ifPresent(
        reporting -> all.with(new Telemetry(reporting, around.lcd, alarms, cycle::visit)::take));
    return all;
  }

  /** What the board says by itself is for the watch, and may be news of what the board has. */
  private BoardEvents heardByAll() {
    BoardEvents events = setup.board().events();
    if (around.reporting.isEmpty()) {
      return events;
    }
    Reporting reporting = around.reporting.get();
    Stocktaking stocktaking = parts.keep(Stocktaking.of(setup, reporting::inventory));
    return heard ->
        events.listen(
            family -> {
              heard.accept(family);
              stocktaking.heard();
            });
  }

  /** A monitoring system that cannot ask keeps nobody from seeing the faults. */
  private void tellMetrics() {
    setup.configuration().metrics().listen().ifPresent(this::tellMetrics);
  }

  private void tellMetrics(SocketAddress listen) {
    try {
      parts.keep(
          MetricsServer.start(
              listen, () -> MetricsText.of(Optional.ofNullable(latest.get()), setup.version())));
    } catch (IOException e) {
      Logger.error("no metrics are told on {}: {}", listen, e.getMessage());
    }
  }
}
