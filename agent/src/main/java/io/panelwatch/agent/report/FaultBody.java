package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fault as JSON: what an event's {@code data} and an entry of {@code up/faults/active} have in
 * common.
 *
 * <p>{@code state} says how the alarm is put aside: {@code shelvedUntil} is a time where it is
 * shelved and null else; {@code outOfService} is true where it lasts until somebody puts it back.
 * For a fault with either, nobody is to be dispatched; {@code publicImpact} is true all the same.
 * {@code flapping} is true while it comes and goes too often to be told each time, and is held.
 * {@code visit} names the service visit in which it is worked on, or in which it began. {@code
 * resolution} is the sign-off of its repair, nulls where there is none; its {@code at} is null as
 * well where an earlier version of this program has kept it.
 */
final class FaultBody {

  private final DeviceProfile profile;

  FaultBody(DeviceProfile profile) {
    this.profile = profile;
  }

  /**
   * Writes the keys of a fault into an open object.
   *
   * @param durable whether what is told is stored, and not only held in memory
   * @param advised whether its advice is told; an empty list else
   */
  void write(JsonWriter json, Fault fault, boolean durable, boolean advised) {
    put(json, "rev", fault.rev());
    put(json, "faultId", fault.faultId());
    put(json, "code", fault.code());
    put(json, "component", fault.component());
    put(json, "failureMode", fault.failureMode());
    put(json, "kind", lower(fault.kind()));
    put(json, "type", lower(fault.type()));
    put(json, "test", fault.test());
    put(json, "durable", durable);
    writeState(json, fault);
    writeDtc(json, fault);
    put(json, "severity", fault.severity().name());
    put(json, "priority", fault.severity().priority());
    put(json, "ne107", fault.ne107().letter());
    put(json, "symptom", fault.symptom());
    put(json, "publicImpact", fault.publicImpact().text());
    put(json, "impact", impact(fault.publicImpact()));
    writeTime(json, fault);
    writePlace(json);
    writeLimit(json, fault.limit());
    writeRepair(json, fault, advised);
    writeResolution(json, fault.standing().resolution());
    writeDevice(json);
  }

  private void writeState(JsonWriter json, Fault fault) {
    Standing standing = fault.standing();
    Json.object(
        json,
        "state",
        () -> {
          put(json, "active", fault.active());
          put(json, "latched", standing.latched());
          put(json, "acknowledged", standing.acknowledged().isPresent());
          put(json, "suppressedBy", fault.suppressedBy());
          put(json, "shelvedUntil", standing.shelf().flatMap(Shelf::until));
          put(json, "outOfService", standing.shelf().filter(Shelf::isOutOfService).isPresent());
          put(json, "flapping", standing.flapping());
          put(json, "visit", standing.visit());
        });
  }

  /** What is only pending is told to nobody: that key says so to who expects it in a DTC. */
  private void writeDtc(JsonWriter json, Fault fault) {
    Occurrence occurrence = fault.occurrence();
    DtcStatus status = occurrence.status();
    Json.object(
        json,
        "dtc",
        () -> {
          put(json, "failedNow", fault.active());
          put(json, "failedThisBoot", status.hasFailedIn(profile.bootId()));
          put(json, "pending", false);
          put(json, "confirmed", occurrence.confirmed());
          put(json, "testedThisBoot", status.wasTestedIn(profile.bootId()));
        });
  }

  private static void writeTime(JsonWriter json, Fault fault) {
    Json.object(
        json,
        "time",
        () -> {
          put(json, "first", fault.first().toString());
          put(json, "last", fault.last().toString());
          put(json, "cleared", fault.cleared());
          put(json, "clockTrusted", fault.clockTrusted());
          put(json, "bootId", fault.bootId());
          put(json, "uptimeS", fault.uptimeSeconds());
        });
  }

  private void writePlace(JsonWriter json) {
    Json.object(
        json,
        "location",
        () -> {
          put(json, "site", profile.site().name());
          put(json, "address", profile.site().address());
          put(json, "unit", profile.site().unit());
          put(json, "slot", "");
        });
    Json.object(
        json,
        "contact",
        () -> {
          put(json, "name", profile.site().contactName());
          put(json, "phone", profile.site().contactPhone());
          put(json, "hours", profile.site().contactHours());
        });
  }

  private static void writeLimit(JsonWriter json, Limit limit) {
    Json.object(
        json,
        "limit",
        () -> {
          put(json, "value", limit.value());
          put(json, "unit", limit.unit());
          put(json, "raise", limit.raise());
          put(json, "clear", limit.clear());
          put(json, "onDelayS", limit.onDelay().toSeconds());
          put(json, "offDelayS", limit.offDelay().toSeconds());
        });
  }

  private static void writeRepair(JsonWriter json, Fault fault, boolean advised) {
    List<Text> parts = fault.part().isEmpty() ? List.of() : List.of(fault.part());
    Json.array(
        json,
        "callouts",
        parts,
        part -> {
          put(json, "priority", 1);
          put(json, "part", part.en());
          put(json, "partText", part);
          put(json, "location", fault.component());
          put(json, "procedure", fault.code());
        });
    Json.array(
        json,
        "advice",
        advised ? fault.advice() : List.<Text>of(),
        text -> {
          put(json, "en", text.en());
          put(json, "zh", text.zh());
        });
  }

  private static void writeResolution(JsonWriter json, Optional<Resolution> resolution) {
    Json.object(
        json,
        "resolution",
        () -> {
          put(json, "by", resolution.map(Resolution::by).map(Actor::name));
          put(json, "at", resolution.flatMap(Resolution::at).map(Stamp::wall));
          put(json, "action", resolution.map(Resolution::action));
          put(json, "part", resolution.map(Resolution::part));
          json.name("verified");
          resolution.ifPresentOrElse(how -> json.value(how.verified()), json::nullValue);
        });
  }

  private void writeDevice(JsonWriter json) {
    Json.object(
        json,
        "device",
        () -> {
          put(json, "model", profile.model());
          put(json, "serial", profile.serial());
          put(json, "version", profile.version());
          put(json, "configHash", profile.configHash());
        });
  }

  /** Writes {@code freezeFrame}: it goes with events, and not with the list of active faults. */
  static void writeFreezeFrame(JsonWriter json, FreezeFrame frame) {
    Json.object(
        json,
        "freezeFrame",
        () -> {
          Json.array(
              json,
              "before",
              frame.before().stream().filter(before -> before.reading().mayBeTold()).toList(),
              before -> {
                put(json, "time", before.wall().toString());
                put(json, "name", before.reading().quantity().text());
                writeReading(json, before.reading());
              });
          Json.object(json, "raw", () -> writeRaw(json, frame.raw()));
        });
  }

  /**
   * One key a reading, {@code mains/supply.online}: evidence may hold the same quantity of several
   * components, and a receiver refuses an object that has a key twice (RFC 8259, section 4).
   */
  private static void writeRaw(JsonWriter json, List<Reading> raw) {
    var byKey = new LinkedHashMap<String, Reading>();
    raw.stream()
        .filter(Reading::mayBeTold)
        .forEach(
            reading ->
                byKey.putIfAbsent(reading.component() + "/" + reading.quantity().text(), reading));
    byKey.forEach((key, reading) -> Json.object(json, key, () -> writeReading(json, reading)));
  }

  /** Writes the keys of a reading but for its name. */
  static void writeReading(JsonWriter json, Reading reading) {
    put(json, "component", reading.component());
    put(json, "value", reading.value());
    put(json, "unit", reading.quantity().unit());
    put(json, "quality", reading.quality().text());
    if (reading.errno() != 0) {
      put(json, "errno", reading.errno());
    }
    put(json, "source", reading.source());
  }

  private static String impact(PublicImpact impact) {
    return switch (impact) {
      case NONE -> "The public service goes on.";
      case DEGRADED -> "The public service is degraded.";
      case OUT_OF_SERVICE -> "The public service has stopped.";
    };
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
