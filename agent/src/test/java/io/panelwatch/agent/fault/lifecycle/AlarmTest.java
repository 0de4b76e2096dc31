package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What EEMUA 191 counts: every transition by which somebody is called, and no other. */
final class AlarmTest {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Bench bench = Bench.only("FAN-201", "TMP-301", "DSK-401");

  @Test
  void beginningCallsAndTheEndDoesNot() {
    bench.fan("fan1", 0).scan().seconds(30).fan("fan1", 1200).seconds(61);

    assertEquals(List.of("RAISED FAN-201", "CLEARED FAN-201"), told());
    assertEquals(List.of("RAISED FAN-201"), alarms());
  }

  @Test
  void symptomCallsOnceItsCauseIsOverBeforeIt() {
    bench.fan("fan1", 0).soc(80).scan().seconds(61);
    assertEquals(List.of("RAISED FAN-201"), alarms(), "the heat is told under the fan");

    bench.fan("fan1", 1200).seconds(61);

    assertEquals(List.of("RAISED FAN-201", "UPDATED TMP-301"), alarms());
  }

  @Test
  void shelfThatEndsCallsByItsTimeAndByHand() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).seconds(599);
    assertEquals(List.of("RAISED FAN-201"), alarms());

    bench.seconds(1);
    assertEquals(List.of("RAISED FAN-201", "UPDATED FAN-201"), alarms());

    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN));
    bench.act(new Action.Unshelve("FAN-201", "fan1", Bench.TECHNICIAN)).seconds(60);
    assertEquals(3, alarms().size());
  }

  @Test
  void whatIsPutBackIntoServiceCalls() {
    stoppedFan();
    bench.act(new Action.TakeOut(faultId(), Bench.TECHNICIAN)).seconds(60);

    bench.act(new Action.PutBack("FAN-201", "fan1", Bench.TECHNICIAN)).seconds(60);

    assertEquals(List.of("RAISED FAN-201", "UPDATED FAN-201"), alarms());
  }

  @Test
  void whatBeginsWhileItIsPutAsideCallsNobodyUntilThatIsOver() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN));
    bench.fan("fan1", 1200).seconds(61).fan("fan1", 0).seconds(31);
    assertEquals("RAISED FAN-201", told().getLast());
    assertEquals(List.of("RAISED FAN-201"), alarms());

    bench.seconds(600);

    assertEquals(List.of("RAISED FAN-201", "UPDATED FAN-201"), alarms());
  }

  @Test
  void whatBecomesWorseCallsWhoHasTakenNoteOfItAgain() {
    bench.disk("data", 92).scan().seconds(60);
    bench.acknowledge(bench.active("DSK-401").faultId());

    bench.disk("data", 99).seconds(61);

    assertEquals(List.of("RAISED DSK-401", "UPDATED DSK-401"), alarms());
  }

  @Test
  void whatBecomesWorseBeforeAnybodyTookNoteIsStillTheSameCall() {
    bench.disk("data", 92).scan().seconds(60).disk("data", 99).seconds(61);

    assertEquals(List.of("RAISED DSK-401", "UPDATED DSK-401"), told());
    assertEquals(List.of("RAISED DSK-401"), alarms());
  }

  @Test
  void relapseAfterAVerifiedSignOffCallsOnce() {
    stoppedFan();
    String fan = faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(fan), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(new Action.Retest(fan, Bench.TECHNICIAN)).seconds(31);
    bench.act(new Action.Resolve(fan, "new fan", "40 mm", false, Bench.TECHNICIAN));

    bench.fan("fan1", 0).seconds(1);
    assertEquals(List.of("RAISED FAN-201", "UPDATED FAN-201"), alarms());

    bench.act(new Action.CloseVisit(Bench.TECHNICIAN)).seconds(60);
    assertEquals(2, alarms().size(), "the end of the visit is no other call");
  }

  @Test
  void whatIsUnderWorkAndDrillsCallNobody() {
    stoppedFan();
    bench.act(new Action.BeginDrill("TMP-301", "soc", TEN_MINUTES, Bench.TECHNICIAN));
    bench.act(new Action.OpenVisit("V1", Set.of(), Bench.TECHNICIAN)).disk("data", 99).seconds(61);
    assertEquals("RAISED DSK-401", told().getLast());

    assertEquals(List.of("RAISED FAN-201"), alarms());

    bench.act(new Action.CloseVisit(Bench.TECHNICIAN)).seconds(1);
    assertEquals(List.of("RAISED FAN-201", "UPDATED DSK-401"), alarms());
  }

  private void stoppedFan() {
    bench.fan("fan1", 0).scan().seconds(30);
  }

  private String faultId() {
    return bench.active("FAN-201").faultId();
  }

  private List<String> told() {
    return bench.told.stream().map(AlarmTest::words).toList();
  }

  private List<String> alarms() {
    var alarms = new ArrayList<String>();
    Map<String, Fault> before = new HashMap<>();
    for (FaultTransition transition : bench.told) {
      Fault fault = transition.fault();
      if (transition.callsAnew(Optional.ofNullable(before.put(fault.faultId(), fault)))) {
        alarms.add(words(transition));
      }
    }
    return alarms;
  }

  private static String words(FaultTransition transition) {
    return transition.kind() + " " + transition.fault().code();
  }
}
