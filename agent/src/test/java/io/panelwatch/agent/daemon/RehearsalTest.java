package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  /** Each of them is code that the first real fault meets. */
  @Test
  void faultGoesFromItsFirstSightToItsEnd() {
    var said = new Rehearsal(Limits.of(Catalogue.load(), Map.of())).play();

    assertEquals(
        List.of(
            List.of(),
            List.of(),
            List.of(FaultTransition.Kind.RAISED),
            List.of(),
            List.of(FaultTransition.Kind.CLEARED)),
        said.stream()
            .map(judged -> judged.transitions().stream().map(FaultTransition::kind).toList())
            .toList());
    assertEquals(List.of("FAN-201"), said.get(1).pending().stream().map(p -> p.code()).toList());
  }
}
