package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.InspectionSummary;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.Component;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody at the board's shell does with its faults, on a board that lives a minute in 1 s.
 */
@Timeout(120)
class ActionOnTheBoardTest {

  private static final Optional<Credentials> NOBODY = Optional.empty();

  @TempDir private Path folder;

  private final SimulatedClock clock = new SimulatedClock(60);
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);

  @AfterEach
  void end() {
    board.close();
    clock.close();
  }

  @Test
  void acknowledgementIsStoredAndShownInTheNameOfWhoAsked() throws Exception {
    try (var daemon = Daemon.start(setup())) {
      Fault fault = stoppedFan(daemon);

      assertEquals(new ActionAnswer.Done(2, true), acknowledge(fault.faultId()));

      Eventually.holds("it is shown", () -> seenBy(daemon).isPresent());
      assertEquals(
          Optional.of(new Actor(Actor.Kind.SHELL, Files.getOwner(folder).getName())),
          seenBy(daemon));
      assertEquals(new ActionAnswer.Already(), acknowledge(fault.faultId()));
    }
    assertEquals(2, stored().rev());
    assertTrue(stored().standing().acknowledged().isPresent());
  }

  @Test
  void signOffIsStoredAndKeptWithWhoMadeIt() throws Exception {
    String user = Files.getOwner(folder).getName();
    try (var daemon = Daemon.start(setup())) {
      Fault fault = stoppedFan(daemon);
      var asked = new Action.Resolve(fault.faultId(), "cleaned", "", false, Actor.AGENT);

      assertEquals(
          new ActionAnswer.Done(2, true),
          new ControlClient(folder).signed(asked, Optional.empty()));
    }
    assertEquals(2, stored().rev());
    assertTrue(stored().standing().resolution().isPresent());
    try (var store = FaultStore.open(folder, clock)) {
      AuditEntry kept = store.audit(10).getFirst();
      assertEquals("resolve done", kept.action() + " " + kept.outcome());
      assertEquals(new Actor(Actor.Kind.SHELL, "local:" + user), kept.by());
    }
  }

  @Test
  void beginningAndEndOfAVisitNameIt() throws Exception {
    String visit;
    try (var _ = Daemon.start(setup())) {
      var shell = new ControlClient(folder);
      shell.signed(new Action.OpenVisit("named by the daemon", Set.of(), Actor.AGENT), NOBODY);
      visit = shell.visit().orElseThrow().id();
      shell.act(new Action.CloseVisit(Actor.AGENT));
    }
    try (var store = FaultStore.open(folder, clock)) {
      assertEquals(
          List.of("visit-close " + visit, "visit-open " + visit),
          store.audit(2).stream().map(entry -> entry.action() + " " + entry.subject()).toList());
    }
  }

  @Test
  void faultThatIsNotThereIsRefusedAndNothingIsStored() throws Exception {
    try (var daemon = Daemon.start(setup())) {
      stoppedFan(daemon);

      assertEquals(new ActionAnswer.Refused("no-such-fault"), acknowledge("another"));
    }
    assertEquals(1, stored().rev());
  }

  @Test
  void whoeverIsRefusedAgainAndAgainLeavesAFewEntriesAndTheirNumber() throws Exception {
    try (var daemon = Daemon.start(setup())) {
      stoppedFan(daemon);
      for (int i = 0; i < 3 * Refusals.MOST; i++) {
        acknowledge("another");
      }
    }
    try (var store = FaultStore.open(folder, clock)) {
      List<AuditEntry> kept = store.audit(100);
      assertEquals(Refusals.MOST + 1, kept.size());
      assertEquals("more and 20 more", kept.getFirst().action() + " " + kept.getFirst().detail());
    }
  }

  @Test
  void inspectionIsKeptWithWhoMadeItAndItsIntervalBeginsAnew() throws Exception {
    String user = Files.getOwner(folder).getName();
    var client = new ControlClient(folder);
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("it runs", () -> daemon.state().scan().isPresent());
      assertEquals(Optional.empty(), fans(client).last());

      assertEquals(new ActionAnswer.Done(0, true), inspected(client, "fans"));
      assertEquals(new ActionAnswer.Refused("no-such-inspection"), inspected(client, "roof"));

      assertEquals(Optional.of("local:" + user), fans(client).last().orElseThrow().by());
    }
    try (var store = FaultStore.open(folder, clock)) {
      assertEquals("fans", store.inspections().getFirst().item());
      assertEquals(
          List.of("inspect roof no-such-inspection", "inspect fans done"),
          store.audit(2).stream()
              .map(e -> e.action() + " " + e.subject() + " " + e.outcome())
              .toList());
    }
  }

  @Test
  void inspectionThatIsSignedOffWasMade() throws Exception {
    Files.writeString(folder.resolve("running-hours"), "hours 90000\nsince 2001-01-01\n");
    var client = new ControlClient(folder);
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("it is due", () -> ofFans(daemon).isPresent());
      var asked =
          new Action.Resolve(ofFans(daemon).orElseThrow().faultId(), "", "", false, Actor.AGENT);

      client.signed(asked, Optional.empty());

      Eventually.holds("it is over", () -> ofFans(daemon).isEmpty());
      assertTrue(fans(client).last().isPresent());
    }
  }

  @Test
  void drillIsShownAsOneAndKeptWithWhoBeganIt() throws Exception {
    var client = new ControlClient(folder);
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("it runs", () -> daemon.state().scan().isPresent());
      var ten = Duration.ofMinutes(10);
      client.act(new Action.BeginDrill("FAN-201", "fan1", ten, Actor.AGENT));

      Eventually.holds("it is shown", () -> !daemon.state().drills().isEmpty());
      assertEquals(List.of(), daemon.state().real());
      assertTrue(client.active().getFirst().test());
      assertEquals(new ActionAnswer.Done(2, true), client.act(new Action.EndDrill(Actor.AGENT)));
      assertEquals(List.of(), client.active());
    }
    try (var store = FaultStore.open(folder, clock)) {
      assertEquals(
          List.of("drill-end  done", "drill FAN-201 fan1 done"),
          store.audit(2).stream()
              .map(e -> e.action() + " " + e.subject() + " " + e.outcome())
              .toList());
    }
  }

  private static Optional<Fault> ofFans(Daemon daemon) {
    return daemon.state().active().stream()
        .filter(fault -> fault.code().equals("MNT-B01") && fault.component().equals("fans"))
        .findFirst();
  }

  private static ActionAnswer inspected(ControlClient client, String item) throws IOException {
    return client.signed(new Action.Inspect(item, Actor.AGENT), Optional.empty());
  }

  private static InspectionSummary fans(ControlClient client) throws IOException {
    return client.inspections().stream()
        .filter(inspection -> inspection.item().equals("fans"))
        .findFirst()
        .orElseThrow();
  }

  private Fault stoppedFan(Daemon daemon) {
    board.apply(new BoardChange.SocHeld(45));
    board.apply(new BoardChange.FanStopped(Component.FAN1, true));
    Eventually.holds("the fault is confirmed", () -> !daemon.state().active().isEmpty());
    return daemon.state().active().getFirst();
  }

  private ActionAnswer acknowledge(String faultId) throws IOException {
    return new ControlClient(folder).act(new Action.Acknowledge(faultId, Actor.AGENT));
  }

  private static Optional<Actor> seenBy(Daemon daemon) {
    return daemon.state().active().getFirst().standing().acknowledged().map(seen -> seen.by());
  }

  private Fault stored() {
    try (var memory = FaultStore.openReadOnly(folder)) {
      return memory.active().getFirst();
    }
  }

  private DaemonSetup setup() {
    return new DaemonSetup(
        board,
        Optional.empty(),
        Optional.empty(),
        Configuration.defaults("kiosk"),
        false,
        folder,
        Optional.of(folder),
        ZoneOffset.UTC,
        "test");
  }
}
