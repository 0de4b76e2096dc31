package io.panelwatch.agent.state;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.Buttons.Button;
import io.panelwatch.hal.Buttons.Press;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A device that is told what happens, event by event. */
final class FoldBench {

  final ManualClock clock = new ManualClock();
  private final DeviceStateFold fold = new DeviceStateFold(clock);
  private DeviceState state =
      new DeviceState(
          "kiosk-7",
          "",
          "0.1.0",
          Site.UNKNOWN,
          Language.EN,
          ZoneOffset.UTC,
          "",
          new Page.Public(),
          clock.monotonicNanos(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          LinkStatus.OFF,
          clock.monotonicNanos(),
          true);

  DeviceState state() {
    return state;
  }

  void take(Event event) {
    state = fold.apply(state, event);
  }

  /** Takes the outcome of a scan. */
  void judged(Fault... active) {
    var scan = new Scan(clock.wall(), true, clock.monotonicNanos(), List.of());
    take(new Event.Judged(scan, List.of(active), List.of(), Optional.empty()));
  }

  void press(Button button) {
    hold(button, Duration.ofMillis(80));
  }

  void hold(Button button, Duration held) {
    take(new Event.ButtonPressed(new Press(button, held)));
  }

  void shownTest(PanelTestStep step) {
    take(new Event.PanelTestShown(step));
  }

  void receive(QueueInfo queue) {
    take(new Event.QueueReceived(queue));
  }

  QueueInfo queue(long backendEpoch, long rev, String ticket) {
    return new QueueInfo(
        backendEpoch,
        rev,
        clock.wall(),
        Duration.ofSeconds(60),
        clock.monotonicNanos(),
        Duration.ofSeconds(60),
        List.of(new QueueInfo.Serving(ticket, "3")),
        12,
        OptionalInt.empty(),
        Text.NONE);
  }

  static Fault fault(String id, String code, Severity severity) {
    return new Fault(
        id,
        1,
        code,
        "fan1",
        "stopped",
        severity,
        FaultKind.HARDWARE,
        Ne107.FAILURE,
        PublicImpact.NONE,
        Text.NONE,
        List.of(Text.NONE, Text.NONE),
        Text.NONE,
        true,
        Optional.empty(),
        Standing.NEW,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        true,
        "boot",
        1,
        Occurrence.FIRST,
        new Limit(
            OptionalDouble.empty(),
            "rpm",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Duration.ZERO,
            Duration.ZERO),
        new FreezeFrame(List.of(), List.of()),
        "",
        false);
  }

  static Fault drill(Fault f) {
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

  static Fault impact(Fault f, Optional<String> suppressedBy) {
    return new Fault(
        f.faultId(),
        f.rev(),
        f.code(),
        f.component(),
        f.failureMode(),
        f.severity(),
        f.kind(),
        f.ne107(),
        PublicImpact.OUT_OF_SERVICE,
        f.symptom(),
        f.advice(),
        f.part(),
        f.active(),
        suppressedBy,
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
        f.test());
  }
}
