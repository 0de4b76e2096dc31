package io.panelwatch.agent.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.Buttons.Button;
import io.panelwatch.hal.Buttons.Press;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DeviceStateFoldTest {

  private final ManualClock clock = new ManualClock();
  private final DeviceStateFold fold = new DeviceStateFold(clock);
  private DeviceState state =
      new DeviceState(
          "kiosk-7",
          "",
          "0.1.0",
          Site.UNKNOWN,
          Language.EN,
          ZoneOffset.UTC,
          "",
          new Page.Public(),
          clock.monotonicNanos(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          LinkStatus.OFF,
          clock.monotonicNanos(),
          true);

  @Test
  void worstFaultStandsFirstWhateverOrderItCameIn() {
    judged(fault("a", "DSK-401", Severity.MINOR), fault("b", "FAN-201", Severity.CRITICAL));
    assertEquals("FAN-201", state.active().getFirst().code());
  }

  @Test
  void okOpensTheWorstFaultAndBackLeavesIt() {
    judged(fault("a", "DSK-401", Severity.MINOR), fault("b", "FAN-201", Severity.CRITICAL));
    press(Button.OK);
    assertEquals(new Page.FaultDetail("b", 0), state.page());
    press(Button.BACK);
    assertEquals(new Page.Public(), state.page());
  }

  @Test
  void okWithoutFaultOpensTheStatusPage() {
    press(Button.OK);
    assertEquals(new Page.Status(), state.page());
  }

  @Test
  void listSelectionStaysWithinTheList() {
    judged(fault("a", "DSK-401", Severity.MINOR), fault("b", "FAN-201", Severity.CRITICAL));
    press(Button.DOWN);
    press(Button.UP);
    assertEquals(new Page.FaultList(0), state.page());
    press(Button.DOWN);
    press(Button.DOWN);
    assertEquals(new Page.FaultList(1), state.page());
    press(Button.OK);
    assertEquals(new Page.FaultDetail("a", 0), state.page());
  }

  @Test
  void scrollingEndsWhereTheAdviceEnds() {
    judged(fault("a", "FAN-201", Severity.CRITICAL));
    press(Button.OK);
    press(Button.DOWN);
    press(Button.DOWN);
    press(Button.DOWN);
    assertEquals(new Page.FaultDetail("a", 2), state.page());
    press(Button.UP);
    assertEquals(new Page.FaultDetail("a", 1), state.page());
  }

  @Test
  void pageOfAFaultThatEndsFallsBackToTheList() {
    judged(fault("a", "FAN-201", Severity.CRITICAL));
    press(Button.OK);
    judged();
    assertEquals(new Page.FaultList(0), state.page());
  }

  @Test
  void pressThatOnlyWokeTheScreenCountsAsATouchAndTurnsNoPage() {
    clock.advance(Duration.ofMinutes(1));

    state = fold.apply(state, new Event.Woken());

    assertEquals(new Page.Public(), state.page());
    assertEquals(clock.monotonicNanos(), state.lastInputNanos());
  }

  @Test
  void pageThatNobodyTouchesGivesTheScreenBack() {
    press(Button.UP);
    clock.advance(DeviceStateFold.BACK_TO_PUBLIC_AFTER);
    state = fold.apply(state, new Event.Tick());
    assertEquals(new Page.Status(), state.page());
    clock.advance(Duration.ofSeconds(1));
    state = fold.apply(state, new Event.Tick());
    assertEquals(new Page.Public(), state.page());
  }

  @Test
  void okHeldOnTheStatusPageBeginsThePanelsTestAndALetGoOneLeavesThePage() {
    press(Button.UP);
    hold(Button.OK, Duration.ofMillis(999));
    assertEquals(new Page.Public(), state.page());
    press(Button.UP);
    hold(Button.OK, DeviceStateFold.LONG_PRESS);
    assertEquals(new Page.PanelTest(PanelTestStep.EDGES), state.page());
  }

  @Test
  void okAndDownGoThroughAllStepsAndUpGoesBack() {
    shownTest(PanelTestStep.EDGES);
    press(Button.UP);
    assertEquals(new Page.PanelTest(PanelTestStep.FONTS), state.page());
    for (PanelTestStep step : PanelTestStep.values()) {
      press(step == PanelTestStep.COLOURS ? Button.OK : Button.DOWN);
      assertEquals(new Page.PanelTest(step), state.page());
    }
    press(Button.UP);
    assertEquals(new Page.PanelTest(PanelTestStep.LIGHT), state.page());
    press(Button.BACK);
    assertEquals(new Page.Status(), state.page());
  }

  @Test
  void panelsTestThatNobodyGoesOnWithGivesTheScreenBack() {
    clock.advance(Duration.ofMinutes(10));
    shownTest(PanelTestStep.COLOURS);
    clock.advance(DeviceStateFold.BACK_TO_PUBLIC_AFTER);
    state = fold.apply(state, new Event.Tick());
    assertEquals(new Page.PanelTest(PanelTestStep.COLOURS), state.page());
    clock.advance(Duration.ofSeconds(1));
    state = fold.apply(state, new Event.Tick());
    assertEquals(new Page.Public(), state.page());
  }

  @Test
  void endOfThePanelsTestLeavesAPageAloneThatSomebodyWentOnTo() {
    shownTest(PanelTestStep.FONTS);
    state = fold.apply(state, new Event.PanelTestEnded());
    assertEquals(new Page.Public(), state.page());
    shownTest(PanelTestStep.FONTS);
    press(Button.BACK);
    state = fold.apply(state, new Event.PanelTestEnded());
    assertEquals(new Page.Status(), state.page());
  }

  @Test
  void lowerRevOfTheSameBackendIsDropped() {
    receive(queue(10, 5, "A042"));
    receive(queue(10, 4, "A041"));
    assertEquals("A042", state.queue().orElseThrow().serving().getFirst().ticket());
  }

  @Test
  void backendThatStartedAgainMayBeginAtRevOne() {
    receive(queue(10, 5, "A042"));
    receive(queue(11, 1, "B001"));
    receive(queue(10, 9, "A050"));
    assertEquals("B001", state.queue().orElseThrow().serving().getFirst().ticket());
  }

  @Test
  void queueIsFreshOnlyAsLongAsThatCanBeProved() {
    receive(queue(10, 1, "A042"));
    assertTrue(state.queueFresh(clock.wall()));
    clock.advance(Duration.ofSeconds(61));
    state = fold.apply(state, new Event.Tick());
    assertFalse(state.queueFresh(clock.wall()));
  }

  @Test
  void wallClockThatIsNotTrustedNeitherAgesNorRefreshesAQueue() {
    receive(queue(10, 1, "A042"));
    clock.trustWall(false);
    clock.stepWall(Duration.ofDays(3650));
    state = fold.apply(state, new Event.Tick());
    assertTrue(state.queueFresh(clock.wall()));
    clock.advance(Duration.ofSeconds(61));
    clock.stepWall(Duration.ofDays(-7300));
    state = fold.apply(state, new Event.Tick());
    assertFalse(state.queueFresh(clock.wall()));
  }

  @Test
  void publicImpactIsTheWorstOfThoseThatAreNotSymptoms() {
    Fault cause = fault("a", "FAN-201", Severity.CRITICAL);
    judged(cause);
    assertEquals(PublicImpact.NONE, state.publicImpact());
    judged(cause, impact(fault("b", "TMP-302", Severity.CRITICAL), Optional.of("a")));
    assertEquals(PublicImpact.NONE, state.publicImpact());
    judged(cause, impact(fault("b", "TMP-302", Severity.CRITICAL), Optional.empty()));
    assertEquals(PublicImpact.OUT_OF_SERVICE, state.publicImpact());
  }

  @Test
  void onlyAFaultOfMajorSeverityOrWorseWantsAttention() {
    judged(fault("a", "DSK-401", Severity.MINOR));
    assertFalse(state.wantsAttention());
    judged(fault("a", "DSK-401", Severity.MINOR), fault("b", "DSP-701", Severity.MAJOR));
    assertTrue(state.wantsAttention());
    judged(fault("c", "FAN-201", Severity.CRITICAL));
    assertTrue(state.wantsAttention());
  }

  @Test
  void ticketIsFoundByTheEpisodeItIsForAndGoesWhenTakenBack() {
    var ticket =
        new Ticket(10, 1, "T-1", List.of("a"), "open", Optional.empty(), Optional.empty(), "");
    state = fold.apply(state, new Event.TicketReceived(ticket));
    assertEquals("T-1", state.ticketOf("a").orElseThrow().id());
    assertTrue(state.ticketOf("b").isEmpty());
    state = fold.apply(state, new Event.TicketRemoved("T-1"));
    assertTrue(state.ticketOf("a").isEmpty());
  }

  private void judged(Fault... active) {
    var scan = new Scan(clock.wall(), true, clock.monotonicNanos(), List.of());
    state = fold.apply(state, new Event.Judged(scan, List.of(active), List.of()));
  }

  private void press(Button button) {
    hold(button, Duration.ofMillis(80));
  }

  private void hold(Button button, Duration held) {
    state = fold.apply(state, new Event.ButtonPressed(new Press(button, held)));
  }

  private void shownTest(PanelTestStep step) {
    state = fold.apply(state, new Event.PanelTestShown(step));
  }

  private void receive(QueueInfo queue) {
    state = fold.apply(state, new Event.QueueReceived(queue));
  }

  private QueueInfo queue(long backendEpoch, long rev, String ticket) {
    return new QueueInfo(
        backendEpoch,
        rev,
        clock.wall(),
        Duration.ofSeconds(60),
        clock.monotonicNanos(),
        Duration.ofSeconds(60),
        List.of(new QueueInfo.Serving(ticket, "3")),
        12,
        OptionalInt.empty(),
        Text.NONE);
  }

  private Fault fault(String id, String code, Severity severity) {
    return new Fault(
        id,
        1,
        code,
        "fan1",
        "stopped",
        severity,
        FaultKind.HARDWARE,
        Ne107.FAILURE,
        PublicImpact.NONE,
        Text.NONE,
        List.of(Text.NONE, Text.NONE),
        "",
        true,
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        true,
        "boot",
        1,
        1,
        new Limit(
            OptionalDouble.empty(),
            "rpm",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Duration.ZERO,
            Duration.ZERO),
        new FreezeFrame(List.of(), List.of()),
        "");
  }

  private static Fault impact(Fault f, Optional<String> suppressedBy) {
    return new Fault(
        f.faultId(),
        f.rev(),
        f.code(),
        f.component(),
        f.failureMode(),
        f.severity(),
        f.kind(),
        f.ne107(),
        PublicImpact.OUT_OF_SERVICE,
        f.symptom(),
        f.advice(),
        f.part(),
        f.active(),
        suppressedBy,
        f.first(),
        f.last(),
        f.cleared(),
        f.clockTrusted(),
        f.bootId(),
        f.uptimeSeconds(),
        f.occurrence(),
        f.limit(),
        f.freezeFrame(),
        f.source());
  }
}
