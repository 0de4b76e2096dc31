package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A technician has worked on a fan and asks whether it is well. */
final class RetestTest {

  private static final Measured SILENT = new Measured.Failed(5, "read", "/hwmon/fan1");

  private final Bench bench = Bench.only("FAN-201", "DSK-403");

  @Test
  void fanThatTurnsForHalfAMinuteHasPassed() {
    String faultId = visited();
    bench.fan("fan1", 1200).act(retest(faultId)).seconds(30);
    assertEquals(List.of(), results());

    bench.seconds(1);

    assertEquals(List.of(RetestResult.PASSED), results());
    assertTrue(bench.last.visit().orElseThrow().passed().contains(faultId));
    assertEquals(bench.last.visit(), bench.arrangements.visit(), "it is to be stored");
  }

  @Test
  void fanThatStandsStillHasFailedAtOnce() {
    String faultId = visited();

    bench.act(retest(faultId)).seconds(1);

    assertEquals(List.of(RetestResult.FAILED), results());
  }

  @Test
  void latestRetestCounts() {
    String faultId = visited();
    bench.fan("fan1", 1200).act(retest(faultId)).seconds(31);

    bench.fan("fan1", 0).act(retest(faultId)).seconds(1);

    assertEquals(List.of(RetestResult.PASSED, RetestResult.FAILED), results());
    assertEquals(false, bench.last.visit().orElseThrow().passed().contains(faultId));
  }

  @Test
  void fanThatCannotBeReadForAMinuteIsNoResult() {
    String faultId = visited();
    bench.fan("fan1", SILENT).act(retest(faultId)).seconds(60);
    assertEquals(List.of(), results());

    bench.seconds(1);

    assertEquals(List.of(RetestResult.INCONCLUSIVE), results());
  }

  @Test
  void whatWasReadBeforeTheRetestIsNoResult() {
    String faultId = visited();
    bench.act(retest(faultId));
    for (int i = 0; i < 119; i++) {
      bench.clock.advance(Duration.ofSeconds(1));
      bench.scan(EnumSet.complementOf(EnumSet.of(SensorFamily.FANS)));
    }
    assertEquals(List.of(), results());

    bench.clock.advance(Duration.ofSeconds(1));
    bench.scan(EnumSet.complementOf(EnumSet.of(SensorFamily.FANS)));

    assertEquals(List.of(RetestResult.INCONCLUSIVE), results(), "two minutes are enough");
  }

  @Test
  void diskThatIsWritableAgainPassesByThreeReads() {
    bench.readOnly("data", true).scan();
    String faultId = bench.active("DSK-403").faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(faultId), Bench.TECHNICIAN));
    bench.readOnly("data", false).act(retest(faultId)).seconds(2);
    assertEquals(List.of(), results());

    bench.seconds(1);

    assertEquals(List.of(RetestResult.PASSED), results());
  }

  @Test
  void diskThatIsGonePassesByNoReadOfSomethingElse() {
    bench.readOnly("data", true).scan();
    String faultId = bench.active("DSK-403").faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(faultId), Bench.TECHNICIAN)).acknowledge(faultId);
    bench.without("data").seconds(5);
    assertEquals(List.of(), bench.last.active());

    bench.act(retest(faultId));
    for (int i = 0; i < 5; i++) {
      bench.clock.advance(Duration.ofSeconds(1));
      bench.scan(EnumSet.complementOf(EnumSet.of(SensorFamily.FILE_SYSTEMS)));
    }
    assertEquals(List.of(), results());
    bench.seconds(3);

    assertEquals(List.of(RetestResult.PASSED), results());
  }

  @Test
  void faultThatHasEndedInTheVisitCanBeRetested() {
    String faultId = visited();
    bench.fan("fan1", 1200).seconds(61);
    assertEquals(List.of(), bench.last.active());

    bench.act(retest(faultId)).seconds(31);

    assertEquals(List.of(RetestResult.PASSED), results());
  }

  @Test
  void retestNeedsAVisitAFaultAndItsTurn() {
    bench.fan("fan1", 0).fan("fan2", 0).scan().seconds(30);
    String first = bench.last.active().getFirst().faultId();
    String second = bench.last.active().getLast().faultId();
    assertEquals(new Outcome.Refused(Outcome.Why.NO_VISIT), bench.tried(retest(first)));
    bench.act(new Action.OpenVisit("V1", Set.of(), Bench.TECHNICIAN));

    assertEquals(new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT), bench.tried(retest("F99")));
    bench.act(retest(first));
    assertEquals(new Outcome.Already(), bench.tried(retest(first)));
    assertEquals(new Outcome.Refused(Outcome.Why.RETEST_UNDER_WAY), bench.tried(retest(second)));
  }

  @Test
  void retestEndsWithItsVisit() {
    String faultId = visited();
    bench.act(retest(faultId)).act(new Action.CloseVisit(Bench.TECHNICIAN)).seconds(1);

    assertEquals(List.of(), results());
  }

  private String visited() {
    bench.fan("fan1", 0).scan().seconds(30);
    String faultId = bench.active("FAN-201").faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(faultId), Bench.TECHNICIAN));
    return faultId;
  }

  private static Action retest(String faultId) {
    return new Action.Retest(faultId, Bench.TECHNICIAN);
  }

  private List<RetestResult> results() {
    return bench.retests.stream().map(ended -> ended.result()).toList();
  }
}
