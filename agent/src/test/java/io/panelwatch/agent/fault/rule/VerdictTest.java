package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Verdict.CLEAR;
import static io.panelwatch.agent.fault.rule.Verdict.HOLD;
import static io.panelwatch.agent.fault.rule.Verdict.NO_DATA;
import static io.panelwatch.agent.fault.rule.Verdict.RAISE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {

  @Test
  void faultIsThereIfAnyOfItsLevelsIs() {
    assertEquals(RAISE, Verdict.ofAll(List.of(CLEAR, NO_DATA, RAISE)));
  }

  /** One level that is not known may be there. */
  @Test
  void faultIsGoneOnlyIfAllOfItsLevelsAreKnownToBe() {
    assertEquals(NO_DATA, Verdict.ofAll(List.of(CLEAR, HOLD, NO_DATA)));
    assertEquals(HOLD, Verdict.ofAll(List.of(CLEAR, HOLD)));
    assertEquals(CLEAR, Verdict.ofAll(List.of(CLEAR, CLEAR)));
  }
}
