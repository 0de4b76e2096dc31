package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.metrics.MetricsServer;
import io.panelwatch.agent.metrics.MetricsText;
import io.panelwatch.agent.report.DeviceProfile;
import io.panelwatch.agent.report.FaultEventEncoder;
import io.panelwatch.agent.report.Inventory;
import io.panelwatch.agent.report.Reporting;
import io.panelwatch.agent.report.ReportingConfig;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.agent.ups.UpsSource;
import io.panelwatch.display.Counters;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardInventory.Software;
import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.Buttons;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorSource;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The running agent on one board: LCD, watch, fault memory, link and control socket, wired
 * together.
 *
 * <pre>{@code
 * try (var termination = Termination.onSignal();
 *     var daemon = Daemon.start(setup)) {
 *   termination.await();
 * }
 * }</pre>
 *
 * <p>{@link #close} ends it within two seconds: nothing new is judged, the broker hears a goodbye,
 * the store is closed, and the panel is put to sleep with its light out. All methods are
 * thread-safe.
 */
public final class Daemon implements AutoCloseable {

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Optional<Lcd> lcd;
  private final DeviceLoop device;
  private volatile @Nullable Consumer<DeviceState> listener;
  private volatile Runnable stuck = () -> {};

  private Daemon(DaemonSetup setup) throws IOException {
    boolean started = false;
    try {
      BoardClock clock = setup.board().clock();
      lcd =
          setup.lcd().isPresent()
              ? Optional.of(keep(new Lcd(setup.lcd().get(), clock, policy(setup), setup.zone())))
              : Optional.empty();
      device = keep(new DeviceLoop(clock, InitialState.of(setup), this::changed));
      startTheRest(setup, clock);
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  /**
   * Starts everything, the LCD first.
   *
   * @throws IOException one sentence: what does not start and what to do
   */
  public static Daemon start(DaemonSetup setup) throws IOException {
    try {
      return new Daemon(setup);
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What the device knows now. */
  public DeviceState state() {
    return device.state();
  }

  /** Tells every new state from now on, on the device's thread; the listener must not block. */
  public void onChange(Consumer<DeviceState> newListener) {
    listener = newListener;
  }

  /**
   * What is done, once, when the watch has come to a stand and nothing is judged any more: to end
   * the program, so that it is started again. It runs on a thread of its own.
   */
  public void onStuck(Runnable end) {
    stuck = end;
  }

  /**
   * What the LCD shows now, decoded from the bytes that were sent to it; empty without one.
   *
   * @throws DeviceException when nobody can decode them
   */
  public Optional<Picture> lcdPicture() throws DeviceException {
    return lcd.isPresent() ? Optional.of(lcd.get().snapshot()) : Optional.empty();
  }

  /** Where the LCD is in its life; empty without one. */
  public Optional<PanelState> lcdState() {
    return lcd.map(Lcd::state);
  }

  /** How many pictures the LCD was given; 0 without one. */
  public long framesShown() {
    return lcd.map(port -> port.counters().frames()).orElse(0L);
  }

  /**
   * Shows a step of the panel's test, as if somebody had chosen it; an empty one ends it.
   *
   * @throws DeviceException when there is a step and nobody can see it, because the LCD is not
   *     there or refuses; ending the test is always allowed
   */
  void testPanel(Optional<PanelTestStep> step) throws DeviceException {
    if (step.isPresent() && lcd.isPresent()) {
      lcd.get().requireInUse();
    }
    device.post(step.<Event>map(Event.PanelTestShown::new).orElseGet(Event.PanelTestEnded::new));
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        Logger.warn(e, "{} did not end well", part.getClass().getSimpleName());
      }
    }
  }

  private void startTheRest(DaemonSetup setup, BoardClock clock) throws IOException {
    var store =
        keep(FaultStore.open(setup.configuration().store().folder(setup.stateFolder()), clock));
    BootInfo boot = setup.board().boot();
    var marker = BootMarker.open(setup.stateFolder(), boot, clock);
    DeviceProfile profile = profile(setup, boot);
    var encoder = new FaultEventEncoder(profile, clock);
    Optional<Reporting> reporting =
        setup
            .configuration()
            .broker()
            .url()
            .map(url -> new ReportingConfig(url, profile))
            .map(config -> keep(Reporting.start(config, store, encoder, clock, device::post)));
    if (setup.runFolder().isPresent()) {
      keep(ControlServer.start(setup.runFolder().get(), new ControlAnswers(this, store, setup)));
    }
    var cycle =
        new ScanCycle(
            lifecycle(setup, store, boot, clock)::judge,
            transitions -> store.commit(transitions, encoder),
            () -> reporting.ifPresent(Reporting::transitionsCommitted),
            device::post);
    List<SensorSource> sources = sources(setup);
    sources.add(
        new AgentSource(
            setup.configurationRefused(),
            cycle::storeState,
            () -> reporting.map(Reporting::linkHealth),
            clock));
    sources.add(marker);
    var arrival = new Arrival(sources, Logger::info);
    var latest = new AtomicReference<@Nullable Scan>();
    setup
        .configuration()
        .metrics()
        .listen()
        .ifPresent(
            at ->
                tellMetrics(
                    at, () -> MetricsText.of(Optional.ofNullable(latest.get()), setup.version())));
    Optional<Telemetry> telemetry =
        reporting.map(
            link ->
                new Telemetry(link, () -> lcd.map(p -> counted(p.counters())).orElse(Map.of())));
    Optional<Stocktaking> stocktaking =
        reporting.map(link -> keep(stocktaking(setup, clock, link::inventory)));
    Watch watch =
        keep(
        new Watch(
            clock,
            sources,
            heard ->
                setup
                    .board()
                    .events()
                    .listen(
                        family -> {
                          heard.accept(family);
                          stocktaking.ifPresent(Stocktaking::heard);
                        }),
            scan -> {
              cycle.take(scan);
              latest.set(scan);
              arrival.take(scan);
              telemetry.ifPresent(sender -> sender.take(scan));
            }));
    keep(new WatchGuard(WatchGuard.LOOK_EVERY, watch::scansEnded, this::endStuck));
    // The first to be closed: on a busy board the end may be cut short before the others are.
    keep(marker);
    setup.buttons().ifPresent(buttons -> buttons.listen(press -> device.post(meant(press))));
  }

  private void endStuck() {
    Logger.error(
        "no scan has come to its end for {} s: nothing is judged any more",
        WatchGuard.LOOK_EVERY.multipliedBy(WatchGuard.LOOKS).toSeconds());
    stuck.run();
  }

  private static PowerPolicy policy(DaemonSetup setup) {
    return ScreenSettings.policy(setup.configuration().display());
  }

  /** A press that finds the screen dark only wakes it. */
  private Event meant(Buttons.Press press) {
    boolean dark = lcd.map(Lcd::asleep).orElse(false);
    return dark ? new Event.Woken() : new Event.ButtonPressed(press);
  }

  /** The LCD is no part of the board: its engine alone knows how it fares. So it is with a UPS. */
  private List<SensorSource> sources(DaemonSetup setup) {
    Configuration configuration = setup.configuration();
    var sources = new ArrayList<SensorSource>(setup.board().sources());
    sources.add(lcd.map(Lcd::source).orElseGet(NoLcd::new));
    sources.add(keep(UpsSource.of(configuration.watch().ups(), setup.board().clock())));
    sources.add(
        new InspectionSource(
            configuration.inspection(), setup.stateFolder(), setup.board().clock()));
    return sources;
  }

  /** A monitoring system that cannot ask keeps nobody from seeing the faults. */
  private void tellMetrics(SocketAddress listen, Supplier<String> text) {
    try {
      keep(MetricsServer.start(listen, text));
    } catch (IOException e) {
      Logger.error("no metrics are told on {}: {}", listen, e.getMessage());
    }
  }

  private static Stocktaking stocktaking(
      DaemonSetup setup, BoardClock clock, Consumer<Inventory> told) {
    String panel = setup.lcd().map(port -> port.profile().name()).orElse("");
    var software =
        List.of(
            new Software("panelwatch", setup.version()),
            new Software("java", Runtime.version().toString()));
    return new Stocktaking(
        clock,
        setup.board()::inventory,
        inventory -> told.accept(new Inventory(inventory, panel, software)));
  }

  private static Map<String, Long> counted(Counters counters) {
    return Map.ofEntries(
        Map.entry("frames", counters.frames()),
        Map.entry("windows", counters.windows()),
        Map.entry("bytes", counters.bytes()),
        Map.entry("scrubbedBytes", counters.scrubbedBytes()),
        Map.entry("lastFlushMicros", counters.lastFlushNanos() / 1_000),
        Map.entry("longestFlushMicros", counters.longestFlushNanos() / 1_000),
        Map.entry("totalFlushMicros", counters.totalFlushNanos() / 1_000),
        Map.entry("lastLatencyMicros", counters.lastLatencyNanos() / 1_000),
        Map.entry("longestLatencyMicros", counters.longestLatencyNanos() / 1_000),
        Map.entry("transferMicros", counters.transferNanos() / 1_000),
        Map.entry("initialisations", counters.initialisations()),
        Map.entry("selfResets", counters.selfResets()),
        Map.entry("linkErrors", counters.linkErrors()));
  }

  private static Lifecycle lifecycle(
      DaemonSetup setup, FaultStore store, BootInfo boot, BoardClock clock) {
    Catalogue catalogue = Catalogue.load();
    setup.configuration().withoutEffect(catalogue).forEach(Logger::warn);
    var lifecycle =
        new Lifecycle(
            Limits.of(catalogue, setup.configuration().overrides(catalogue)),
            new Boot(boot.id(), clock.monotonicNanos() - boot.uptime().toNanos()),
            new FaultIds(),
            new EpisodeCount(store::occurrences));
    lifecycle.resume(store.active());
    return lifecycle;
  }

  private static DeviceProfile profile(DaemonSetup setup, BootInfo boot) {
    return new DeviceProfile(
        setup.configuration().device().id(),
        InitialState.model(setup),
        InitialState.serial(setup),
        setup.version(),
        "",
        boot.id(),
        setup.configuration().site());
  }

  private void changed(DeviceState state) {
    lcd.ifPresent(port -> port.show(state));
    Consumer<DeviceState> told = listener;
    if (told != null) {
      told.accept(state);
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    running.push(part);
    return part;
  }
}
