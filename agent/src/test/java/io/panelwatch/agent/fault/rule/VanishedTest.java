package io.panelwatch.agent.fault.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What becomes of a fault when nothing is listed any more that it could be about. */
final class VanishedTest {

  @Test
  void theseFaultsEndWithWhatTheyAreAbout() {
    assertEquals(
        "AGT-A01 AGT-A02 AGT-A04 AGT-A05 AGT-A06 BRD-606 DSK-401 DSK-402 DSK-403 DSK-411 DSP-701"
            + " DSP-702 DSP-703 DSP-704 FAN-204 MNT-B01 NET-806 PWR-103 PWR-104 PWR-105 PWR-106"
            + " PWR-107 SVC-951 TMP-306",
        codesThat(Verdict.CLEAR, SourceState.Outcome.ANSWERED));
  }

  /** Where a whole family fails, the family has AGT-A01 in place of its components. */
  @Test
  void noOtherFaultEndsBecauseNothingAnswers() {
    assertEquals("AGT-A01", codesThat(Verdict.CLEAR, SourceState.Outcome.FAILED));
    assertEquals("", codesThat(Verdict.RAISE, SourceState.Outcome.FAILED));
  }

  @Test
  void noFaultBeginsWithWhatIsNotThere() {
    assertEquals("", codesThat(Verdict.RAISE, SourceState.Outcome.ANSWERED));
  }

  /** Of these a scan that does not find them says nothing at all. */
  @Test
  void everyOtherFaultWaitsForAReadThatSeesItGone() {
    var all = new TreeSet<String>();
    Rules.all().forEach(rule -> all.add(rule.code()));
    String ending = codesThat(Verdict.CLEAR, SourceState.Outcome.ANSWERED);

    String waiting = codesThat(Verdict.NO_DATA, SourceState.Outcome.ANSWERED);

    all.removeAll(List.of(ending.split(" ", -1)));
    assertEquals(String.join(" ", all), waiting);
  }

  private static String codesThat(Verdict verdict, SourceState.Outcome outcome) {
    List<SourceState> sources =
        Arrays.stream(SensorFamily.values())
            .map(family -> new SourceState(family, outcome, 0, "/sys"))
            .toList();
    var scan = new Scan(Instant.EPOCH, true, 0, List.of(), sources);
    var codes = new TreeSet<String>();
    for (Rule rule : Rules.all()) {
      if (rule.ofVanished(scan) == verdict) {
        codes.add(rule.code());
      }
    }
    return String.join(" ", codes);
  }
}
