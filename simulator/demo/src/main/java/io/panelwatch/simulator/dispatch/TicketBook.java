package io.panelwatch.simulator.dispatch;

import io.panelwatch.simulator.dispatch.Dispatcher.Candidate;
import io.panelwatch.simulator.dispatch.Dispatcher.Experience;
import io.panelwatch.simulator.dispatch.ReportRow.FaultChange;
import io.panelwatch.simulator.dispatch.ReportRow.Service;
import io.panelwatch.simulator.dispatch.ReportRow.Skipped;
import io.panelwatch.simulator.dispatch.ReportRow.Transition;
import io.panelwatch.simulator.dispatch.ReportRow.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All tickets and the crew. An immutable value; every method returns the next one.
 *
 * <ul>
 *   <li>RAISED opens a ticket, unless the fault is a symptom ({@code suppressedBy}) or a drill. An
 *       UPDATED that is no longer suppressed opens it then.
 *   <li>Nobody is dispatched for a fault whose alarm is put aside: it gets no ticket, and one that
 *       nobody has yet is closed. Who is on the way already keeps theirs. An UPDATED that is no
 *       longer put aside opens one again.
 *   <li>CLEARED closes it, whoever has it. So does RESOLVED where the fault is over or its repair
 *       is verified: what is signed off and still there needs somebody.
 *   <li>Who has acknowledged the fault at the device, or signed off its repair, stands on it.
 *   <li>The most urgent, then the oldest ticket is offered first, again at every change.
 *   <li>A closed ticket stays published for {@link #KEEP_CLOSED}, then it is archived, which
 *       empties its retained message: a stand-in for the device's acknowledgement.
 * </ul>
 *
 * @param crew every agent that is on-line
 * @param tickets by number
 */
record TicketBook(List<Agent> crew, SortedMap<Long, Ticket> tickets) {

  static final Duration KEEP_CLOSED = Duration.ofMinutes(10);

  /** How long back the same fault counts as asked for before. */
  private static final Duration REPEATS_WITHIN = Duration.ofHours(24);

  /** Archived tickets beyond this many are forgotten, the oldest first. */
  private static final int MAX_TICKETS = 1_000;

  TicketBook {
    crew = List.copyOf(crew);
    tickets = Collections.unmodifiableSortedMap(new TreeMap<>(tickets));
  }

  /** Follows one row of a device's outbox. */
  TicketBook after(ReportRow row, Instant now) {
    return switch (row.content()) {
      case FaultChange change -> after(change, row.device(), now);
      case Service done -> note(done, row.device());
      case Skipped _, Unreadable _ -> this;
    };
  }

  private TicketBook after(FaultChange change, String device, Instant now) {
    FaultFacts facts = change.facts();
    boolean over = change.transition() == Transition.CLEARED || !facts.active() || facts.repaired();
    return over
        ? closeWhere(t -> t.fault().faultId().equals(facts.faultId()), device, now)
        : follow(device, facts, now);
  }

  /** Who has done it stands on the latest ticket of the fault, also where that ended with it. */
  private TicketBook note(Service done, String device) {
    Optional<Ticket> latest =
        tickets.values().stream()
            .filter(t -> t.device().equals(device) && t.state() != Ticket.State.ARCHIVED)
            .filter(t -> t.fault().faultId().equals(done.subject()))
            .reduce((_, later) -> later);
    return switch (done.event()) {
      case Service.ACKNOWLEDGED -> latest.map(t -> with(t.acknowledged(done.by()))).orElse(this);
      case Service.SIGNED_OFF -> latest.map(t -> with(t.signedOff(done.by()))).orElse(this);
      default -> this;
    };
  }

  /**
   * Heals from the list of active faults what skipped rows would have told. Only to be called with
   * a list that is as new as the ledger.
   */
  TicketBook reconcile(String device, List<FaultFacts> active, Instant now) {
    Set<String> ids = active.stream().map(FaultFacts::faultId).collect(Collectors.toSet());
    TicketBook next = closeWhere(t -> !ids.contains(t.fault().faultId()), device, now);
    for (FaultFacts facts : active) {
      next = next.follow(device, facts, now);
    }
    return next;
  }

  /** Offers waiting tickets to idle agents. */
  TicketBook dispatch(Instant now) {
    TicketBook next = this;
    List<Ticket> waiting =
        tickets.values().stream()
            .filter(t -> t.state() == Ticket.State.OPEN)
            .sorted(
                Comparator.<Ticket>comparingInt(t -> t.fault().priority())
                    .thenComparing(Ticket::openedAt)
                    .thenComparingLong(Ticket::number))
            .toList();
    for (Ticket ticket : waiting) {
      Optional<Agent> agent =
          Dispatcher.pick(
              ticket.fault().type(),
              next.earlierRequests(ticket),
              next.idle(),
              next.experienceByKind());
      if (agent.isPresent()) {
        next = next.with(ticket.assign(agent.get(), now));
      }
    }
    return next;
  }

  /** Archives what has been closed for long enough. */
  TicketBook archive(Instant now) {
    TicketBook next = this;
    for (Ticket ticket : tickets.values()) {
      boolean due =
          ticket.state() == Ticket.State.CLOSED
              && ticket.closedAt().map(at -> !at.plus(KEEP_CLOSED).isAfter(now)).orElse(false);
      if (due) {
        next = next.with(ticket.archive());
      }
    }
    return next;
  }

  /** The tickets that are new or have another revision than in an older book. */
  List<Ticket> changedSince(TicketBook older) {
    return tickets.values().stream().filter(t -> !t.equals(older.tickets.get(t.number()))).toList();
  }

  /** The ticket of an episode that someone still works on. */
  Optional<Ticket> pendingFor(String device, String faultId) {
    return pending(device).filter(t -> t.fault().faultId().equals(faultId)).findFirst();
  }

  /** For whom nobody is to be sent now, a ticket that waits is taken back. */
  private TicketBook follow(String device, FaultFacts facts, Instant now) {
    return facts.putAside() || facts.attended()
        ? closeWhere(
            t -> t.fault().faultId().equals(facts.faultId()) && t.state() == Ticket.State.OPEN,
            device,
            now)
        : openFor(device, facts, now);
  }

  private TicketBook openFor(String device, FaultFacts facts, Instant now) {
    boolean wanted =
        facts.active() && facts.suppressedBy().isEmpty() && !facts.drill() && !facts.repaired();
    if (!wanted || pendingFor(device, facts.faultId()).isPresent()) {
      return this;
    }
    long number = tickets.isEmpty() ? 1 : tickets.lastKey() + 1;
    return with(Ticket.open(number, device, facts, now));
  }

  private TicketBook closeWhere(Predicate<Ticket> over, String device, Instant now) {
    TicketBook next = this;
    for (Ticket ticket : pending(device).filter(over).toList()) {
      next = next.with(ticket.close(now));
    }
    return next;
  }

  private TicketBook with(Ticket ticket) {
    var more = new TreeMap<>(tickets);
    more.put(ticket.number(), ticket);
    if (more.size() > MAX_TICKETS
        && more.firstEntry().getValue().state() == Ticket.State.ARCHIVED) {
      more.pollFirstEntry();
    }
    return new TicketBook(crew, more);
  }

  private Stream<Ticket> pending(String device) {
    return tickets.values().stream().filter(t -> t.pending() && t.device().equals(device));
  }

  private int earlierRequests(Ticket ticket) {
    Instant since = ticket.openedAt().minus(REPEATS_WITHIN);
    return (int)
        tickets.headMap(ticket.number()).values().stream()
            .filter(t -> t.device().equals(ticket.device()))
            .filter(t -> t.fault().code().equals(ticket.fault().code()))
            .filter(t -> t.fault().component().equals(ticket.fault().component()))
            .filter(t -> t.openedAt().isAfter(since))
            .count();
  }

  private List<Candidate> idle() {
    return crew.stream()
        .filter(a -> ticketsOf(a).noneMatch(Ticket::pending))
        .map(a -> new Candidate(a, idleSince(a)))
        .toList();
  }

  private Instant idleSince(Agent agent) {
    return ticketsOf(agent)
        .flatMap(t -> t.closedAt().stream())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Stream<Ticket> ticketsOf(Agent agent) {
    return tickets.values().stream()
        .filter(t -> t.assignee().map(Agent::name).filter(agent.name()::equals).isPresent());
  }

  private Map<Agent.Kind, Experience> experienceByKind() {
    var experience = new EnumMap<Agent.Kind, Experience>(Agent.Kind.class);
    for (Agent.Kind kind : Agent.Kind.values()) {
      List<Duration> handlings =
          tickets.values().stream()
              .filter(t -> t.assignee().map(Agent::kind).filter(kind::equals).isPresent())
              .flatMap(t -> t.closedAt().stream().map(end -> handling(t, end)))
              .toList();
      if (!handlings.isEmpty()) {
        Duration sum = handlings.stream().reduce(Duration.ZERO, Duration::plus);
        experience.put(kind, new Experience(handlings.size(), sum.dividedBy(handlings.size())));
      }
    }
    return experience;
  }

  private static Duration handling(Ticket ticket, Instant end) {
    Duration handling = Duration.between(ticket.assignedAt().orElse(end), end);
    return handling.isNegative() ? Duration.ZERO : handling;
  }
}
