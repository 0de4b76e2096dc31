package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A daemon with the fault f-1, and somebody who is going to work on it. */
class ServiceCommandTest extends ShellTest {

  private static final Visit OPEN =
      new Visit(
          "v-1",
          new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", 300),
          false,
          List.of(new Visit.Work("f-1", "FAN-201", "fan1")),
          Map.of(),
          new Actor(Actor.Kind.SHELL, "lin"));

  @Test
  void visitIsOpenedByATechnicianForTheFaultsThatAreNamed() {
    assertEquals(0, run("service", "open", "f-1", "--technician", "lin"), err::toString);

    var asked = (Action.OpenVisit) daemon.asked.getFirst();
    assertEquals(Set.of("f-1"), asked.faultIds());
    assertTrue(!asked.visit().isEmpty(), "the daemon names it");
    assertEquals(List.of("lin 123456"), daemon.signedBy);
    assertTrue(out.toString().startsWith("the visit is open"), out::toString);
  }

  @Test
  void visitToTheWholeBoardNamesNoFault() {
    assertEquals(0, run("service", "open"), err::toString);
    assertEquals(Set.of(), ((Action.OpenVisit) daemon.asked.getFirst()).faultIds());
  }

  @Test
  void whoIsAtWorkIsTold() {
    assertEquals(0, run("service"), err::toString);
    assertEquals("nobody is at work", out.toString().strip());

    daemon.visits.add(Optional.of(OPEN.with("f-1", RetestResult.PASSED)));
    assertEquals(0, run("service"), err::toString);
    assertTrue(
        out.toString()
            .endsWith("lin is at work since 2026-03-01T08:00:00Z\n  f-1  passed: it is well\n"),
        out::toString);
  }

  @Test
  void retestWaitsForItsResult() {
    daemon.visits.add(Optional.of(OPEN));
    daemon.visits.add(Optional.of(OPEN));
    daemon.visits.add(Optional.of(OPEN.with("f-1", RetestResult.PASSED)));

    assertEquals(0, run("service", "retest", "f-1"), err::toString);

    assertEquals("passed: it is well", out.toString().strip());
    assertTrue(daemon.asked.getFirst() instanceof Action.Retest);
  }

  @Test
  void retestThatIsNotPassedSaysSoByItsStatus() {
    daemon.visits.add(Optional.of(OPEN.with("f-1", RetestResult.FAILED)));
    assertEquals(1, run("service", "retest", "f-1"));
    assertEquals("failed: the fault is still there", out.toString().strip());
  }

  @Test
  void retestWhoseVisitIsClosedHasNoResult() {
    assertEquals(69, run("service", "retest", "f-1"));
    assertTrue(err.toString().contains("closed before there was a result"), err::toString);
  }

  @Test
  void refusalSaysWhatToDo() {
    daemon.answer = new ActionAnswer.Refused("no-visit");
    assertEquals(1, run("service", "retest", "f-1"));
    assertTrue(err.toString().contains("panelwatch service open"), err::toString);
    assertEquals(1, run("service", "close"));
  }

  @Test
  void refusalOfAVisitToTheWholeBoardNamesNothing() {
    daemon.answer = new ActionAnswer.Refused("code-needed");
    assertEquals(64, run("service", "open"));
    assertEquals(64, run("service", "open", "--lang", "zh"));

    assertEquals(
        """
        this board asks for a personal code, and nothing was done: say --technician NAME
        本机要求个人口令，未做任何操作：请用 --technician 姓名
        """,
        err.toString());
  }

  @Test
  void noRefusalHasAGapWhereAFaultWouldBeNamed() {
    for (String why :
        List.of("no-technicians", "wrong-code", "locked", "storage-refuses", "busy", "ending")) {
      daemon.answer = new ActionAnswer.Refused(why);
      assertTrue(run("service", "open") != 0);
      assertTrue(run("service", "open", "--lang", "zh") != 0);
    }
    daemon.answer = new ActionAnswer.Unknown();
    assertTrue(run("service", "open") != 0);
    assertTrue(run("service", "open", "--lang", "zh") != 0);

    assertEquals(14, err.toString().lines().count(), err::toString);
    assertFalse(err.toString().matches("(?s).*(  | [:：,，\\n]).*"), err::toString);
  }

  @Test
  void whereNoDaemonRunsThereIsNobodyToTell() throws IOException {
    stopDaemon();

    assertEquals(69, run("service", "open"));
    assertEquals(69, run("service"));
    assertTrue(err.toString().contains("start it with panelwatch run"), err::toString);
  }
}
