package io.panelwatch.simulator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A service ticket: one fault episode that someone has to end. Immutable; every change raises
 * {@code rev}.
 *
 * @param number from 1, over all devices
 * @param rev from 1; with the backend's epoch it orders what is published
 * @param device where the fault is
 * @param fault what is known of it
 * @param state where the work stands
 * @param assignee who has it; empty while it is open, and kept when it closes
 * @param openedAt wall clock
 * @param assignedAt wall clock
 * @param closedAt wall clock
 * @param onSite what people at the device have done for it
 */
public record Ticket(
    long number,
    long rev,
    String device,
    FaultFacts fault,
    State state,
    Optional<Agent> assignee,
    Instant openedAt,
    Optional<Instant> assignedAt,
    Optional<Instant> closedAt,
    OnSite onSite) {

  /**
   * Who has done something at the device, by name, or by which way it came.
   *
   * @param acknowledgedBy who has taken note of the fault
   * @param signedOffBy who has signed off its repair last
   */
  public record OnSite(Optional<String> acknowledgedBy, Optional<String> signedOffBy) {

    /** Nobody has done anything yet. */
    public static final OnSite NOBODY = new OnSite(Optional.empty(), Optional.empty());
  }

  /** Where the work stands. */
  public enum State {
    /** Waits for an agent. */
    OPEN,
    /** An agent has it. */
    ASSIGNED,
    /** The fault is over. */
    CLOSED,
    /** Closed, and taken off the broker. */
    ARCHIVED;

    /** The name in {@code dn/ticket}: {@code open}, {@code assigned}, {@code closed}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<Duration> CONTACT_WITHIN =
      List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(24), Duration.ofHours(72));

  static Ticket open(long number, String device, FaultFacts fault, Instant now) {
    return new Ticket(
        number,
        1,
        device,
        fault,
        State.OPEN,
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty(),
        OnSite.NOBODY);
  }

  /** The last level of its topic, such as {@code T0042}. */
  public String id() {
    return "T%04d".formatted(number);
  }

  /** The episodes that it stands for. */
  public List<String> faultIds() {
    return List.of(fault.faultId());
  }

  /** By when the device's people must have been contacted: 1, 4, 24, 72 hours by priority. */
  public Instant dueAt() {
    return openedAt.plus(CONTACT_WITHIN.get(fault.priority() - 1));
  }

  /** One line for the technician: code, component, symptom. */
  public String note() {
    String what = fault.code() + " " + fault.component();
    return fault.symptom().isEmpty() ? what : what + ": " + fault.symptom();
  }

  /** Whether someone still has to do something. */
  public boolean pending() {
    return state == State.OPEN || state == State.ASSIGNED;
  }

  Ticket assign(Agent agent, Instant now) {
    return next(State.ASSIGNED, Optional.of(agent), Optional.of(now), Optional.empty());
  }

  Ticket close(Instant now) {
    return next(State.CLOSED, assignee, assignedAt, Optional.of(now));
  }

  Ticket archive() {
    return next(State.ARCHIVED, assignee, assignedAt, closedAt);
  }

  Ticket acknowledged(String by) {
    return with(new OnSite(Optional.of(by), onSite.signedOffBy));
  }

  Ticket signedOff(String by) {
    return with(new OnSite(onSite.acknowledgedBy, Optional.of(by)));
  }

  private Ticket with(OnSite other) {
    return new Ticket(
        number, rev + 1, device, fault, state, assignee, openedAt, assignedAt, closedAt, other);
  }

  private Ticket next(
      State newState,
      Optional<Agent> newAssignee,
      Optional<Instant> newAssignedAt,
      Optional<Instant> newClosedAt) {
    return new Ticket(
        number,
        rev + 1,
        device,
        fault,
        newState,
        newAssignee,
        openedAt,
        newAssignedAt,
        newClosedAt,
        onSite);
  }
}
