package io.panelwatch.agent.control;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.inspection.InspectionDue;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.AuditPage;
import io.panelwatch.agent.store.FaultPage;
import io.panelwatch.agent.store.Restored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A daemon that answers nothing but what a test gives it to say. */
public class ScriptedAnswers implements ControlHandler {

  @Override
  public ControlStatus status() {
    throw new AssertionError("nobody was to ask how it is");
  }

  @Override
  public List<Fault> active() throws IOException {
    throw new AssertionError("nobody was to ask for its faults");
  }

  @Override
  public FaultPage history(OptionalLong before, int limit) throws IOException {
    throw new AssertionError("nobody was to leaf through its history");
  }

  @Override
  public long countBefore(long next) throws IOException {
    throw new AssertionError("nobody was to count its history");
  }

  @Override
  public Optional<Fault> fault(String faultId) throws IOException {
    throw new AssertionError("nobody was to ask for one of its faults");
  }

  @Override
  public Optional<DtcEntry> remembered(String code, String component) throws IOException {
    return Optional.empty();
  }

  @Override
  public AuditPage audit(int limit) throws IOException {
    throw new AssertionError("nobody was to ask who did what");
  }

  @Override
  public List<Shelf> putAside() throws IOException {
    throw new AssertionError("nobody was to ask what is put aside");
  }

  @Override
  public ActionAnswer act(Action action) throws IOException {
    throw new AssertionError("nobody was to do anything with a fault");
  }

  @Override
  public Optional<Scan> scan() {
    throw new AssertionError("nobody was to ask for its readings");
  }

  @Override
  public Path storeFolder() {
    throw new AssertionError("nobody was to ask where its store is");
  }

  @Override
  public Restored restore(Actor by, String file) throws IOException {
    throw new AssertionError("nobody was to restore a backup");
  }

  @Override
  public void saved(Actor by, String file, boolean done) {
    throw new AssertionError("nobody was to save its memory");
  }

  @Override
  public List<InspectionDue> inspections() {
    throw new AssertionError("nobody was to ask what is inspected");
  }

  @Override
  public Optional<Visit> visit() {
    throw new AssertionError("nobody was to ask who is at work");
  }

  @Override
  public ActionAnswer signed(Action asked, Optional<Credentials> who) throws IOException {
    throw new AssertionError("nobody was to sign anything off");
  }

  @Override
  public byte[] snapshot() throws IOException {
    throw new AssertionError("nobody was to look at its LCD");
  }

  @Override
  public String panel() throws IOException {
    throw new AssertionError("nobody was to ask for its panel");
  }

  @Override
  public void testPanel(Optional<PanelTestStep> step) throws IOException {
    throw new AssertionError("nobody was to test its panel");
  }
}
