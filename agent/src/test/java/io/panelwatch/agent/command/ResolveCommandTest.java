package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.Credentials;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * A daemon with a fault that is there, f-1, and two that have ended, of which f-9 is signed off.
 */
class ResolveCommandTest {

  private static final Fault SIGNED_OFF =
      SampleFault.FAN_CLEARED.with(
          Standing.NEW.withResolution(
              new Resolution(new Actor(Actor.Kind.SHELL, "lin"), "new fan", "", true, false)));

  @TempDir private Path folder;

  private final Daemon daemon = new Daemon();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ControlServer server;

  @BeforeEach
  void start() throws IOException {
    server = ControlServer.start(folder, daemon);
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @Test
  void faultThatHasEndedIsSignedOffWithTheCodeThatWasTypedUnseen() {
    var typed = new TypingTerminal(List.of("123456"));

    assertEquals(
        0,
        run(typed, "f-0", "--technician", "lin", "--done", "cleaned", "--part", "fan 40 mm"),
        err::toString);

    assertEquals(List.of("lin 123456"), daemon.signedBy);
    Action.Resolve asked = daemon.asked.getFirst();
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
    assertEquals(1, run(no, "f-1"));
    assertTrue(no.questions.getFirst().startsWith("FAN-201 on fan1 is still there"));
    assertEquals(List.of(), daemon.asked);

    assertEquals(0, run(new TypingTerminal(List.of("y")), "f-1"), err::toString);
    assertEquals(0, run(new TypingTerminal(List.of()), "f-1", "--yes"), err::toString);
    assertEquals(2, daemon.asked.size());
    assertEquals(List.of("nobody", "nobody"), daemon.signedBy);
  }

  @Test
  void whatWasTakenAwayForGoodIsAskedAboutAsWell() {
    var typed = new TypingTerminal(List.of("y"));

    assertEquals(0, run(typed, "f-0", "--removed"), err::toString);

    assertTrue(typed.questions.getFirst().startsWith("fan1, of FAN-201, will be missed"));
    assertTrue(daemon.asked.getFirst().removed());
  }

  @Test
  void whatIsSignedOffAlreadyIsAskedAboutBeforeItIsReplaced() {
    var no = new TypingTerminal(List.of("n"));
    assertEquals(1, run(no, "f-9", "--done", "cleaned"));
    assertEquals(
        "FAN-201 on fan1 is signed off already: lin, new fan, verified. Replace that? [y/N]",
        no.questions.getFirst().strip());
    assertEquals(List.of(), daemon.asked);

    assertEquals(0, run(new TypingTerminal(List.of("y")), "f-9"), err::toString);
    assertEquals(0, run(new TypingTerminal(List.of()), "f-9", "--yes"), err::toString);
    assertEquals(2, daemon.asked.size());
  }

  @Test
  void programGivesTheCodeInAFile() throws IOException {
    Path code = Files.writeString(folder.resolve("code"), "123456\n");

    assertEquals(
        0,
        run(
            new TypingTerminal(List.of()),
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
    "ended, 64, more than 30 days",
    "no-such-fault, 64, see panelwatch faults"
  })
  void refusalIsToldWithWhatToDo(String why, int status, String words) {
    daemon.answer = new ActionAnswer.Refused(why);

    assertEquals(status, run(new TypingTerminal(List.of()), "f-0"));
    assertTrue(err.toString().contains(words), err::toString);
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void wordsThatSteerATerminalAreNotSent() {
    assertEquals(64, run(new TypingTerminal(List.of()), "f-0", "--done", "\u001b[2J"));
    assertEquals(64, run(new TypingTerminal(List.of()), "f-0", "--part", "x".repeat(201)));
    assertEquals(List.of(), daemon.asked);
  }

  @Test
  void itSpeaksChinese() {
    assertEquals(0, run(new TypingTerminal(List.of()), "f-0", "--lang", "zh"), err::toString);
    assertEquals("故障 f-0 的维修已签字确认", out.toString().strip());
  }

  private int run(Terminal terminal, String... words) {
    List<String> line = new ArrayList<>(List.of("faults", "resolve"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", folder.toString()));
    return new CommandLine(new RootCommand())
        .addSubcommand("faults", new FaultsCommand(terminal))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .setParameterExceptionHandler((e, _) -> ExitStatus.USAGE.code())
        .execute(line.toArray(String[]::new));
  }

  private int failed(Exception e) {
    Failure failure = Failure.of(e);
    failure.sentences().forEach(s -> err.append(s.replaceFirst("^panelwatch: ", "")).append('\n'));
    return failure.status().code();
  }

  private static final class Daemon extends ScriptedAnswers {

    private final List<Action.Resolve> asked = new ArrayList<>();
    private final List<String> signedBy = new ArrayList<>();
    private volatile ActionAnswer answer = new ActionAnswer.Done(2, true);

    @Override
    public Optional<Fault> fault(String faultId) {
      if (faultId.equals("f-9")) {
        return Optional.of(SIGNED_OFF);
      }
      return Stream.of(SampleFault.FAN_STOPPED, SampleFault.FAN_CLEARED)
          .filter(fault -> fault.faultId().equals(faultId))
          .findFirst();
    }

    @Override
    public synchronized ActionAnswer signed(Action asks, Optional<Credentials> who) {
      asked.add((Action.Resolve) asks);
      signedBy.add(
          who.map(by -> by.technician() + " " + String.valueOf(by.code())).orElse("nobody"));
      return answer;
    }
  }
}
