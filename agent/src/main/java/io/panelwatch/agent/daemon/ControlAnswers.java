package io.panelwatch.agent.daemon;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlHandler;
import io.panelwatch.agent.control.ControlStatus;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.inspection.InspectionDue;
import io.panelwatch.agent.png.PngWriter;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.AuditHistory;
import io.panelwatch.agent.store.AuditPage;
import io.panelwatch.agent.store.FaultHistory;
import io.panelwatch.agent.store.FaultPage;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.DeviceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What the daemon answers on its control socket. Thread-safe. */
final class ControlAnswers implements ControlHandler {

  private final Daemon daemon;
  private final FaultStore store;
  private final FaultHistory history;
  private final AuditHistory audit;
  private final Restoring restoring;
  private final InspectionBook inspections;
  private final Desk desk;
  private final SignOffs signOffs;
  private final DaemonSetup setup;
  private final long startedNanos;

  ControlAnswers(
      Daemon daemon,
      Restoring restoring,
      InspectionBook inspections,
      Desk desk,
      SignOffs signOffs,
      DaemonSetup setup) {
    this.daemon = daemon;
    this.restoring = restoring;
    this.inspections = inspections;
    this.desk = desk;
    this.signOffs = signOffs;
    this.setup = setup;
    store = restoring.store();
    history = new FaultHistory(storeFolder(), store);
    audit = new AuditHistory(storeFolder(), store);
    startedNanos = setup.board().clock().monotonicNanos();
  }

  @Override
  public ControlStatus status() {
    DeviceState state = daemon.state();
    long up = setup.board().clock().monotonicNanos() - startedNanos;
    return new ControlStatus(
        state.device(),
        state.version(),
        ProcessHandle.current().pid(),
        Duration.ofNanos(up).toSeconds(),
        state.link().phase().name().toLowerCase(Locale.ROOT),
        state.link().outboxDepth(),
        state.active().size());
  }

  @Override
  public List<Fault> active() {
    return store.active();
  }

  @Override
  public FaultPage history(OptionalLong before, int limit) throws IOException {
    return read(() -> history.page(before, limit));
  }

  @Override
  public long countBefore(long next) throws IOException {
    return read(() -> history.countBefore(next));
  }

  @Override
  public Optional<Fault> fault(String faultId) throws IOException {
    return read(() -> history.find(faultId));
  }

  @Override
  public Optional<DtcEntry> remembered(String code, String component) throws IOException {
    return read(() -> history.remembered(code, component));
  }

  @Override
  public AuditPage audit(int limit) throws IOException {
    return read(() -> audit.latest(limit));
  }

  @Override
  public List<Shelf> putAside() {
    return store.recollection().arrangements().shelves();
  }

  @Override
  public Optional<Scan> scan() {
    return daemon.state().scan();
  }

  @Override
  public Path storeFolder() {
    return setup.configuration().store().folder(setup.stateFolder());
  }

  @Override
  public Restored restore(Actor by, String file) throws IOException {
    try {
      return restoring.restore(by, file);
    } catch (StoreException e) {
      String sentence = String.valueOf(e.getMessage());
      throw new DeviceException(0, "restore", storeFolder().toString(), sentence);
    }
  }

  @Override
  public void saved(Actor by, String file, boolean done) {
    restoring.note(AuditEntry.BACKUP, by, file, done);
  }

  private static <T> T read(Supplier<T> reading) throws IOException {
    try {
      return reading.get();
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public ActionAnswer act(Action action) throws IOException {
    return desk.ask(action);
  }

  @Override
  public ActionAnswer signed(Action asked, Optional<Credentials> who) throws IOException {
    return signOffs.signed(asked, who, desk::ask);
  }

  @Override
  public Optional<Visit> visit() {
    return store.recollection().arrangements().visit();
  }

  @Override
  public List<InspectionDue> inspections() {
    return inspections.now().due();
  }

  @Override
  public byte[] snapshot() throws IOException {
    Picture picture = daemon.lcdPicture().orElseThrow(() -> noLcd("snapshot"));
    return PngWriter.write(picture.width(), picture.height(), picture.rgb());
  }

  @Override
  public String panel() throws DeviceException {
    return setup.lcd().orElseThrow(() -> noLcd("panel")).profile().name();
  }

  @Override
  public void testPanel(Optional<PanelTestStep> step) throws DeviceException {
    if (setup.lcd().isEmpty()) {
      throw noLcd("test");
    }
    daemon.testPanel(step);
  }

  private static DeviceException noLcd(String what) {
    return new DeviceException(0, what, "lcd", "this board has no LCD configured");
  }
}
