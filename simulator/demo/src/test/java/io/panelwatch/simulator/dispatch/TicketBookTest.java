package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.simulator.dispatch.ReportRow.Service;
import io.panelwatch.simulator.dispatch.ReportRow.Transition;
import io.panelwatch.simulator.dispatch.Ticket.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TicketBookTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Agent CHEN = new Agent("Chen", Agent.Kind.REGULAR, Set.of("cooling"));
  private static final FaultFacts FAN = Reports.fan("f-1");

  private final TicketBook empty = new TicketBook(List.of(CHEN), new TreeMap<>());

  @Test
  void raisedFaultOpensATicketThatItsEndCloses() {
    TicketBook open = after(empty, Transition.RAISED, FAN);
    Ticket ticket = only(open);
    assertEquals(State.OPEN, ticket.state());
    assertEquals(List.of("f-1"), ticket.faultIds());
    assertEquals("FAN-201 fan1: Fan stopped", ticket.note());

    Ticket closed = only(after(open, Transition.CLEARED, Reports.over(FAN)));
    assertEquals(State.CLOSED, closed.state());
    assertEquals(ticket.rev() + 1, closed.rev());
    assertEquals(Optional.of(NOW), closed.closedAt());
  }

  @Test
  void aRepairThatIsVerifiedClosesTheTicketAndOpensNone() {
    TicketBook open = after(empty, Transition.RAISED, FAN);
    FaultFacts repaired = Reports.repaired(FAN);

    TicketBook closed = after(open, Transition.RESOLVED, repaired);

    assertEquals(State.CLOSED, only(closed).state());
    assertEquals(1, after(closed, Transition.UPDATED, repaired).tickets().size());
    assertEquals(2, after(closed, Transition.UPDATED, FAN).tickets().size(), "it was seen again");
  }

  @Test
  void aRepairThatIsSignedOffAndNotVerifiedKeepsTheTicketWhileTheFaultIsThere() {
    TicketBook open = after(empty, Transition.RAISED, FAN);

    TicketBook signedOff = after(open, Transition.RESOLVED, FAN);

    assertEquals(State.OPEN, only(signedOff).state());
    assertEquals(State.CLOSED, only(after(open, Transition.RESOLVED, Reports.over(FAN))).state());
  }

  @Test
  void whoAcknowledgesAndSignsOffAtTheDeviceStandsOnTheTicketAlsoWhereThatIsClosed() {
    TicketBook open = after(empty, Transition.RAISED, FAN);
    TicketBook seen = open.after(Reports.service(2, Service.ACKNOWLEDGED, "f-1"), NOW);
    TicketBook closed = after(seen, Transition.RESOLVED, Reports.repaired(FAN));
    Ticket ticket = only(closed.after(Reports.service(4, Service.SIGNED_OFF, "f-1"), NOW));

    assertEquals(State.CLOSED, ticket.state());
    assertEquals(new Ticket.OnSite(Optional.of("lin"), Optional.of("lin")), ticket.onSite());
    assertEquals(only(closed).rev() + 1, ticket.rev());
  }

  @Test
  void whatConcernsNoTicketChangesNone() {
    TicketBook open = after(empty, Transition.RAISED, FAN);
    assertEquals(open, open.after(Reports.service(2, Service.ACKNOWLEDGED, "f-9"), NOW));
    assertEquals(open, open.after(Reports.service(2, "audit", "f-1"), NOW));
  }

  @Test
  void aSymptomGetsATicketOnlyOnceItsCauseIsGone() {
    FaultFacts hot = Reports.fault("f-2", "TMP-301", "soc", "temperature", 2);
    TicketBook book = after(empty, Transition.RAISED, Reports.symptomOf("f-1", hot));
    assertTrue(book.tickets().isEmpty());
    book = after(book, Transition.UPDATED, Reports.symptomOf("f-1", hot));
    assertTrue(book.tickets().isEmpty());
    assertEquals("TMP-301", only(after(book, Transition.UPDATED, hot)).fault().code());
  }

  @Test
  void updatesOfAnEpisodeOpenNoSecondTicket() {
    TicketBook book = after(empty, Transition.RAISED, FAN);
    book = after(book, Transition.UPDATED, FAN);
    assertEquals(1, after(book, Transition.ACKNOWLEDGED, FAN).tickets().size());
  }

  @Test
  void aDrillSendsNobody() {
    assertTrue(after(empty, Transition.RAISED, Reports.drill(FAN)).tickets().isEmpty());
  }

  @Test
  void nobodyIsSentForAFaultThatIsPutAsideUntilItCountsAgain() {
    FaultFacts aside = Reports.putAside(FAN);
    assertTrue(after(empty, Transition.RAISED, aside).tickets().isEmpty());

    TicketBook open = after(empty, Transition.RAISED, FAN);
    TicketBook shelved = after(open, Transition.SHELVED, aside).dispatch(NOW);
    assertEquals(State.CLOSED, only(shelved).state());
    assertEquals(Optional.empty(), only(shelved).assignee());

    TicketBook back = after(shelved, Transition.UPDATED, FAN).dispatch(NOW);
    Ticket again = back.pendingFor(Reports.DEVICE, "f-1").orElseThrow();
    assertEquals(Optional.of(CHEN), again.assignee());
  }

  @Test
  void whoIsOnTheWayKeepsTheTicketOfAFaultThatIsPutAside() {
    TicketBook assigned = after(empty, Transition.RAISED, FAN).dispatch(NOW);
    FaultFacts aside = Reports.putAside(FAN);
    TicketBook shelved = after(assigned, Transition.SHELVED, aside);
    assertEquals(State.ASSIGNED, only(shelved).state());
    assertEquals(
        State.CLOSED, only(after(shelved, Transition.CLEARED, Reports.over(aside))).state());
  }

  @Test
  void theListOfActiveFaultsTellsWhatIsPutAside() {
    TicketBook open = after(empty, Transition.RAISED, FAN);
    List<FaultFacts> list = List.of(Reports.putAside(FAN));
    TicketBook book = open.reconcile(Reports.DEVICE, list, NOW);
    assertTrue(book.pendingFor(Reports.DEVICE, "f-1").isEmpty());
    assertTrue(empty.reconcile(Reports.DEVICE, list, NOW).tickets().isEmpty());
  }

  @Test
  void aTicketThatWaitsIsNotSentOutWhileATechnicianIsAtWorkOnItsFault() {
    FaultFacts second = Reports.fault("f-2", "FAN-202", "fan2", "cooling", 4);
    TicketBook book = after(after(empty, Transition.RAISED, FAN), Transition.RAISED, second);
    book = book.dispatch(NOW);
    book = after(book, Transition.UPDATED, Reports.attended(FAN));
    book = after(book, Transition.UPDATED, Reports.attended(second)).dispatch(NOW);
    assertEquals(
        State.ASSIGNED, book.pendingFor(Reports.DEVICE, "f-1").orElseThrow().state(), "on the way");

    book = after(book, Transition.CLEARED, Reports.over(FAN)).dispatch(NOW);
    assertTrue(book.pendingFor(Reports.DEVICE, "f-2").isEmpty());

    book = after(book, Transition.UPDATED, second).dispatch(NOW);
    assertEquals(
        State.ASSIGNED,
        book.pendingFor(Reports.DEVICE, "f-2").orElseThrow().state(),
        "the visit has ended");
  }

  @Test
  void dueTimeFollowsPriority() {
    for (int priority = 1; priority <= 4; priority++) {
      var fault = Reports.fault("f", "FAN-201", "fan1", "cooling", priority);
      Duration due = Duration.between(NOW, only(after(empty, Transition.RAISED, fault)).dueAt());
      assertEquals(List.of(1, 4, 24, 72).get(priority - 1), (int) due.toHours());
    }
  }

  @Test
  void theMostUrgentTicketIsOfferedFirstAndTheNextWhenTheAgentIsFree() {
    TicketBook book =
        after(empty, Transition.RAISED, Reports.fault("late", "DSK-401", "disk1", "storage", 3));
    book = after(book, Transition.RAISED, Reports.fault("urgent", "FAN-201", "fan1", "cooling", 1));
    book = book.dispatch(NOW);
    assertEquals(State.OPEN, book.pendingFor(Reports.DEVICE, "late").orElseThrow().state());
    Ticket urgent = book.pendingFor(Reports.DEVICE, "urgent").orElseThrow();
    assertEquals(State.ASSIGNED, urgent.state());
    assertEquals(Optional.of(CHEN), urgent.assignee());

    book = after(book, Transition.CLEARED, Reports.over(urgent.fault())).dispatch(NOW);
    assertEquals(State.ASSIGNED, book.pendingFor(Reports.DEVICE, "late").orElseThrow().state());
  }

  @Test
  void theThirdRepetitionOfAFaultIsNoLongerSentToARobot() {
    var robot = new Agent("remote-1", Agent.Kind.ROBOT, Set.of("cooling"));
    var book = new TicketBook(List.of(robot, CHEN), new TreeMap<>());
    for (int earlier = 0; earlier <= Dispatcher.ROBOT_TRIES; earlier++) {
      FaultFacts again = Reports.fan("again-" + earlier);
      book = after(book, Transition.RAISED, again).dispatch(NOW);
      Ticket ticket = book.pendingFor(Reports.DEVICE, again.faultId()).orElseThrow();
      assertEquals(Optional.of(robot), ticket.assignee());
      book = after(book, Transition.CLEARED, Reports.over(again));
    }
    book = after(book, Transition.RAISED, FAN).dispatch(NOW);
    assertEquals(
        Optional.of(CHEN), book.pendingFor(Reports.DEVICE, "f-1").orElseThrow().assignee());
  }

  @Test
  void theListOfActiveFaultsHealsALostEndAndALostBeginning() {
    TicketBook book = after(empty, Transition.RAISED, FAN);
    var disk = Reports.fault("f-9", "DSK-401", "disk1", "storage", 3);
    book = book.reconcile(Reports.DEVICE, List.of(disk), NOW);
    assertTrue(book.pendingFor(Reports.DEVICE, "f-1").isEmpty());
    assertTrue(book.pendingFor(Reports.DEVICE, "f-9").isPresent());
  }

  @Test
  void theListOfOneDeviceLeavesAnotherAlone() {
    TicketBook book = after(empty, Transition.RAISED, FAN);
    assertEquals(book, book.reconcile("other", List.of(), NOW));
  }

  @Test
  void aClosedTicketIsArchivedAfterItWasShownForAWhile() {
    TicketBook book = after(empty, Transition.RAISED, FAN);
    book = after(book, Transition.CLEARED, Reports.over(FAN));
    Instant later = NOW.plus(TicketBook.KEEP_CLOSED);
    assertEquals(State.CLOSED, only(book.archive(later.minusSeconds(1))).state());
    assertEquals(State.ARCHIVED, only(book.archive(later)).state());
  }

  private static TicketBook after(TicketBook book, Transition transition, FaultFacts facts) {
    return book.after(Reports.change(1, transition, facts), NOW);
  }

  private static Ticket only(TicketBook book) {
    assertEquals(1, book.tickets().size());
    return book.tickets().values().iterator().next();
  }
}
