package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.report.DeviceProfile;
import io.panelwatch.agent.report.ReportEncoder;
import io.panelwatch.agent.report.Reporting;
import io.panelwatch.agent.report.ReportingConfig;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.IntegrityCheck;
import io.panelwatch.agent.store.Kept;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Buttons;
import io.panelwatch.hal.DeviceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
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

  private final Parts parts = new Parts();
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
              ? Optional.of(
                  parts.keep(new Lcd(setup.lcd().get(), clock, policy(setup), setup.zone())))
              : Optional.empty();
      device = parts.keep(new DeviceLoop(clock, InitialState.of(setup), this::changed));
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
    parts.close();
  }

  private void startTheRest(DaemonSetup setup, BoardClock clock) throws IOException {
    StoreSettings settings = setup.configuration().store();
    Path folder = settings.folder(setup.stateFolder());
    var store = parts.keep(FaultStore.open(folder, settings, clock));
    DeviceProfile profile = profile(setup);
    var encoder = new ReportEncoder(profile, clock);
    Optional<Reporting> reporting =
        setup
            .configuration()
            .broker()
            .url()
            .map(url -> new ReportingConfig(url, profile))
            .map(
                config -> parts.keep(Reporting.start(config, store, encoder, clock, device::post)));
    Optional<OutboxEncoder> told = reporting.map(_ -> encoder);
    InspectionBook.Commit commit =
        batch -> {
          Kept kept = store.commit(batch, told);
          reporting.ifPresent(Reporting::reportsCommitted);
          return kept;
        };
    var files = new StateFiles(setup.stateFolder());
    InspectionBook inspections = inspections(setup, files, store, commit);
    var desk = parts.keep(new Desk(Desk.BOUND));
    var refusals = new Refusals();
    IntegrityCheck check = parts.keep(IntegrityCheck.start(folder, store));
    if (setup.runFolder().isPresent()) {
      var signOffs =
          new SignOffs(
              setup.configuration().service().techniciansFile(),
              ResumedLifecycle.stamps(setup.board()),
              most -> store.audit(AuditEntry.WRONG_CODE, most),
              entry -> {
                if (refusals.notes(entry)) {
                  commit.commit(Batch.of(entry));
                }
              });
      var restoring =
          new Restoring(store, told, setup.board(), check, entry -> commit.commit(Batch.of(entry)));
      parts.keep(
          ControlServer.start(
              setup.runFolder().get(),
              new ControlAnswers(this, restoring, inspections, desk, signOffs, setup)));
    }
    parts.keep(
        Watching.start(
            setup,
            new Watching.Surroundings(
                lcd,
                store,
                check,
                files,
                inspections,
                encoder,
                reporting,
                desk,
                refusals,
                device::post,
                this::endStuck)));
    setup.buttons().ifPresent(buttons -> buttons.listen(press -> device.post(meant(press))));
  }

  private InspectionBook inspections(
      DaemonSetup setup, StateFiles files, FaultStore store, InspectionBook.Commit commit) {
    var hours = parts.keep(new RunningHours(files, setup.board().clock()));
    var book = new InspectionBook(setup.configuration().inspection(), hours, store, commit);
    book.takeOver(files, ResumedLifecycle.stamps(setup.board()).get());
    return book;
  }

  /** Whatever becomes of the last words: who has no memory left may not get any for them. */
  private void endStuck(WatchGuard.Standstill standstill) {
    try {
      Logger.error(standstill.sentence());
    } finally {
      stuck.run();
    }
  }

  private static PowerPolicy policy(DaemonSetup setup) {
    return ScreenSettings.policy(setup.configuration().display());
  }

  /** A press that finds the screen dark only wakes it. */
  private Event meant(Buttons.Press press) {
    boolean dark = lcd.map(Lcd::asleep).orElse(false);
    return dark ? new Event.Woken() : new Event.ButtonPressed(press);
  }

  /** Who tells of the faults of this board. */
  static DeviceProfile profile(DaemonSetup setup) {
    return new DeviceProfile(
        setup.configuration().device().id(),
        InitialState.model(setup),
        InitialState.serial(setup),
        setup.version(),
        "",
        setup.board().boot().id(),
        setup.configuration().site());
  }

  private void changed(DeviceState state) {
    lcd.ifPresent(port -> port.show(state));
    Consumer<DeviceState> told = listener;
    if (told != null) {
      told.accept(state);
    }
  }
}
