package io.panelwatch.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.Notice;
import io.panelwatch.agent.state.Page;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.display.scene.Scene;
import io.panelwatch.display.scene.Widget;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ScreensTest {

  private static final Fault FAN = States.fault("FAN-201", Severity.CRITICAL, PublicImpact.NONE);

  private final States states = new States();

  @Test
  void beforeAnyQueueTheScreenSaysSoAndShowsNoNumber() {
    assertSays("No queue information yet");
    assertTrue(
        texts().stream().filter(text -> !text.equals("10:42")).noneMatch(ScreensTest::hasDigit));
  }

  @Test
  void queueWithinItsValidityShowsTicketCounterAndWait() {
    states.queue = Optional.of(States.queue(States.NOW.minusSeconds(299)));
    assertSays("A123", "Counter 7", "12 waiting", "about 8 min");
  }

  @Test
  void queueBeyondItsValidityShowsNoTicketAndSaysSince() {
    states.queue = Optional.of(States.queue(States.NOW.minusSeconds(301)));
    assertSays("Queue information is out of date", "Please ask at the desk\nLast update 10:36");
    assertFalse(texts().contains("A123"));
  }

  @Test
  void queueWithoutATrustedClockLivesAsLongAsItsDeliveredExpiry() {
    states.queue = Optional.of(States.queue(States.NOW.minusSeconds(9999)));
    states.wallTrusted = false;
    states.sinceReceipt = Duration.ofSeconds(299);
    assertSays("A123");
    states.sinceReceipt = Duration.ofSeconds(301);
    assertSays("Queue information is out of date", "Please ask at the desk\nLast update unknown");
  }

  @Test
  void clockThatNobodyTrustsShowsNoTime() {
    states.wallTrusted = false;
    assertSays("--:--");
    assertFalse(texts().contains("10:42"));
  }

  @Test
  void technicianAtWorkIsABannerAndALineOfTheStatus() {
    states.visit = Optional.of(States.visit());
    assertSays("A technician is at work on this device");
    states.page = new Page.Status();
    assertSays("Service since", "10:30");
  }

  @Test
  void visitThatWasOpenedBeforeTheClockWasTrustedHasNoTime() {
    states.visit = Optional.of(States.visitWithoutAClock());
    states.page = new Page.Status();
    assertSays("Service since", "unknown");
    assertFalse(texts().contains("10:30"));
  }

  @Test
  void technicianAtWorkIsToldInPlaceOfWhatCallsForOne() {
    states.visit = Optional.of(States.visit());
    states.active = List.of(FAN);
    assertSays("FAN-201: a technician is at work");
  }

  @Test
  void technicianAtWorkOnAnotherPartTakesNothingFromWhatCallsForOne() {
    states.active = List.of(FAN);
    states.visit = Optional.of(States.visitTo(FAN.component()));
    assertSays("FAN-201: a technician is at work");
    states.visit = Optional.of(States.visitTo("lcd"));
    assertSays("FAN-201: this device needs service");
  }

  @Test
  void limitedServiceIsToldWhoeverIsAtWork() {
    states.visit = Optional.of(States.visit());
    states.active = List.of(States.fault("FAN-201", Severity.CRITICAL, PublicImpact.DEGRADED));
    assertSays("Limited service, please allow more time (FAN-201)");
  }

  @Test
  void stoppedFanIsABannerAndLeavesTheQueueOnTheScreen() {
    states.queue = Optional.of(States.queue(States.NOW));
    states.active = List.of(FAN);
    assertSays("A123", "FAN-201: this device needs service");
  }

  @Test
  void symptomOfAnotherFaultIsNotCountedInTheBanner() {
    states.active = List.of(FAN, causedBy(FAN, "TMP-301"));
    assertSays("FAN-201: this device needs service");
    states.active = List.of(FAN, States.fault("DSK-401", Severity.MINOR, PublicImpact.NONE));
    assertSays("FAN-201 and 1 more: this device needs service");
  }

  @Test
  void publicImpactTakesTheScreenWhateverTheSeverity() {
    states.queue = Optional.of(States.queue(States.NOW));
    states.active = List.of(States.fault("TMP-302", Severity.MINOR, PublicImpact.OUT_OF_SERVICE));
    assertSays("Out of service", "TMP-302");
    assertFalse(texts().contains("A123"));
  }

  @Test
  void degradedServiceIsToldWithTheCodeThatDegradesIt() {
    states.queue = Optional.of(States.queue(States.NOW));
    states.active = List.of(FAN, States.fault("NET-805", Severity.MAJOR, PublicImpact.DEGRADED));
    assertSays("A123", "Limited service, please allow more time (NET-805)");
  }

  @Test
  void maintenanceIsAnnouncedBeforeAndTakesTheScreenWhileItLasts() {
    states.queue = Optional.of(States.queue(States.NOW));
    states.notice = notice(States.NOW.plusSeconds(1));
    assertSays("A123", "Maintenance 10:42 to 11:42");
    states.notice = notice(States.NOW);
    assertSays("Maintenance", "Update");
    assertFalse(texts().contains("A123"));
    states.notice = notice(States.NOW.minus(Duration.ofHours(1)));
    assertEquals(List.of(), texts().stream().filter(text -> text.contains("Maint")).toList());
  }

  @Test
  void faultPageTellsStepsTicketAndCodeToScan() {
    states.active = List.of(FAN);
    states.page = new Page.FaultDetail(FAN.faultId(), 0);
    states.tickets = Map.of("T-9", States.ticket(FAN.faultId(), States.NOW.plusSeconds(5400)));
    assertSays(
        "FAN-201",
        "It broke",
        "1. First",
        "3. Third",
        "T-9: assigned",
        "Ann (remote)",
        "due 12:12, in 1 h 30 min",
        "kiosk FAN-201 part1 ID-FAN-201");
  }

  @Test
  void clockThatNobodyTrustsDoesNotSayThatATicketIsOverdue() {
    states.wallTrusted = false;
    states.page = new Page.FaultDetail(FAN.faultId(), 0);
    states.active = List.of(FAN);
    states.tickets =
        Map.of("T-9", States.ticket(FAN.faultId(), States.NOW.minus(Duration.ofMinutes(10))));

    assertSays("due 10:32");
  }

  @Test
  void onlyWhatStopsTheServiceIsNamedWhenItIsStopped() {
    Fault stops = States.fault("TMP-302", Severity.CRITICAL, PublicImpact.OUT_OF_SERVICE);
    states.active = List.of(FAN, stops, causedBy(stops, "NET-805", PublicImpact.OUT_OF_SERVICE));

    assertSays("Out of service", "TMP-302");
  }

  @Test
  void overdueTicketSaysByHowMuch() {
    states.active = List.of(FAN);
    states.page = new Page.FaultDetail(FAN.faultId(), 0);
    states.tickets = Map.of("T-9", States.ticket(FAN.faultId(), States.NOW.minusSeconds(600)));
    assertSays("due 10:32, overdue by 10 min");
  }

  @Test
  void noteOfTheTicketIsShownUnlessItOnlyRepeatsTheFault() {
    states.active = List.of(FAN);
    states.page = new Page.FaultDetail(FAN.faultId(), 0);
    states.tickets = Map.of("T-9", States.ticket(FAN.faultId(), States.NOW, "Key at the desk"));
    assertSays("Key at the desk");
    states.tickets =
        Map.of("T-9", States.ticket(FAN.faultId(), States.NOW, "FAN-201 part1: broke"));
    assertFalse(texts().contains("FAN-201 part1: broke"));
  }

  @Test
  void faultWithoutATicketSaysWhyThereIsNone() {
    states.active = List.of(FAN, causedBy(FAN, "TMP-301"));
    states.page = new Page.FaultDetail(FAN.faultId(), 0);
    assertSays("Reported, no ticket yet");
    states.link = new LinkStatus(LinkStatus.Phase.WAITING, 2);
    assertSays("Not reported yet: no connection");
    states.page = new Page.FaultDetail("ID-TMP-301", 0);
    assertSays("Follows from FAN-201");
  }

  @Test
  void faultPageHoldsTheWholeTextAndIsTurnedByThePresses() {
    states.active = List.of(FAN);
    states.page = new Page.FaultDetail(FAN.faultId(), 5);
    Widget.Pages pages = SceneText.pages(Screens.of(states.build(), States.NOW));
    assertEquals(5, pages.turns());
    assertEquals(
        List.of("It broke", "1. First", "2. Second", "3. Third"),
        pages.rows().stream().flatMap(row -> SceneText.of(new Scene(row)).stream()).toList());
  }

  @Test
  void whoScrollsReadsWithoutTheCodeToScanBeside() {
    states.active = List.of(FAN);
    states.page = new Page.FaultDetail(FAN.faultId(), 1);
    assertFalse(texts().contains("kiosk FAN-201 part1 ID-FAN-201"));
  }

  @Test
  void partIsNamedInTheLanguageOfTheScreen() {
    CatalogueEntry fan = Catalogue.load().entry("FAN-201");
    states.active = List.of(States.fault(fan));
    states.page = new Page.FaultDetail(FAN.faultId(), 0);
    assertSays("Part: " + fan.part().en());
    states.language = Language.ZH;
    assertSays("备件：" + fan.part().zh());
  }

  @Test
  void faultListHoldsAllFaultsAndKeepsTheChosenOneInView() {
    states.active =
        List.of(
            FAN,
            States.fault("DSK-401", Severity.MINOR, PublicImpact.NONE),
            States.fault("NET-801", Severity.MINOR, PublicImpact.NONE));
    states.page = new Page.FaultList(2);
    assertSays("Faults (3)", "FAN-201", "DSK-401", "NET-801");
    Widget.Listing listing = SceneText.listing(Screens.of(states.build(), States.NOW));
    assertEquals(2, listing.focus());
  }

  @Test
  void choiceBeyondTheLastFaultIsTheLast() {
    states.active = List.of(FAN);
    states.page = new Page.FaultList(7);
    assertEquals(0, SceneText.listing(Screens.of(states.build(), States.NOW)).focus());
  }

  @Test
  void statusPageSaysHowThePanelIsTested() {
    states.page = new Page.Status();
    assertSays("Panel test", "hold OK");
  }

  @Test
  void statusPageIsTurnedByThePresses() {
    states.page = new Page.Status(-1);
    Widget.Pages pages = SceneText.pages(Screens.of(states.build(), States.NOW));
    assertEquals(-1, pages.turns());
    assertEquals("Connection", SceneText.of(new Scene(pages.rows().getFirst())).getFirst());
    assertEquals("Device", SceneText.of(new Scene(pages.rows().getLast())).getFirst());
  }

  @Test
  void everyStepOfThePanelsTestIsAnotherPictureAndNoWordsOfTheDevice() {
    states.active = List.of(FAN);
    Set<Scene> scenes = new HashSet<>();
    for (PanelTestStep step : PanelTestStep.values()) {
      states.page = new Page.PanelTest(step);
      assertTrue(scenes.add(Screens.of(states.build(), States.NOW)), step.word());
      assertTrue(texts().stream().noneMatch(text -> text.contains("FAN-201")));
    }
  }

  private void assertSays(String... expected) {
    assertTrue(texts().containsAll(List.of(expected)), () -> "on the screen: " + texts());
  }

  private List<String> texts() {
    return SceneText.of(Screens.of(states.build(), States.NOW));
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static Optional<Notice> notice(Instant from) {
    return Optional.of(
        new Notice(1, 1, from, from.plus(Duration.ofHours(1)), new Text("Update", "升级")));
  }

  private static Fault causedBy(Fault cause, String code) {
    return causedBy(cause, code, PublicImpact.NONE);
  }

  private static Fault causedBy(Fault cause, String code, PublicImpact impact) {
    Fault f = States.fault(code, Severity.MINOR, impact);
    return new Fault(
        f.faultId(),
        f.rev(),
        f.code(),
        f.component(),
        f.failureMode(),
        f.severity(),
        f.kind(),
        f.ne107(),
        f.publicImpact(),
        f.symptom(),
        f.advice(),
        f.part(),
        f.active(),
        Optional.of(cause.faultId()),
        f.standing(),
        f.first(),
        f.last(),
        f.cleared(),
        f.clockTrusted(),
        f.bootId(),
        f.uptimeSeconds(),
        f.occurrence(),
        f.limit(),
        f.freezeFrame(),
        f.source(),
        f.test());
  }
}
