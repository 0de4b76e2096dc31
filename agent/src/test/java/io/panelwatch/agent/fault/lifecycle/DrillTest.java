package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults that are raised by hand. */
final class DrillTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Bench bench = Bench.only("FAN-201", "TMP-301", "TMP-302");

  @Test
  void drillIsAFaultAtOnceThatSaysWhatItIs() {
    bench.act(drill("TMP-302", MINUTE)).scan();

    Fault fault = bench.active("TMP-302");
    assertTrue(fault.test());
    assertEquals(List.of("RAISED TMP-302 drill1"), bench.story());
    assertEquals(Bench.TECHNICIAN, bench.lastTold().orElseThrow().by());
    assertEquals(Severity.CRITICAL, fault.severity());
    assertEquals(PublicImpact.NONE, fault.publicImpact(), "nobody is sent away for a drill");
  }

  @Test
  void drillEndsWithItsTime() {
    bench.act(drill("FAN-201", MINUTE)).seconds(59);
    assertEquals(1, bench.story().size());

    bench.seconds(1);

    assertEquals("CLEARED FAN-201 drill1", bench.story().getLast());
    assertTrue(bench.told.getLast().fault().test());
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void drillIsAcknowledgedAndEndedByHand() {
    bench.act(drill("FAN-201", MINUTE)).scan();
    String faultId = bench.active("FAN-201").faultId();

    bench.acknowledge(faultId);
    assertEquals(
        new Outcome.Already(), bench.tried(new Action.Acknowledge(faultId, Bench.TECHNICIAN)));
    bench.act(new Action.EndDrill(Bench.TECHNICIAN)).scan();

    assertEquals(
        List.of("RAISED FAN-201 drill1", "ACKNOWLEDGED FAN-201 drill1", "CLEARED FAN-201 drill1"),
        bench.story());
    assertEquals(List.of(1, 2, 3), bench.told.stream().map(t -> t.fault().rev()).toList());
    assertEquals(new Outcome.Already(), bench.tried(new Action.EndDrill(Bench.TECHNICIAN)));
  }

  @Test
  void nothingElseIsDoneWithADrillThanToTakeNoteOfIt() {
    bench.act(drill("FAN-201", MINUTE));
    String drill = bench.told.getLast().fault().faultId();

    for (Action action :
        List.of(
            new Action.Shelve(drill, Duration.ofHours(1), Bench.TECHNICIAN),
            new Action.TakeOut(drill, Bench.TECHNICIAN),
            new Action.Resolve(drill, "", "", false, Bench.TECHNICIAN),
            new Action.Retest(drill, Bench.TECHNICIAN),
            new Action.OpenVisit("V1", Set.of(drill), Bench.TECHNICIAN))) {
      assertEquals(new Outcome.Refused(Outcome.Why.IS_A_DRILL), bench.tried(action));
    }
    assertEquals(List.of("RAISED FAN-201 drill1"), bench.story());
  }

  @Test
  void drillIsNoCauseOfARealFaultAndNoneOfItsOccurrences() {
    bench.act(drill("FAN-201", Duration.ofMinutes(10))).soc(80).seconds(61);

    assertEquals(Optional.empty(), bench.active("TMP-301").suppressedBy());
    assertEquals(List.of("TMP-301 soc"), List.copyOf(bench.memory.keySet()));
  }

  @Test
  void fanThatReallyFailsInADrillIsAFaultOfItsOwn() {
    bench.act(new Action.BeginDrill("FAN-201", "fan1", MINUTE, Bench.TECHNICIAN));

    bench.fan("fan1", 0).seconds(31);

    assertEquals(List.of(false, true), bench.last.active().stream().map(Fault::test).toList());
  }

  @Test
  void drillThatCannotBeIsRefused() {
    assertEquals(
        new Outcome.Refused(Outcome.Why.NO_SUCH_CODE), bench.tried(drill("FAN-999", MINUTE)));
    var tooLong = new Outcome.Refused(Outcome.Why.TIME_OUT_OF_RANGE);
    assertEquals(tooLong, bench.tried(drill("FAN-201", Duration.ofSeconds(601))));
    assertEquals(tooLong, bench.tried(drill("FAN-201", Duration.ZERO)));
    bench.act(drill("FAN-201", MINUTE));
    assertEquals(new Outcome.Already(), bench.tried(drill("FAN-201", MINUTE)));
  }

  @Test
  void drillsAreNotWithoutNumber() {
    for (int i = 0; i < Drills.MOST; i++) {
      bench.act(new Action.BeginDrill("FAN-201", "fan" + i, MINUTE, Bench.TECHNICIAN));
    }

    assertEquals(new Outcome.Refused(Outcome.Why.TOO_MANY), bench.tried(drill("FAN-201", MINUTE)));
  }

  @Test
  void drillsThatBeginAndEndAreBoundedByTheHour() {
    for (int i = 0; i < Drills.MOST_AN_HOUR; i++) {
      bench.act(drill("FAN-201", MINUTE)).act(new Action.EndDrill(Bench.TECHNICIAN)).seconds(10);
    }
    var tooOften = new Outcome.Refused(Outcome.Why.TOO_OFTEN);
    int told = bench.told.size();

    assertEquals(tooOften, bench.tried(drill("FAN-201", MINUTE)));
    bench.clock.advance(Duration.ofMinutes(58).minusSeconds(1));
    assertEquals(
        tooOften, bench.tried(drill("FAN-201", MINUTE)), "an hour after the first but 1 s");
    assertEquals(told, bench.told.size(), "who tries in vain reports nothing");

    bench.clock.advance(Duration.ofSeconds(1));
    bench.act(drill("FAN-201", MINUTE));
    assertEquals(
        tooOften, bench.tried(drill("TMP-302", MINUTE)), "only the first one is forgotten");
  }

  @Test
  void drillThatIsRefusedDoesNotCountInTheHour() {
    for (int i = 0; i < Drills.MOST_AN_HOUR; i++) {
      bench.tried(drill("FAN-999", MINUTE));
    }

    bench.act(drill("FAN-201", MINUTE));
  }

  @Test
  void drillDoesNotOutliveTheAgent() {
    bench.act(drill("FAN-201", Duration.ofMinutes(10))).scan();

    Bench after = Bench.only("FAN-201").resume(bench.last.active()).scan();

    assertEquals(List.of("CLEARED FAN-201 drill1"), after.story());
    assertEquals(List.of(), after.last.active());
  }

  @Test
  void drillTakesNoRealFaultWithItWhenTheAgentIsStartedAnew() {
    bench.fan("fan1", 0).seconds(31);
    String faultId = bench.active("FAN-201").faultId();
    bench.act(new Action.BeginDrill("FAN-201", "fan1", MINUTE, Bench.TECHNICIAN)).scan();

    Bench after = Bench.only("FAN-201").resume(bench.last.active()).fan("fan1", 0).scan();

    assertEquals(List.of("CLEARED FAN-201 fan1"), after.story());
    assertTrue(after.told.getFirst().fault().test());
    assertEquals(List.of(faultId), after.last.active().stream().map(Fault::faultId).toList());
  }

  private static Action drill(String code, Duration time) {
    return new Action.BeginDrill(code, "drill1", time, Bench.TECHNICIAN);
  }
}
