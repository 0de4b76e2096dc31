package io.panelwatch.simulator.dispatch;

import io.panelwatch.simulator.dispatch.ReportRow.FaultChange;
import io.panelwatch.simulator.dispatch.ReportRow.Service;
import io.panelwatch.simulator.dispatch.ReportRow.Skipped;
import io.panelwatch.simulator.dispatch.ReportRow.Transition;
import java.util.Locale;
import java.util.Optional;

/** Rows and faults as devices send them. */
final class Reports {

  static final String DEVICE = "demo-1";
  static final long EPOCH = 7;

  private Reports() {}

  static ReportRow skipped(long seq) {
    return new ReportRow(DEVICE, EPOCH, seq, new Skipped(), skippedJson(EPOCH, seq));
  }

  static ReportRow change(long seq, Transition transition, FaultFacts facts) {
    return new ReportRow(
        DEVICE,
        EPOCH,
        seq,
        new FaultChange(transition, facts),
        faultJson(EPOCH, seq, transition, facts));
  }

  /** What lin has done at the device. */
  static ReportRow service(long seq, String event, String subject) {
    return new ReportRow(
        DEVICE, EPOCH, seq, new Service(event, subject, "lin"), serviceJson(seq, event, subject));
  }

  private static String serviceJson(long seq, String event, String subject) {
    return """
    {"specversion":"1.0","id":"%s:%d:%d","source":"/panelwatch/%s",\
    "type":"io.panelwatch.service.%s.v1","subject":"%s",\
    "data":{"by":{"kind":"shell","name":"lin"},"outcome":"done"}}\
    """
        .formatted(DEVICE, EPOCH, seq, DEVICE, event, subject);
  }

  static FaultFacts fan(String faultId) {
    return fault(faultId, "FAN-201", "fan1", "cooling", 2);
  }

  static FaultFacts fault(String id, String code, String component, String type, int priority) {
    return new FaultFacts(
        id,
        code,
        component,
        type,
        priority,
        true,
        Optional.empty(),
        false,
        false,
        false,
        false,
        "Fan stopped");
  }

  static FaultFacts over(FaultFacts f) {
    return with(f, false, f.suppressedBy(), f.putAside(), f.drill());
  }

  static FaultFacts symptomOf(String cause, FaultFacts f) {
    return with(f, f.active(), Optional.of(cause), f.putAside(), f.drill());
  }

  static FaultFacts drill(FaultFacts f) {
    return with(f, f.active(), f.suppressedBy(), f.putAside(), true);
  }

  static FaultFacts putAside(FaultFacts f) {
    return with(f, f.active(), f.suppressedBy(), true, f.drill());
  }

  static FaultFacts repaired(FaultFacts f) {
    return onSite(f, true, f.attended());
  }

  static FaultFacts attended(FaultFacts f) {
    return onSite(f, f.repaired(), true);
  }

  private static FaultFacts onSite(FaultFacts f, boolean repaired, boolean attended) {
    return new FaultFacts(
        f.faultId(),
        f.code(),
        f.component(),
        f.type(),
        f.priority(),
        f.active(),
        f.suppressedBy(),
        f.putAside(),
        f.drill(),
        repaired,
        attended,
        f.symptom());
  }

  private static FaultFacts with(
      FaultFacts f, boolean active, Optional<String> by, boolean aside, boolean drill) {
    return new FaultFacts(
        f.faultId(),
        f.code(),
        f.component(),
        f.type(),
        f.priority(),
        active,
        by,
        aside,
        drill,
        f.repaired(),
        f.attended(),
        f.symptom());
  }

  static String skippedJson(long epoch, long seq) {
    return """
    {"specversion":"1.0","id":"%s:%d:%d","source":"/panelwatch/%s",\
    "type":"io.panelwatch.skipped.v1"}\
    """
        .formatted(DEVICE, epoch, seq, DEVICE);
  }

  static String faultJson(long epoch, long seq, Transition transition, FaultFacts f) {
    return """
    {"specversion":"1.0","id":"%s:%d:%d","source":"/panelwatch/%s",\
    "type":"io.panelwatch.fault.%s.v1","subject":"%s","data":%s}\
    """
        .formatted(
            DEVICE,
            epoch,
            seq,
            DEVICE,
            transition.name().toLowerCase(Locale.ROOT),
            f.faultId(),
            dataJson(transition, f));
  }

  static String dataJson(Transition transition, FaultFacts f) {
    return """
    {"faultId":"%s","code":"%s","component":"%s","type":"%s","priority":%d,"test":%b,\
    "transition":"%s","state":{"active":%b,"suppressedBy":%s,"shelvedUntil":null,"outOfService":%b,\
    "acknowledged":%b},"resolution":{"verified":%b},\
    "symptom":{"en":"%s","zh":"风扇停转"}}\
    """
        .formatted(
            f.faultId(),
            f.code(),
            f.component(),
            f.type(),
            f.priority(),
            f.drill(),
            transition,
            f.active(),
            f.suppressedBy().map(by -> "\"" + by + "\"").orElse("null"),
            f.putAside(),
            f.repaired(),
            f.repaired(),
            f.symptom());
  }
}
