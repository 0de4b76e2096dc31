package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A daemon with a fault that is there, f-1, and two that have ended, of which f-9 is signed off.
 */
class ResolveCommandTest extends ShellTest {

  private static final Fault SIGNED_OFF =
      SampleFault.of("FAN-201", "f-9")
          .cleared(Instant.parse("2026-03-01T08:01:30Z"))
          .with(
              Standing.NEW.withResolution(
                  new Resolution(
                      new Actor(Actor.Kind.SHELL, "lin"),
                      Optional.of(
                          new Stamp(Instant.parse("2026-03-01T08:10:00Z"), true, "boot", 600)),
                      "new fan",
                      "",
                      true,
                      false)));

  @BeforeEach
  void faults() {
    daemon.faults.addAll(List.of(SampleFault.FAN_STOPPED, SampleFault.FAN_CLEARED, SIGNED_OFF));
  }

  @Test
  void drillIsSaidToBeOneBeforeAnythingIsAsked() {
    daemon.faults.add(SampleFault.DRILL);
    var typed = new TypingTerminal(List.of("y"));

    assertEquals(64, run(typed, "faults", "resolve", "f-2"));
    assertEquals(64, run(typed, "faults", "resolve", "f-2", "--lang", "zh"));

    assertEquals(List.of(), typed.questions);
    assertEquals(List.of(), daemon.asked);
    assertEquals(
        """
        f-2 is a drill, and nothing is wrong: panelwatch service drill end ends it, and it ends by itself
        f-2 是演练，并无故障：panelwatch service drill end 可将其结束，到时也会自行结束
        """,
        err.toString());
  }

  @Test
  void faultThatHasEndedIsSignedOffWithTheCodeThatWasTypedUnseen() {
    var typed = new TypingTerminal(List.of("123456"));

    assertEquals(
        0,
        run(
            typed,
            "faults",
            "resolve",
            "f-0",
            "--technician",
            "lin",
            "--done",
            "cleaned",
            "--part",
            "fan 40 mm"),
        err::toString);

    assertEquals(List.of("lin 123456"), daemon.signedBy);
    var asked = (Action.Resolve) daemon.asked.getFirst();
    assertEquals("cleaned", asked.action());
    assertEquals("fan 40 mm", asked.part());
    assertEquals("the repair of fault f-0 is signed off", out.toString().strip());
    char[] left = new char[6];
    Arrays.fill(left, ' ');
    assertEquals(String.valueOf(left), String.valueOf(typed.secrets.getFirst()));
  }

  @Test
  void faultThatIsStillThereIsAskedAbout() {
    var no = new TypingTerminal(List.of("n"));
    assertEquals(1, run(no, "faults", "resolve", "f-1"));
    assertTrue(no.questions.getFirst().startsWith("FAN-201 on fan1 is still there"));
    assertEquals(List.of(), daemon.asked);

    assertEquals(
        0, run(new TypingTerminal(List.of("y")), "faults", "resolve", "f-1"), err::toString);
    assertEquals(
        0, run(new TypingTerminal(List.of()), "faults", "resolve", "f-1", "--yes"), err::toString);
    assertEquals(2, daemon.asked.size());
    assertEquals(List.of("nobody", "nobody"), daemon.signedBy);
  }

  @Test
  void whatWasTakenAwayForGoodIsAskedAboutAsWell() {
    var typed = new TypingTerminal(List.of("y"));

    assertEquals(0, run(typed, "faults", "resolve", "f-0", "--removed"), err::toString);

    assertTrue(typed.questions.getFirst().startsWith("fan1, of FAN-201, will be missed"));
    assertTrue(((Action.Resolve) daemon.asked.getFirst()).removed());
  }

  @Test
  void whatIsSignedOffAlreadyIsAskedAboutBeforeItIsReplaced() {
    var no = new TypingTerminal(List.of("n"));
    assertEquals(1, run(no, "faults", "resolve", "f-9", "--done", "cleaned"));
    assertEquals(
        "FAN-201 on fan1 is signed off already: 2026-03-01T08:10:00Z by lin, new fan, verified."
            + " Replace that? [y/N]",
        no.questions.getFirst().strip());
    assertEquals(List.of(), daemon.asked);

    assertEquals(
        0, run(new TypingTerminal(List.of("y")), "faults", "resolve", "f-9"), err::toString);
    assertEquals(
        0, run(new TypingTerminal(List.of()), "faults", "resolve", "f-9", "--yes"), err::toString);
    assertEquals(2, daemon.asked.size());
  }

  @Test
  void programGivesTheCodeInAFile() throws IOException {
    Path code = Files.writeString(folder.resolve("code"), "123456\n");

    assertEquals(
        0,
        run(
            new TypingTerminal(List.of()),
            "faults",
            "resolve",
            "f-0",
            "--technician",
            "lin",
            "--code-file",
            code.toString()),
        err::toString);

    assertEquals(List.of("lin 123456"), daemon.signedBy);
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-code, 77, not the code of that technician",
    "locked, 77, no code is taken for 15 minutes",
    "code-needed, 64, say --technician NAME",
    "no-technicians, 64, technician add",
    "no-such-fault, 64, see panelwatch faults"
  })
  void refusalIsToldWithWhatToDo(String why, int status, String words) {
    daemon.answer = new ActionAnswer.Refused(why);

    assertEquals(status, run(new TypingTerminal(List.of()), "faults", "resolve", "f-0"));
    assertTrue(err.toString().contains(words), err::toString);
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void wordsThatSteerATerminalAreNotSent() {
    assertEquals(
        64, run(new TypingTerminal(List.of()), "faults", "resolve", "f-0", "--done", "\u001b[2J"));
    assertEquals(
        64,
        run(new TypingTerminal(List.of()), "faults", "resolve", "f-0", "--part", "x".repeat(201)));
    assertEquals(List.of(), daemon.asked);
  }

  @Test
  void itSpeaksChinese() {
    assertEquals(
        0,
        run(new TypingTerminal(List.of()), "faults", "resolve", "f-0", "--lang", "zh"),
        err::toString);
    assertEquals("故障 f-0 的维修已签字确认", out.toString().strip());
  }
}
