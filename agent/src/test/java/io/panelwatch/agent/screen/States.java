package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.Notice;
import io.panelwatch.agent.state.Page;
import io.panelwatch.agent.state.QueueInfo;
import io.panelwatch.agent.state.Site;
import io.panelwatch.agent.state.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** States of a kiosk at 10:42 UTC, each told by what is special about it. */
final class States {

  static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");

  Page page = new Page.Public();
  Language language = Language.EN;
  List<Fault> active = List.of();
  Optional<Visit> visit = Optional.empty();
  Optional<QueueInfo> queue = Optional.empty();
  Map<String, Ticket> tickets = Map.of();
  Optional<Notice> notice = Optional.empty();
  LinkStatus link = new LinkStatus(LinkStatus.Phase.CONNECTED, 0);
  boolean wallTrusted = true;
  Duration sinceReceipt = Duration.ZERO;

  DeviceState build() {
    return new DeviceState(
        "kiosk",
        "",
        "",
        new Site("Town hall", "", "", "", "", ""),
        language,
        ZoneOffset.UTC,
        "",
        page,
        0,
        Optional.empty(),
        active,
        List.of(),
        visit,
        queue,
        tickets,
        notice,
        link,
        sinceReceipt.toNanos(),
        wallTrusted);
  }

  static QueueInfo queue(Instant asOf) {
    return new QueueInfo(
        1,
        1,
        asOf,
        Duration.ofMinutes(5),
        0,
        Duration.ofMinutes(5),
        List.of(new QueueInfo.Serving("A123", "7")),
        12,
        OptionalInt.of(8),
        Text.NONE);
  }

  /** A visit that began twelve minutes ago. */
  static Visit visit() {
    return visit(true);
  }

  /** The same, by a clock that nobody trusted. */
  static Visit visitWithoutAClock() {
    return visit(false);
  }

  private static Visit visit(boolean trusted) {
    var opened = new Stamp(NOW.minus(Duration.ofMinutes(12)), trusted, "boot", 0);
    var mei = new Actor(Actor.Kind.SHELL, "mei");
    return new Visit("V1", opened, true, List.of(), Map.of(), mei);
  }

  /** The same for a fault of one component. */
  static Visit visitTo(String component) {
    Visit all = visit();
    List<Visit.Work> works = List.of(new Visit.Work("f-1", "FAN-201", component));
    return new Visit(all.id(), all.opened(), false, works, Map.of(), all.by());
  }

  static Fault fault(String code, Severity severity, PublicImpact impact) {
    return fault(
        code,
        severity,
        impact,
        new Text("It broke", "坏了"),
        List.of(new Text("First", "一"), new Text("Second", "二"), new Text("Third", "三")),
        Text.NONE);
  }

  /** One that is raised by hand. */
  static Fault drill(String code, Severity severity) {
    return drill(fault(code, severity, PublicImpact.NONE));
  }

  /** The same, of a code that the public would feel. */
  static Fault drill(String code, PublicImpact impact) {
    return drill(fault(code, Severity.CRITICAL, impact));
  }

  private static Fault drill(Fault f) {
    return new Fault(
        f.faultId(),
        f.rev(),
        f.code(),
        f.component(),
        f.failureMode(),
        f.severity(),
        f.kind(),
        f.ne107(),
        f.publicImpact(),
        f.symptom(),
        f.advice(),
        f.part(),
        f.active(),
        f.suppressedBy(),
        f.standing(),
        f.first(),
        f.last(),
        f.cleared(),
        f.clockTrusted(),
        f.bootId(),
        f.uptimeSeconds(),
        f.occurrence(),
        f.limit(),
        f.freezeFrame(),
        f.source(),
        true);
  }

  /** A fault of a code as the catalogue words it. */
  static Fault fault(CatalogueEntry entry) {
    Level level = entry.levels().getFirst();
    return fault(
        entry.code(),
        level.severity(),
        level.publicImpact(),
        entry.symptom(),
        entry.advice(),
        entry.part());
  }

  private static Fault fault(
      String code,
      Severity severity,
      PublicImpact impact,
      Text symptom,
      List<Text> advice,
      Text part) {
    return new Fault(
        "ID-" + code,
        1,
        code,
        "part1",
        "",
        severity,
        FaultKind.HARDWARE,
        Ne107.FAILURE,
        impact,
        symptom,
        advice,
        part,
        true,
        Optional.empty(),
        Standing.NEW,
        NOW,
        NOW,
        Optional.empty(),
        true,
        "boot",
        0,
        Occurrence.FIRST,
        new Limit(
            OptionalDouble.empty(),
            "",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Duration.ZERO,
            Duration.ZERO),
        new FreezeFrame(List.of(), List.of()),
        "",
        false);
  }

  static Ticket ticket(String faultId, Instant dueAt) {
    return ticket(faultId, dueAt, "");
  }

  static Ticket ticket(String faultId, Instant dueAt, String note) {
    return new Ticket(
        1,
        1,
        "T-9",
        List.of(faultId),
        "assigned",
        Optional.of(new Ticket.Assignee("Ann", "robot")),
        Optional.of(dueAt),
        note);
  }
}
