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
 * @param standing how it stands with people and with the rules of alarming
 * @param first when the condition was first seen
 * @param last the latest transition
 * @param cleared when it ended
 * @param clockTrusted whether {@code first} may be believed
 * @param bootId the boot in which it was first seen
 * @param uptimeSeconds of the board at first sight
 * @param occurrence which episode of this code on this component it is
 * @param limit what it was judged by
 * @param freezeFrame what was known at first sight
 * @param source the file or device that told
 * @param test a drill: raised by hand, and nothing is broken
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
    Standing standing,
    Instant first,
    Instant last,
    Optional<Instant> cleared,
    boolean clockTrusted,
    String bootId,
    long uptimeSeconds,
    Occurrence occurrence,
    Limit limit,
    FreezeFrame freezeFrame,
    String source,
    boolean test) {

  public Fault {
    advice = List.copyOf(advice);
  }

  /** What the fault is about. */
  public FaultType type() {
    return FaultType.ofCode(code);
  }

  /**
   * Whether it calls for somebody: it is there and no drill, is told under no cause, its alarm is
   * not put aside, and its repair is not signed off as verified. One in a visit calls for who makes
   * that; what begins there is told under it.
   */
  public boolean calls() {
    return active
        && !test
        && suppressedBy.isEmpty()
        && standing.shelf().isEmpty()
        && !standing.verified();
  }

  /** This episode at another level, under another cause or standing otherwise, one revision on. */
  public Fault updated(
      Instant at, Level level, Limit limit, Optional<String> suppressedBy, Standing standing) {
    return changed(
        rev + 1,
        ne107,
        level.severity(),
        level.publicImpact(),
        suppressedBy,
        standing,
        at,
        Optional.empty(),
        occurrence,
        limit);
  }

  /** This episode standing otherwise, one revision on. */
  public Fault updated(Instant at, Standing standing) {
    return changed(
        rev + 1,
        ne107,
        severity,
        publicImpact,
        suppressedBy,
        standing,
        at,
        cleared,
        occurrence,
        limit);
  }

  /** This episode at its end, one revision on. */
  public Fault cleared(Instant at) {
    return changed(
        rev + 1,
        ne107,
        severity,
        publicImpact,
        suppressedBy,
        standing,
        at,
        Optional.of(at),
        occurrence,
        limit);
  }

  /** This revision with another standing: a part of the transition that is being made. */
  public Fault with(Standing standing) {
    return changed(
        rev,
        ne107,
        severity,
        publicImpact,
        suppressedBy,
        standing,
        last,
        cleared,
        occurrence,
        limit);
  }

  /** This revision with another status signal: a part of the transition that is being made. */
  public Fault with(Ne107 signal) {
    return changed(
        rev,
        signal,
        severity,
        publicImpact,
        suppressedBy,
        standing,
        last,
        cleared,
        occurrence,
        limit);
  }

  /** This revision with other counts: a part of the transition that is being made. */
  public Fault with(Occurrence occurrence) {
    return changed(
        rev,
        ne107,
        severity,
        publicImpact,
        suppressedBy,
        standing,
        last,
        cleared,
        occurrence,
        limit);
  }

  /** What transitions change; all the rest stays as it was at confirmation. */
  private Fault changed(
      int rev,
      Ne107 ne107,
      Severity severity,
      PublicImpact publicImpact,
      Optional<String> suppressedBy,
      Standing standing,
      Instant last,
      Optional<Instant> cleared,
      Occurrence occurrence,
      Limit limit) {
    return new Fault(
        faultId,
        rev,
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
        standing,
        first,
        last,
        cleared,
        clockTrusted,
        bootId,
        uptimeSeconds,
        occurrence,
        limit,
        freezeFrame,
        source,
        test);
  }
}
