package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Faults for tests. */
public final class TestFaults {

  private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

  private TestFaults() {}

  /** A stopped fan, raised. */
  public static FaultTransition raised(String faultId) {
    return told(FaultTransition.Kind.RAISED, stoppedFan(faultId, 1, true));
  }

  /** The same fan turning again. */
  public static FaultTransition cleared(String faultId) {
    return told(FaultTransition.Kind.CLEARED, stoppedFan(faultId, 2, false));
  }

  /** The fan, stopped still, at a later revision. */
  public static FaultTransition updated(String faultId, int rev) {
    return told(FaultTransition.Kind.UPDATED, stoppedFan(faultId, rev, true));
  }

  /** What the agent tells of an episode at its latest change. */
  public static FaultTransition told(FaultTransition.Kind kind, Fault fault) {
    long uptimeMillis = 1000 * fault.uptimeSeconds() + 30_000;
    var at = new Stamp(fault.last(), fault.clockTrusted(), fault.bootId(), uptimeMillis);
    return new FaultTransition(kind, fault, at, Actor.AGENT);
  }

  /** An episode of FAN-201 on fan1, the first one. */
  public static Fault stoppedFan(String faultId, int rev, boolean active) {
    return stoppedFan(faultId, rev, active, "boot-1", Occurrence.FIRST);
  }

  /** Another one of them. */
  public static Fault stoppedFan(
      String faultId, int rev, boolean active, String bootId, Occurrence occurrence) {
    return stopped("fan1", faultId, rev, active, bootId, occurrence);
  }

  /** An episode of FAN-201 on any fan. */
  public static Fault stopped(
      String fan, String faultId, int rev, boolean active, String bootId, Occurrence occurrence) {
    return stopped(fan, faultId, rev, active, bootId, occurrence, false);
  }

  /** A drill on that fan. */
  public static Fault drill(String fan, String faultId, boolean active) {
    return stopped(fan, faultId, active ? 1 : 2, active, "boot-1", Occurrence.FIRST, true);
  }

  private static Fault stopped(
      String fan,
      String faultId,
      int rev,
      boolean active,
      String bootId,
      Occurrence occurrence,
      boolean test) {
    return new Fault(
        faultId,
        rev,
        "FAN-201",
        fan,
        "stopped",
        Severity.CRITICAL,
        FaultKind.HARDWARE,
        Ne107.FAILURE,
        PublicImpact.NONE,
        new Text("Fan 1 has stopped.", "风扇1已停转。"),
        List.of(new Text("Check the connector.", "检查插头。")),
        new Text("Fan 60x60x15", "风扇60x60x15"),
        active,
        Optional.empty(),
        Standing.NEW,
        FIRST,
        FIRST.plusSeconds(30),
        active ? Optional.empty() : Optional.of(FIRST.plusSeconds(600)),
        true,
        bootId,
        3600,
        occurrence,
        new Limit(
            OptionalDouble.of(0),
            "rpm",
            OptionalDouble.of(0),
            OptionalDouble.empty(),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60)),
        new FreezeFrame(
            List.of(new FreezeFrame.Before(FIRST.minusSeconds(2), rpm(2400))), List.of(rpm(0))),
        "/sys/class/hwmon/hwmon0/fan1_input",
        test);
  }

  private static Reading rpm(double value) {
    return new Reading(
        Quantity.FAN_RPM,
        "fan1",
        OptionalDouble.of(value),
        Quality.GOOD,
        0,
        "/sys/class/hwmon/hwmon0/fan1_input");
  }
}
