package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Ne107;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A technician works on a board whose one fan stands still. */
final class ServiceModeTest {

  private static final String VISIT = "7Q4D0M3S5T9VWXYZ";

  private final Bench bench = Bench.only("FAN-201", "FAN-203", "TMP-301");

  @Test
  void faultThatIsWorkedOnSaysSoAndNothingElseOfIt() {
    stoppedFan();
    Fault before = bench.active("FAN-201");

    open(before.faultId()).seconds(60);

    Fault worked = bench.active("FAN-201");
    assertEquals(Optional.of(VISIT), worked.standing().visit());
    assertEquals(before.ne107(), worked.ne107());
    assertEquals(List.of("RAISED FAN-201 fan1", "UPDATED FAN-201 fan1"), bench.story());
    assertEquals(VISIT, bench.last.visit().orElseThrow().id(), "the device is in class C");
  }

  @Test
  void whatBeginsOnTheSameComponentIsPutDownToWhatIsWorkedOn() {
    stoppedFan();
    open(bench.active("FAN-201").faultId());

    bench.brokenFan("fan1").seconds(11);

    Fault begun = bench.active("FAN-203");
    assertEquals(Ne107.FUNCTION_CHECK, begun.ne107());
    assertEquals(Optional.of(VISIT), begun.standing().visit());
    assertEquals(Optional.of(bench.active("FAN-201").faultId()), begun.suppressedBy());
  }

  @Test
  void whatBeginsElsewhereMeanwhileIsAFaultLikeAnyOther() {
    stoppedFan();
    open(bench.active("FAN-201").faultId());

    bench.fan("fan2", 0).seconds(31);

    Fault begun = bench.last.active().getLast();
    assertEquals("fan2", begun.component());
    assertEquals(Optional.empty(), begun.suppressedBy());
    assertEquals(Ne107.FAILURE, begun.ne107());
    assertEquals(Optional.empty(), begun.standing().visit());
  }

  @Test
  void visitToTheWholeDeviceTakesEverythingThatBegins() {
    open().fan("fan1", 0).seconds(31);

    Fault begun = bench.active("FAN-201");
    assertEquals(Optional.of(VISIT), begun.suppressedBy());
    assertEquals(Ne107.FUNCTION_CHECK, begun.ne107());
  }

  @Test
  void criticalHeatCallsInAVisitAsWell() {
    Bench board = Bench.only("FAN-201", "TMP-302");
    board.act(new Action.OpenVisit(VISIT, Set.of(), Bench.TECHNICIAN));

    board.fan("fan1", 0).soc(85).seconds(31);

    Fault heat = board.active("TMP-302");
    assertEquals(Optional.empty(), heat.suppressedBy());
    assertEquals(Optional.empty(), heat.standing().visit());
    assertEquals(Ne107.FAILURE, heat.ne107());
    assertEquals(Optional.of(VISIT), board.active("FAN-201").suppressedBy());
    assertEquals(List.of("RAISED TMP-302 soc", "RAISED FAN-201 fan1"), board.story());
  }

  @Test
  void criticalHeatThatIsWorkedOnCallsAsEver() {
    Bench board = Bench.only("TMP-302").soc(85).scan().seconds(11);
    String heat = board.active("TMP-302").faultId();

    board.act(new Action.OpenVisit(VISIT, Set.of(heat), Bench.TECHNICIAN)).seconds(1);

    assertEquals(Optional.empty(), board.active("TMP-302").standing().visit());
    assertEquals(List.of("RAISED TMP-302 soc"), board.story());
    assertEquals(Optional.empty(), board.active("TMP-302").suppressedBy());
  }

  @Test
  void realCauseIsToldRatherThanTheVisit() {
    open().fan("fan1", 0).soc(80).seconds(61);

    assertEquals(
        Optional.of(bench.active("FAN-201").faultId()), bench.active("TMP-301").suppressedBy());
  }

  @Test
  void whatIsStillWrongWhenTheVisitIsClosedIsToldOnItsOwn() {
    open().fan("fan1", 0).seconds(31);

    bench.act(new Action.CloseVisit(Bench.TECHNICIAN)).seconds(1);

    Fault left = bench.active("FAN-201");
    assertEquals("UPDATED FAN-201 fan1", bench.story().getLast());
    assertEquals(Optional.empty(), left.suppressedBy());
    assertEquals(Optional.empty(), left.standing().visit());
    assertEquals(Ne107.FAILURE, left.ne107());
    assertEquals(Optional.empty(), bench.last.visit());
  }

  @Test
  void forgottenVisitIsClosedAfterEightHours() {
    open().fan("fan1", 0).scan().hours(8);

    assertEquals(Optional.empty(), bench.last.visit());
    assertEquals(Optional.of(Arrangements.NONE), bench.last.arrangements());
    assertEquals(
        Optional.of(Bench.TECHNICIAN),
        bench.last.expired().map(forgotten -> forgotten.visit().by()));
    assertEquals(Optional.empty(), bench.active("FAN-201").suppressedBy());

    bench.scan();
    assertEquals(Optional.empty(), bench.last.expired(), "once");
  }

  @Test
  void oneVisitIsOpenAtATime() {
    open();

    assertEquals(
        new Outcome.Refused(Outcome.Why.VISIT_OPEN),
        bench.tried(new Action.OpenVisit("8Q4D0M3S5T9VWXYZ", Set.of(), Bench.TECHNICIAN)));
    bench.act(new Action.CloseVisit(Bench.TECHNICIAN));
    assertEquals(
        new Outcome.Refused(Outcome.Why.NO_VISIT),
        bench.tried(new Action.CloseVisit(Bench.TECHNICIAN)));
  }

  @Test
  void visitForAFaultThatIsNotThereIsRefused() {
    stoppedFan();

    assertEquals(
        new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT),
        bench.tried(
            new Action.OpenVisit(
                VISIT, Set.of(bench.active("FAN-201").faultId(), "F99"), Bench.TECHNICIAN)));
    assertEquals(Optional.empty(), bench.scan().last.visit());
  }

  @Test
  void visitGoesOnAfterARestart() {
    open().fan("fan1", 0).seconds(31);
    Fault begun = bench.active("FAN-201");
    var kept =
        new Recollection(
            List.of(Resumed.of(begun)),
            List.of(),
            new Arrangements(List.of(), bench.last.visit(), List.of()));

    Bench after = Bench.only("FAN-201").resume(kept).fan("fan1", 0).scan();

    assertEquals(List.of(begun), after.last.active());
    assertEquals(List.of(), after.story());
    after.act(new Action.CloseVisit(Bench.TECHNICIAN)).seconds(1);
    assertFalse(after.active("FAN-201").suppressedBy().isPresent());
  }

  private void stoppedFan() {
    bench.fan("fan1", 0).scan().seconds(30);
    assertTrue(bench.active("FAN-201").standing().visit().isEmpty());
  }

  private Bench open(String... faultIds) {
    return bench.act(new Action.OpenVisit(VISIT, Set.of(faultIds), Bench.TECHNICIAN));
  }
}
