package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An episode as the command line tells it. In JSON its components are the keys, {@code symptom},
 * {@code advice} and {@code part} in both languages.
 *
 * @param faultId the episode
 * @param code {@code FAN-201}
 * @param component of what
 * @param severity {@code CRITICAL}, {@code MAJOR} or {@code MINOR}
 * @param publicImpact {@code none}, {@code degraded} or {@code out-of-service}
 * @param ne107 the status signal: {@code F}, {@code C}, {@code S} or {@code M}
 * @param active whether it goes on
 * @param latched whether its condition is gone, and only its acknowledgement is missing
 * @param flapping whether it came and went so often that it is held active until it is quiet
 * @param visit the service visit in which it is worked on, if one is
 * @param suppressedBy the faultId of its cause, where it is only a symptom
 * @param acknowledged who has taken note of it, if anybody has
 * @param shelved by whom and until when its alarm is put aside, if it is; empty once the episode
 *     has ended: it does not hear any more of what becomes of the alarm
 * @param resolution the sign-off of its repair, if there is one
 * @param symptom one sentence
 * @param advice steps, in their order
 * @param part what to bring, or empty
 * @param limit what it was judged by
 * @param first when it was first seen, ISO 8601
 * @param cleared when it ended, ISO 8601
 * @param clockTrusted whether {@code first} may be believed
 * @param occurrence which episode of this code on this component it is
 * @param memory what is remembered of its code on its component; empty where many are listed, and
 *     of a drill
 * @param source the file or device that told
 * @param test whether it is a drill: raised by hand, and nothing is wrong
 * @param freezeFrame what was read when it was first seen; empty where many are listed
 */
public record FaultSummary(
    String faultId,
    String code,
    String component,
    String severity,
    String publicImpact,
    String ne107,
    boolean active,
    boolean latched,
    boolean flapping,
    Optional<String> visit,
    Optional<String> suppressedBy,
    Optional<SeenBy> acknowledged,
    Optional<PutAside> shelved,
    Optional<SignedOff> resolution,
    Text symptom,
    List<Text> advice,
    Text part,
    LimitSummary limit,
    String first,
    Optional<String> cleared,
    boolean clockTrusted,
    long occurrence,
    Optional<MemorySummary> memory,
    String source,
    boolean test,
    Optional<FrameSummary> freezeFrame) {

  /**
   * Who has taken note of a fault.
   *
   * @param by a name, or the way by which it came where there is none: {@code buttons}
   * @param at when, ISO 8601
   */
  public record SeenBy(String by, String at) {}

  /**
   * Who has put an alarm aside.
   *
   * @param by as of {@link SeenBy}
   * @param until when it ends, ISO 8601; empty while it is out of service
   */
  public record PutAside(String by, Optional<String> until) {}

  /**
   * Who has signed a repair off.
   *
   * @param by as of {@link SeenBy}
   * @param at when, ISO 8601; empty where that was not kept
   * @param clockTrusted whether that may be believed
   * @param action what was done, or empty
   * @param part what was put in, or empty
   * @param verified whether it was well when it was tried out, and nothing was seen of the fault
   *     since
   * @param removed whether the component was taken away for good
   */
  public record SignedOff(
      String by,
      Optional<String> at,
      boolean clockTrusted,
      String action,
      String part,
      boolean verified,
      boolean removed) {}

  public FaultSummary {
    advice = List.copyOf(advice);
  }

  /** A stored episode, as one of a list. */
  public static FaultSummary of(Fault fault) {
    return of(fault, Optional.empty(), Optional.empty());
  }

  /**
   * A stored episode with all that is known of it.
   *
   * @param remembered of its code on its component, whose episode a drill is not
   */
  public static FaultSummary whole(Fault fault, Optional<DtcEntry> remembered) {
    return of(
        fault,
        remembered.filter(_ -> !fault.test()).map(MemorySummary::of),
        Optional.of(FrameSummary.of(fault.freezeFrame())));
  }

  private static FaultSummary of(
      Fault fault, Optional<MemorySummary> memory, Optional<FrameSummary> freezeFrame) {
    Standing standing = fault.standing();
    return new FaultSummary(
        fault.faultId(),
        fault.code(),
        fault.component(),
        fault.severity().name(),
        fault.publicImpact().text(),
        fault.ne107().letter(),
        fault.active(),
        standing.latched(),
        standing.flapping(),
        standing.visit(),
        fault.suppressedBy(),
        standing.acknowledged().map(FaultSummary::seenBy),
        standing
            .shelf()
            .filter(_ -> fault.active())
            .map(shelf -> new PutAside(called(shelf.by()), shelf.until().map(Object::toString))),
        standing.resolution().map(FaultSummary::signedOff),
        fault.symptom(),
        fault.advice(),
        fault.part(),
        LimitSummary.of(fault.limit()),
        fault.first().toString(),
        fault.cleared().map(Object::toString),
        fault.clockTrusted(),
        fault.occurrence().total(),
        memory,
        fault.source(),
        fault.test(),
        freezeFrame);
  }

  /** The same when it is over, where nothing else is known of how it ended. */
  public FaultSummary ended(Optional<String> at) {
    return new FaultSummary(
        faultId,
        code,
        component,
        severity,
        publicImpact,
        ne107,
        false,
        false,
        false,
        Optional.empty(),
        suppressedBy,
        acknowledged,
        Optional.empty(),
        resolution,
        symptom,
        advice,
        part,
        limit,
        first,
        at,
        clockTrusted,
        occurrence,
        memory,
        source,
        test,
        freezeFrame);
  }

  /** All of them as a JSON array, in one line. */
  public static String toJson(List<FaultSummary> faults) {
    return ControlProtocol.json(json -> FaultJson.write(json, faults));
  }

  /** This one as a JSON object, in one line. */
  public String toJson() {
    return ControlProtocol.json(this::write);
  }

  /** Writes it as an object. */
  public void write(JsonWriter json) {
    FaultJson.write(json, this);
  }

  private static SeenBy seenBy(Acknowledged acknowledged) {
    return new SeenBy(called(acknowledged.by()), acknowledged.at().wall().toString());
  }

  private static SignedOff signedOff(Resolution how) {
    return new SignedOff(
        called(how.by()),
        how.at().map(at -> at.wall().toString()),
        how.at().map(Stamp::trusted).orElse(false),
        how.action(),
        how.part(),
        how.verified(),
        how.removed());
  }

  static String called(Actor by) {
    return by.name().isEmpty() ? by.kind().name().toLowerCase(Locale.ROOT) : by.name();
  }
}
