package io.panelwatch.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.state.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the LCD shows of a fault that somebody has raised by hand. */
class DrillScreensTest {

  private static final Fault DRILL = States.drill("FAN-201", Severity.CRITICAL);
  private static final Fault REAL = States.fault("DSK-401", Severity.MINOR, PublicImpact.NONE);

  private final States states = new States();

  @Test
  void publicReadsThatNothingIsWrongAndKeepsItsQueue() {
    states.queue = Optional.of(States.queue(States.NOW));
    states.active = List.of(DRILL);
    assertSays("A123", "Drill FAN-201: nothing is wrong with this device");
    states.language = Language.ZH;
    assertSays("演练 FAN-201：本机并无故障");
  }

  @Test
  void drillNeverTakesThePublicsScreen() {
    states.queue = Optional.of(States.queue(States.NOW));
    states.active = List.of(States.drill("TMP-302", PublicImpact.OUT_OF_SERVICE));
    assertSays("A123", "Drill TMP-302: nothing is wrong with this device");
    states.active = List.of(States.drill("NET-805", PublicImpact.DEGRADED));
    assertSays("A123", "Drill NET-805: nothing is wrong with this device");
  }

  @Test
  void whatIsReallyWrongIsToldAsIfThereWereNoDrill() {
    states.active = List.of(REAL, DRILL);
    assertSays("DSK-401: this device needs service");
    assertFalse(texts().stream().anyMatch(text -> text.contains("FAN-201")), this::shown);
  }

  @Test
  void listMarksTheDrillAndCountsItNot() {
    states.page = new Page.FaultList(0);
    states.active = List.of(REAL, DRILL);
    assertSays("Faults (1)", "DSK-401", "It broke", "FAN-201", "Drill: It broke");
    states.language = Language.ZH;
    assertSays("故障（1）", "演练：坏了");
  }

  @Test
  void itsPageSaysWhatItIsAndThatNobodyIsSent() {
    states.page = new Page.FaultDetail(DRILL.faultId(), 0);
    states.active = List.of(DRILL);
    assertSays("Drill: raised by hand, nothing is wrong", "1. First", "Drill: nobody is sent");
    assertSays("kiosk FAN-201 part1 ID-FAN-201 drill");
    states.language = Language.ZH;
    assertSays("演练：人工触发，并无故障", "演练：不派人");
  }

  @Test
  void statusPageCountsWhatIsReallyWrong() {
    states.page = new Page.Status();
    states.active = List.of(DRILL);
    List<String> texts = texts();
    assertEquals("0", texts.get(texts.indexOf("Faults") + 1), this::shown);
  }

  private void assertSays(String... expected) {
    assertTrue(texts().containsAll(List.of(expected)), this::shown);
  }

  private String shown() {
    return "on the screen: " + texts();
  }

  private List<String> texts() {
    return SceneText.of(Screens.of(states.build(), States.NOW));
  }
}
