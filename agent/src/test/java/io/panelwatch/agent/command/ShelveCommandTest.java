package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A daemon with a critical fault, f-1, and one that has ended, f-0. */
class ShelveCommandTest extends ShellTest {

  @BeforeEach
  void faults() {
    daemon.faults.addAll(List.of(SampleFault.FAN_STOPPED, SampleFault.FAN_CLEARED));
  }

  @Test
  void criticalFaultIsPutAsideOnceThePersonSaysThatItIsMeant() {
    var typed = new TypingTerminal(List.of("y"));

    assertEquals(0, run(typed, "faults", "shelve", "f-1", "--for", "2h"), err::toString);

    assertTrue(typed.questions.getFirst().startsWith("FAN-201 on fan1 is critical"));
    assertTrue(daemon.asked.getFirst() instanceof Action.Shelve, daemon.asked::toString);
    assertEquals(Duration.ofHours(2), ((Action.Shelve) daemon.asked.getFirst()).time());
    assertEquals("the alarm of fault f-1 is put aside", out.toString().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "yes please"})
  void anyOtherAnswerDoesNothing(String answer) {
    assertEquals(
        1, run(new TypingTerminal(List.of(answer)), "faults", "shelve", "f-1", "--for", "2h"));
    assertEquals("nothing was done", err.toString().strip());
    assertEquals(List.of(), daemon.asked);
  }

  @Test
  void withoutATerminalNothingIsDoneUnlessItSaysYes() {
    var nobody = new TypingTerminal(List.of());
    assertEquals(64, run(nobody, "faults", "out-of-service", "f-1"));
    assertTrue(err.toString().contains("say --yes"), err.toString());
    assertEquals(List.of(), daemon.asked);

    assertEquals(0, run(nobody, "faults", "out-of-service", "f-1", "--yes"), err::toString);
    assertTrue(daemon.asked.getFirst() instanceof Action.TakeOut, daemon.asked::toString);
  }

  @Test
  void faultThatHasEndedStillNamesTheAlarmThatIsToCountAgain() {
    var nobody = new TypingTerminal(List.of());
    assertEquals(0, run(nobody, "faults", "unshelve", "f-0"), err::toString);
    assertEquals(0, run(nobody, "faults", "return", "f-0"), err::toString);

    var unshelve = (Action.Unshelve) daemon.asked.getFirst();
    assertEquals("FAN-201 fan1", unshelve.code() + " " + unshelve.component());
    var putBack = (Action.PutBack) daemon.asked.getLast();
    assertEquals("FAN-201 fan1", putBack.code() + " " + putBack.component());
  }

  @Test
  void alarmIsPutBackByItsNameWhereNoFaultOfItIsLeft() {
    var nobody = new TypingTerminal(List.of());
    assertEquals(0, run(nobody, "faults", "return", "NET-801", "eth0"), err::toString);

    var putBack = (Action.PutBack) daemon.asked.getLast();
    assertEquals("NET-801 eth0", putBack.code() + " " + putBack.component());
    assertEquals("the alarm of NET-801 eth0 is in service again", out.toString().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2d", "-1h", "1h30m", "1234567s"})
  void timeThatIsNoneIsAWrongWord(String time) {
    assertEquals(
        64, run(new TypingTerminal(List.of("y")), "faults", "shelve", "f-1", "--for=" + time));
    assertEquals(List.of(), daemon.asked);
  }

  @Test
  void timeThatIsTooLongIsRefusedByTheDaemonAndToldWithWhatToDo() {
    daemon.answer = new ActionAnswer.Refused("time-out-of-range");

    assertEquals(
        64, run(new TypingTerminal(List.of("y")), "faults", "shelve", "f-1", "--for", "48h"));
    assertTrue(err.toString().contains("see faults out-of-service"), err.toString());
  }
}
