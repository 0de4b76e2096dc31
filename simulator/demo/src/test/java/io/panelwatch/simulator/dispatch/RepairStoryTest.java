package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.report.WrittenByTheAgent;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A repair from its ticket to its end, in the agent's own words, which the backend reads. */
final class RepairStoryTest {

  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");
  private static final String UP = "panelwatch/v1/" + Reports.DEVICE + "/up/";

  private final ManualClock clock = new ManualClock();
  private final WrittenByTheAgent written = new WrittenByTheAgent(Reports.DEVICE, Reports.EPOCH);
  private final Lifecycle lifecycle =
      new Lifecycle(
          Limits.of(Catalogue.load(), Map.of()),
          new Boot("boot-1", 0),
          () -> "f-1",
          (_, _) -> Occurrence.FIRST);

  private BackendState backend =
      BackendState.of(List.of(), new TicketBook(List.of(), new TreeMap<>()));
  private Sample part = fan(0);
  private long seq;

  @Test
  void repairThatIsSignedOffAsVerifiedNeedsNobodyWhileItsOffDelayRuns() throws Exception {
    verifiedRepair();

    assertEquals(List.of(Ticket.State.CLOSED), tickets());
  }

  @Test
  void repairThatDoesNotHoldCallsAgain() throws Exception {
    verifiedRepair();
    act(new Action.CloseVisit(LIN));

    part = fan(0);
    scan(1);

    assertEquals(List.of(Ticket.State.CLOSED, Ticket.State.OPEN), tickets());
  }

  @Test
  void repairThatDoesNotHoldWhileItsTechnicianIsThereCallsNobodyElse() throws Exception {
    verifiedRepair();

    part = fan(0);
    scan(1);
    assertEquals(List.of(Ticket.State.CLOSED), tickets());

    act(new Action.CloseVisit(LIN));
    scan(1);
    assertEquals(List.of(Ticket.State.CLOSED, Ticket.State.OPEN), tickets());
  }

  /** Its ticket goes as it is put aside; nobody may have looked at the board for hours since. */
  @Test
  void criticalHeatCallsThoughAVisitToItIsOpen() throws Exception {
    part = soc(85);
    faultWithATicket();
    act(new Action.Shelve("f-1", Duration.ofMinutes(10), LIN));
    act(new Action.OpenVisit("v-1", Set.of("f-1"), LIN));
    scan(1);
    assertEquals(List.of(Ticket.State.CLOSED), tickets());

    act(new Action.Unshelve("TMP-302", "soc", LIN));

    assertEquals(List.of(Ticket.State.CLOSED, Ticket.State.OPEN), tickets());
  }

  private void faultWithATicket() throws BadMessageException {
    hear(
        "status",
        "{\"online\":true,\"epoch\":%d,\"oldestSeq\":1,\"lastSeq\":0}".formatted(Reports.EPOCH));
    scan(31);
    assertEquals(List.of(Ticket.State.OPEN), tickets());
  }

  private void verifiedRepair() throws BadMessageException {
    faultWithATicket();
    act(new Action.OpenVisit("v-1", Set.of("f-1"), LIN));
    act(new Action.Retest("f-1", LIN));
    part = fan(1200);
    scan(31);
    act(new Action.Resolve("f-1", "new fan", "", false, LIN));
  }

  private void scan(int seconds) throws BadMessageException {
    for (int second = 0; second < seconds; second++) {
      clock.advance(Duration.ofSeconds(1));
      Judgement judged = lifecycle.judge(scan());
      tell(judged.transitions(), List.of());
    }
  }

  private static Sample fan(double rpm) {
    Measured none = Measured.absent();
    return new Sample.Fan(
        "fan1",
        "/hwmon/fan1",
        Measured.of(rpm),
        Measured.of(600),
        none,
        none,
        none,
        none,
        none,
        "");
  }

  private static Sample soc(double celsius) {
    Measured none = Measured.absent();
    return new Sample.Temperature(
        "soc",
        "/thermal",
        Sample.Temperature.Place.SOC,
        Measured.of(celsius),
        none,
        none,
        none,
        "",
        none,
        none);
  }

  private Scan scan() {
    List<SourceState> answered =
        Arrays.stream(SensorFamily.values())
            .map(family -> new SourceState(family, SourceState.Outcome.ANSWERED, 0, "/sys"))
            .toList();
    return new Scan(
        clock.wall(),
        true,
        clock.monotonicNanos(),
        Readings.of(part),
        answered,
        EnumSet.allOf(SensorFamily.class));
  }

  private void act(Action action) throws BadMessageException {
    Outcome outcome = lifecycle.act(action, new Moment(clock.wall(), true, clock.monotonicNanos()));
    Outcome.Done done = (Outcome.Done) outcome;
    boolean signedOff = action instanceof Action.Resolve;
    tell(done.transitions(), signedOff ? List.of(ReportRow.Service.SIGNED_OFF) : List.of());
  }

  /** The list goes before the rows of which it knows already. */
  private void tell(List<FaultTransition> transitions, List<String> deeds)
      throws BadMessageException {
    if (transitions.isEmpty() && deeds.isEmpty()) {
      return;
    }
    List<Fault> active = lifecycle.active("f-1").stream().toList();
    hear("faults/active", written.list(active, seq + transitions.size() + deeds.size()));
    for (FaultTransition transition : transitions) {
      hear("fault", written.event(transition, ++seq));
    }
    for (String deed : deeds) {
      hear("service", Reports.service(++seq, deed, "f-1").json());
    }
  }

  private void hear(String topic, String payload) throws BadMessageException {
    UpMessage message =
        UpMessageReader.read(UP + topic, payload.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    backend = backend.on(message, clock.wall()).state();
  }

  private List<Ticket.State> tickets() {
    return backend.book().tickets().values().stream().map(Ticket::state).toList();
  }
}
