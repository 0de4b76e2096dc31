package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.inspection.InspectionDue;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.store.AuditPage;
import io.panelwatch.agent.store.FaultPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A daemon that keeps what it was asked to do, and answers each time the same. */
final class ScriptedDaemon extends ScriptedAnswers {

  /** What it was asked to do, in the order in which it was. */
  final List<Action> asked = new ArrayList<>();

  /** Who has signed what takes a technician, and with which code: {@code lin 123456}. */
  final List<String> signedBy = new ArrayList<>();

  /** What it answers to whether somebody is at work, one after the other; then that nobody is. */
  final List<Optional<Visit>> visits = new ArrayList<>();

  /** What it knows, ended ones included. */
  final List<Fault> faults = new ArrayList<>();

  /** What people did, and tried to do. */
  volatile AuditPage audit = new AuditPage(List.of(), Map.of(), false, Optional.empty());

  /** How much of that it was asked for last. */
  volatile int auditLimit;

  /** What it answers to whoever leafs through its history. */
  volatile FaultPage history = new FaultPage(List.of(), OptionalLong.empty());

  /** What is remembered of its faults. */
  final List<DtcEntry> memory = new ArrayList<>();

  /** What is inspected. */
  final List<InspectionDue> inspections = new ArrayList<>();

  /** What becomes of whatever it is asked to do. */
  volatile ActionAnswer answer = new ActionAnswer.Done(2, true);

  @Override
  public synchronized Optional<Visit> visit() {
    return visits.isEmpty() ? Optional.empty() : visits.removeFirst();
  }

  @Override
  public List<Fault> active() {
    return faults.stream().filter(Fault::active).toList();
  }

  @Override
  public Optional<Fault> fault(String faultId) {
    return faults.stream().filter(fault -> fault.faultId().equals(faultId)).findFirst();
  }

  @Override
  public FaultPage history(OptionalLong before, int limit) {
    return history;
  }

  @Override
  public Optional<DtcEntry> remembered(String code, String component) {
    return memory.stream().filter(entry -> entry.isOf(code, component)).findFirst();
  }

  @Override
  public AuditPage audit(int limit) {
    auditLimit = limit;
    return audit;
  }

  @Override
  public List<InspectionDue> inspections() {
    return inspections;
  }

  @Override
  public List<Shelf> putAside() {
    return List.of();
  }

  @Override
  public synchronized ActionAnswer act(Action action) {
    asked.add(action);
    return answer;
  }

  @Override
  public synchronized ActionAnswer signed(Action action, Optional<Credentials> who) {
    asked.add(action);
    signedBy.add(who.map(by -> by.technician() + " " + String.valueOf(by.code())).orElse("nobody"));
    return answer;
  }
}
