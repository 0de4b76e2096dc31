package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.simulator.dispatch.ReportRow.Service;
import io.panelwatch.simulator.dispatch.ReportRow.Transition;
import io.panelwatch.simulator.dispatch.UpMessage.ActiveFaults;
import io.panelwatch.simulator.dispatch.UpMessage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendStateTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final FaultFacts FAN = Reports.fan("f-1");
  private static final ReportRow RAISED = Reports.change(1, Transition.RAISED, FAN);

  private BackendState state =
      BackendState.of(List.of(), new TicketBook(Agent.demoCrew(), new TreeMap<>()));
  private BackendState.Change last = new BackendState.Change(state, List.of());

  @Test
  void aNewEpochHasALedgerOfItsOwnAndTheOldOneStays() throws BadMessageException {
    follow(status(Reports.EPOCH, 1, 1), RAISED, status(8, 1, 0));
    assertEquals(OptionalLong.of(0), state.current(Reports.DEVICE).orElseThrow().contiguous());
    assertEquals(OptionalLong.of(1), contiguous(Reports.EPOCH));
  }

  @Test
  void rowsTakenOverFromAnotherEpochBeginWithTheFirstThatComes() throws BadMessageException {
    follow(status(8, 1, 0), Reports.skipped(5), Reports.skipped(6));
    assertEquals(OptionalLong.of(6), contiguous(Reports.EPOCH));
    assertEquals(OptionalLong.of(0), contiguous(8));
  }

  @Test
  void aRepeatedRowIsAnsweredSoThatALostAckHeals() throws BadMessageException {
    follow(status(Reports.EPOCH, 1, 1), RAISED, RAISED);
    assertEquals(1, last.steps().size());
    assertEquals(List.of(), last.steps().getFirst().recorded());
    assertEquals(1, state.book().tickets().size());
  }

  @Test
  void aFaultThatComesBackInTheWrongOrderIsTicketedInTheRightOne() throws BadMessageException {
    follow(
        status(Reports.EPOCH, 1, 2),
        Reports.change(2, Transition.CLEARED, Reports.over(FAN)),
        RAISED);
    assertEquals(Ticket.State.CLOSED, state.book().tickets().get(1L).state());
  }

  @Test
  void aSkippedEndHealsFromAListThatIsAsNewAsTheLedger() throws BadMessageException {
    follow(status(Reports.EPOCH, 1, 1), RAISED);
    follow(new ActiveFaults(Reports.DEVICE, Reports.EPOCH, 2, List.of()));
    assertTrue(isOpen(), "the list runs ahead of the ledger: row 2 is still on its way");
    follow(Reports.skipped(2));
    assertTrue(!isOpen(), "row 2 told nothing, the list does");
  }

  @Test
  void aListThatIsOlderThanTheLedgerClosesNothing() throws BadMessageException {
    follow(
        new ActiveFaults(Reports.DEVICE, Reports.EPOCH, 0, List.of()),
        status(Reports.EPOCH, 1, 1),
        RAISED);
    assertTrue(isOpen());
  }

  @Test
  void aListOfAnotherEpochClosesNothing() throws BadMessageException {
    follow(new ActiveFaults(Reports.DEVICE, 3, 1, List.of()), status(Reports.EPOCH, 1, 1), RAISED);
    assertTrue(isOpen());
  }

  @Test
  void aRestartedBackendGoesOnWhereItStopped(@TempDir Path folder)
      throws IOException, SQLException, BadMessageException {
    Path file = folder.resolve("dispatch.db");
    long firstEpoch;
    try (var store = BackendStore.open(file)) {
      firstEpoch = store.raiseEpoch(NOW);
      for (UpMessage message :
          List.of(status(Reports.EPOCH, 1, 4), RAISED, Reports.skipped(3), Reports.skipped(4))) {
        TicketBook before = state.book();
        follow(message);
        store.commit(last.steps(), state.book().changedSince(before), NOW);
      }
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

    try (var store = BackendStore.open(file)) {
      assertEquals(firstEpoch + 1, store.raiseEpoch(NOW), "the wall clock did not move");
      assertEquals(List.copyOf(state.ledgers().values()), store.ledgers());
      List<Ticket> tickets = store.tickets();
      assertEquals(1, tickets.size());
      assertEquals(state.book().tickets().get(1L).rev(), tickets.getFirst().rev());
      assertEquals("Chen Wei", tickets.getFirst().assignee().orElseThrow().name());

      state = BackendState.of(store.ledgers(), state.book());
      follow(RAISED, Reports.skipped(2));
      assertEquals(OptionalLong.of(4), contiguous(Reports.EPOCH));
      store.commit(last.steps(), List.of(), NOW);
    }
  }

  @Test
  void ticketKeepsWhoWasAtTheDeviceAlsoInAStoreThatHadNoPlaceForThat(@TempDir Path folder)
      throws IOException, SQLException, BadMessageException {
    Path file = folder.resolve("dispatch.db");
    BackendStore.open(file).close();
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
        var earlier = database.createStatement()) {
      earlier.execute("ALTER TABLE ticket DROP COLUMN signed_off_by");
      earlier.execute("ALTER TABLE ticket DROP COLUMN acknowledged_by");
    }
    follow(status(Reports.EPOCH, 1, 2), RAISED, Reports.service(2, Service.ACKNOWLEDGED, "f-1"));
    try (var store = BackendStore.open(file)) {
      store.commit(last.steps(), List.copyOf(state.book().tickets().values()), NOW);
    }
    try (var store = BackendStore.open(file)) {
      assertEquals(
          new Ticket.OnSite(Optional.of("lin"), Optional.empty()),
          store.tickets().getFirst().onSite());
    }
  }

  @Test
  void theBackendEpochFollowsTheClockUnlessThatWouldLowerIt(@TempDir Path folder)
      throws IOException, SQLException {
    try (var store = BackendStore.open(folder.resolve("dispatch.db"))) {
      assertEquals(NOW.getEpochSecond(), store.raiseEpoch(NOW));
      assertEquals(NOW.getEpochSecond() + 1, store.raiseEpoch(Instant.EPOCH));
      assertEquals(NOW.getEpochSecond() + 90, store.raiseEpoch(NOW.plusSeconds(90)));
    }
  }

  private void follow(UpMessage... messages) throws BadMessageException {
    for (UpMessage message : messages) {
      last = state.on(message, NOW);
      state = last.state();
    }
  }

  private boolean isOpen() {
    return state.book().pendingFor(Reports.DEVICE, FAN.faultId()).isPresent();
  }

  private OptionalLong contiguous(long epoch) {
    return state.ledgers().get(new BackendState.LedgerKey(Reports.DEVICE, epoch)).contiguous();
  }

  private static Status status(long epoch, long oldestSeq, long lastSeq) {
    return new Status(Reports.DEVICE, true, epoch, oldestSeq, lastSeq);
  }
}
