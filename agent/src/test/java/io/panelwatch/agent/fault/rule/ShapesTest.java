package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three shapes that most rules have, on fans, which have a gauge and a bit, and on links. */
final class ShapesTest {

  private static final Threshold SLOW = Threshold.of("FAN-202", Quantity.FAN_RPM);
  private static final Flag FAULTY = Flag.of("FAN-203", Quantity.FAN_FAULT, 1);
  private static final Counted FLAPPING =
      Counted.of("NET-802", Quantity.LINK_CARRIER_CHANGES, Duration.ofMinutes(10));

  @Test
  void thresholdHoldsAQuantityAgainstBothLimits() {
    assertEquals(List.of("fan1 RAISE"), judge(SLOW, fan(Measured.of(85), ABSENT)));
    assertEquals(List.of("fan1 HOLD"), judge(SLOW, fan(Measured.of(90), ABSENT)));
    assertEquals(List.of("fan1 CLEAR"), judge(SLOW, fan(Measured.of(95), ABSENT)));
  }

  @Test
  void flagIsRaisedByItsAnswerAndClearedByAnyOther() {
    assertEquals(List.of("fan1 RAISE"), judge(FAULTY, fan(ABSENT, Measured.of(1))));
    assertEquals(List.of("fan1 CLEAR"), judge(FAULTY, fan(ABSENT, Measured.of(0))));
    assertEquals(
        List.of("fan1 RAISE"),
        judge(Flag.of("FAN-203", Quantity.FAN_FAULT, 0), fan(ABSENT, Measured.of(0))));
  }

  @Test
  void componentWithoutTheQuantityIsNotKnownToBeWell() {
    assertEquals(List.of("fan1 NO_DATA"), judge(SLOW, fan(ABSENT, ABSENT)));
    assertEquals(List.of(), judge(FAULTY, fan(ABSENT, ABSENT)));
  }

  @Test
  void quantityThatCannotBeReadIsNeitherFaultNorHealth() {
    for (Measured unread : List.of(FAILED, Measured.notRecorded())) {
      assertEquals(List.of("fan1 NO_DATA"), judge(SLOW, fan(unread, ABSENT)));
      assertEquals(List.of("fan1 NO_DATA"), judge(FAULTY, fan(ABSENT, unread)));
    }
  }

  @Test
  void onlyTheComponentsThatItConcernsAreJudged() {
    Sample fan = fan(Measured.of(85), Measured.of(1));

    assertEquals(List.of(), judge(SLOW.where(component -> false), fan));
    assertEquals(List.of(), judge(FAULTY.where(component -> false), fan));
  }

  @Test
  void whatIsGoneEndsItsFaultOnlyWhereTheRuleSaysSoAndTheFamilyWasAsked() {
    Scan asked = empty(SourceState.Outcome.ANSWERED);
    Scan hung = empty(SourceState.Outcome.HUNG);

    assertEquals(Verdict.NO_DATA, SLOW.ofVanished(asked));
    assertEquals(Verdict.NO_DATA, FAULTY.ofVanished(asked));
    assertEquals(Verdict.CLEAR, SLOW.overWhenGone().ofVanished(asked));
    assertEquals(Verdict.CLEAR, FAULTY.overWhenGone().ofVanished(asked));
    assertEquals(Verdict.NO_DATA, SLOW.overWhenGone().ofVanished(hung));
    assertEquals(Verdict.NO_DATA, FAULTY.overWhenGone().ofVanished(hung));
  }

  @Test
  void counterIsJudgedByItsGrowthAndTellsWhenItHasGrownAgain() {
    Past past = Past.NONE.with(links(0, 100));
    past = past.with(links(10, 107));
    Finding grown = finding(past, links(10, 107));
    assertEquals(List.of(Verdict.RAISE), grown.verdicts());
    assertEquals(7, grown.value().orElseThrow());
    assertTrue(grown.levels().getFirst().recurred());

    past = past.with(links(20, 107));
    Finding still = finding(past, links(20, 107));
    assertEquals(List.of(Verdict.RAISE), still.verdicts());
    assertFalse(still.levels().getFirst().recurred());

    past = past.with(links(610, 107));
    assertEquals(List.of(Verdict.CLEAR), finding(past, links(610, 107)).verdicts());
  }

  private static Finding finding(Past past, Scan scan) {
    return FLAPPING.judge(scan, past, Limits.defaults(Catalogue.load())).getFirst();
  }

  private static List<String> judge(Rule rule, Sample sample) {
    return Judge.judge(rule, Past.NONE, sample);
  }

  private static Scan empty(SourceState.Outcome outcome) {
    var fans = new SourceState(SensorFamily.FANS, outcome, 0, "/sys/class/hwmon");
    return new Scan(Instant.EPOCH, true, 0, List.of(), List.of(fans));
  }

  private static Scan links(int second, double carrierChanges) {
    List<Reading> readings =
        Readings.of(
            new Sample.NetLink(
                "eth0",
                "/net",
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                Measured.of(carrierChanges),
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                true));
    return new Scan(Instant.EPOCH, true, Duration.ofSeconds(second).toNanos(), readings);
  }

  private static Sample fan(Measured rpm, Measured fault) {
    return new Sample.Fan("fan1", "/hwmon", rpm, ABSENT, ABSENT, ABSENT, ABSENT, fault, ABSENT, "");
  }
}
