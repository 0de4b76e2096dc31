package io.panelwatch.agent.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One episode of one fault: from its confirmation to its end. The record that the LCD shows, the
 * store keeps and the backend gets.
 *
 * @param faultId the episode; never used again
 * @param rev counts the episode's transitions from 1
 * @param code the catalogue's code: {@code FAN-201}
 * @param component what failed: {@code fan1}
 * @param failureMode how, in a word of the field: {@code stopped}
 * @param severity as in force for this episode
 * @param kind whose trade the repair is
 * @param ne107 status signal
 * @param publicImpact what the public feels of it
 * @param symptom one sentence
 * @param advice steps in the order to take them
 * @param part what to bring; empty where nothing
 * @param active whether the condition still holds
 * @param suppressedBy the faultId of the cause that it is a symptom of
 * @param first when the condition was first seen
 * @param last the latest transition
 * @param cleared when it ended
 * @param clockTrusted whether {@code first} may be believed
 * @param bootId the boot in which it was first seen
 * @param uptimeSeconds of the board at first sight
 * @param occurrence how many episodes this code has had on this component, this one included
 * @param limit what it was judged by
 * @param freezeFrame what was known at first sight
 * @param source the file or device that told
 */
public record Fault(
    String faultId,
    int rev,
    String code,
    String component,
    String failureMode,
    Severity severity,
    FaultKind kind,
    Ne107 ne107,
    PublicImpact publicImpact,
    Text symptom,
    List<Text> advice,
    Text part,
    boolean active,
    Optional<String> suppressedBy,
    Instant first,
    Instant last,
    Optional<Instant> cleared,
    boolean clockTrusted,
    String bootId,
    long uptimeSeconds,
    int occurrence,
    Limit limit,
    FreezeFrame freezeFrame,
    String source) {

  public Fault {
    advice = List.copyOf(advice);
  }

  /** What the fault is about. */
  public FaultType type() {
    return FaultType.ofCode(code);
  }

  /** This episode at another level or under another cause, one revision on. */
  public Fault updated(Instant at, Level level, Limit limit, Optional<String> suppressedBy) {
    return next(at, level.severity(), level.publicImpact(), suppressedBy, Optional.empty(), limit);
  }

  /** This episode at its end, one revision on. */
  public Fault cleared(Instant at) {
    return next(at, severity, publicImpact, suppressedBy, Optional.of(at), limit);
  }

  private Fault next(
      Instant at,
      Severity severity,
      PublicImpact publicImpact,
      Optional<String> suppressedBy,
      Optional<Instant> cleared,
      Limit limit) {
    return new Fault(
        faultId,
        rev + 1,
        code,
        component,
        failureMode,
        severity,
        kind,
        ne107,
        publicImpact,
        symptom,
        advice,
        part,
        cleared.isEmpty(),
        suppressedBy,
        first,
        at,
        cleared,
        clockTrusted,
        bootId,
        uptimeSeconds,
        occurrence,
        limit,
        freezeFrame,
        source);
  }
}
