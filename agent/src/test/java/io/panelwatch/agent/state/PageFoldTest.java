package io.panelwatch.agent.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Severity;
import io.panelwatch.hal.Buttons.Button;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the buttons make of the page, and when the screen is given back. */
class PageFoldTest {

  private final FoldBench device = new FoldBench();

  @Test
  void okOpensTheWorstFaultAndBackLeavesIt() {
    device.judged(
        FoldBench.fault("a", "DSK-401", Severity.MINOR),
        FoldBench.fault("b", "FAN-201", Severity.CRITICAL));
    device.press(Button.OK);
    assertEquals(new Page.FaultDetail("b", 0), device.state().page());
    device.press(Button.BACK);
    assertEquals(new Page.Public(), device.state().page());
  }

  @Test
  void okWithoutFaultOpensTheStatusPage() {
    device.press(Button.OK);
    assertEquals(new Page.Status(), device.state().page());
  }

  @Test
  void listSelectionStaysWithinTheList() {
    device.judged(
        FoldBench.fault("a", "DSK-401", Severity.MINOR),
        FoldBench.fault("b", "FAN-201", Severity.CRITICAL));
    device.press(Button.DOWN);
    device.press(Button.UP);
    assertEquals(new Page.FaultList(0), device.state().page());
    device.press(Button.DOWN);
    device.press(Button.DOWN);
    assertEquals(new Page.FaultList(1), device.state().page());
    device.press(Button.OK);
    assertEquals(new Page.FaultDetail("a", 0), device.state().page());
  }

  @Test
  void upAndDownTurnThePagesOfAFaultPastEitherEnd() {
    device.judged(FoldBench.fault("a", "FAN-201", Severity.CRITICAL));
    device.press(Button.OK);
    device.press(Button.DOWN);
    device.press(Button.DOWN);
    assertEquals(new Page.FaultDetail("a", 2), device.state().page());
    device.press(Button.UP);
    device.press(Button.UP);
    device.press(Button.UP);
    assertEquals(new Page.FaultDetail("a", -1), device.state().page());
  }

  @Test
  void pageOfAFaultThatEndsFallsBackToTheList() {
    device.judged(FoldBench.fault("a", "FAN-201", Severity.CRITICAL));
    device.press(Button.OK);
    device.judged();
    assertEquals(new Page.FaultList(0), device.state().page());
  }

  @Test
  void upAndDownScrollTheStatusPageAndBackLeavesIt() {
    device.press(Button.UP);
    device.press(Button.DOWN);
    device.press(Button.DOWN);
    assertEquals(new Page.Status(2), device.state().page());
    device.press(Button.UP);
    assertEquals(new Page.Status(1), device.state().page());
    device.press(Button.BACK);
    assertEquals(new Page.Public(), device.state().page());
  }

  @Test
  void pressThatOnlyWokeTheScreenCountsAsATouchAndTurnsNoPage() {
    device.clock.advance(Duration.ofMinutes(1));

    device.take(new Event.Woken());

    assertEquals(new Page.Public(), device.state().page());
    assertEquals(device.clock.monotonicNanos(), device.state().lastInputNanos());
  }

  @Test
  void pageThatNobodyTouchesGivesTheScreenBack() {
    device.press(Button.UP);
    device.clock.advance(DeviceStateFold.BACK_TO_PUBLIC_AFTER);
    device.take(new Event.Tick());
    assertEquals(new Page.Status(), device.state().page());
    device.clock.advance(Duration.ofSeconds(1));
    device.take(new Event.Tick());
    assertEquals(new Page.Public(), device.state().page());
  }

  @Test
  void okHeldOnTheStatusPageBeginsThePanelsTestAndALetGoOneLeavesThePage() {
    device.press(Button.UP);
    device.hold(Button.OK, Duration.ofMillis(999));
    assertEquals(new Page.Public(), device.state().page());
    device.press(Button.UP);
    device.hold(Button.OK, DeviceStateFold.LONG_PRESS);
    assertEquals(new Page.PanelTest(PanelTestStep.EDGES), device.state().page());
  }

  @Test
  void okAndDownGoThroughAllStepsAndUpGoesBack() {
    device.shownTest(PanelTestStep.EDGES);
    device.press(Button.UP);
    assertEquals(new Page.PanelTest(PanelTestStep.FONTS), device.state().page());
    for (PanelTestStep step : PanelTestStep.values()) {
      device.press(step == PanelTestStep.COLOURS ? Button.OK : Button.DOWN);
      assertEquals(new Page.PanelTest(step), device.state().page());
    }
    device.press(Button.UP);
    assertEquals(new Page.PanelTest(PanelTestStep.LIGHT), device.state().page());
    device.press(Button.BACK);
    assertEquals(new Page.Status(), device.state().page());
  }

  @Test
  void panelsTestThatNobodyGoesOnWithGivesTheScreenBack() {
    device.clock.advance(Duration.ofMinutes(10));
    device.shownTest(PanelTestStep.COLOURS);
    device.clock.advance(DeviceStateFold.BACK_TO_PUBLIC_AFTER);
    device.take(new Event.Tick());
    assertEquals(new Page.PanelTest(PanelTestStep.COLOURS), device.state().page());
    device.clock.advance(Duration.ofSeconds(1));
    device.take(new Event.Tick());
    assertEquals(new Page.Public(), device.state().page());
  }

  @Test
  void endOfThePanelsTestLeavesAPageAloneThatSomebodyWentOnTo() {
    device.shownTest(PanelTestStep.FONTS);
    device.take(new Event.PanelTestEnded());
    assertEquals(new Page.Public(), device.state().page());
    device.shownTest(PanelTestStep.FONTS);
    device.press(Button.BACK);
    device.take(new Event.PanelTestEnded());
    assertEquals(new Page.Status(), device.state().page());
  }
}
