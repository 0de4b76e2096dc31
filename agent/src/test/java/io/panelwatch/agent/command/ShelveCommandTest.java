package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A daemon with a critical fault, f-1, and one that has ended, f-0. */
class ShelveCommandTest {

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
  void criticalFaultIsPutAsideOnceThePersonSaysThatItIsMeant() {
    var typed = new TypingTerminal(List.of("y"));

    assertEquals(0, run(typed, "shelve", "f-1", "--for", "2h"), err::toString);

    assertTrue(typed.questions.getFirst().startsWith("FAN-201 on fan1 is critical"));
    assertTrue(daemon.done.getFirst() instanceof Action.Shelve, daemon.done::toString);
    assertEquals(Duration.ofHours(2), ((Action.Shelve) daemon.done.getFirst()).time());
    assertEquals("the alarm of fault f-1 is put aside", out.toString().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "yes please"})
  void anyOtherAnswerDoesNothing(String answer) {
    assertEquals(1, run(new TypingTerminal(List.of(answer)), "shelve", "f-1", "--for", "2h"));
    assertEquals("nothing was done", err.toString().strip());
    assertEquals(List.of(), daemon.done);
  }

  @Test
  void withoutATerminalNothingIsDoneUnlessItSaysYes() {
    var nobody = new TypingTerminal(List.of());
    assertEquals(64, run(nobody, "out-of-service", "f-1"));
    assertTrue(err.toString().contains("say --yes"), err.toString());
    assertEquals(List.of(), daemon.done);

    assertEquals(0, run(nobody, "out-of-service", "f-1", "--yes"), err::toString);
    assertTrue(daemon.done.getFirst() instanceof Action.TakeOut, daemon.done::toString);
  }

  @Test
  void faultThatHasEndedStillNamesTheAlarmThatIsToCountAgain() {
    var nobody = new TypingTerminal(List.of());
    assertEquals(0, run(nobody, "unshelve", "f-0"), err::toString);
    assertEquals(0, run(nobody, "return", "f-0"), err::toString);

    var unshelve = (Action.Unshelve) daemon.done.getFirst();
    assertEquals("FAN-201 fan1", unshelve.code() + " " + unshelve.component());
    var putBack = (Action.PutBack) daemon.done.getLast();
    assertEquals("FAN-201 fan1", putBack.code() + " " + putBack.component());
  }

  @Test
  void alarmIsPutBackByItsNameWhereNoFaultOfItIsLeft() {
    var nobody = new TypingTerminal(List.of());
    assertEquals(0, run(nobody, "return", "NET-801", "eth0"), err::toString);

    var putBack = (Action.PutBack) daemon.done.getLast();
    assertEquals("NET-801 eth0", putBack.code() + " " + putBack.component());
    assertEquals("the alarm of NET-801 eth0 is in service again", out.toString().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2d", "-1h", "1h30m", "1234567s"})
  void timeThatIsNoneIsAWrongWord(String time) {
    assertEquals(64, run(new TypingTerminal(List.of("y")), "shelve", "f-1", "--for=" + time));
    assertEquals(List.of(), daemon.done);
  }

  @Test
  void timeThatIsTooLongIsRefusedByTheDaemonAndToldWithWhatToDo() {
    daemon.answer = new ActionAnswer.Refused("time-out-of-range");

    assertEquals(64, run(new TypingTerminal(List.of("y")), "shelve", "f-1", "--for", "48h"));
    assertTrue(err.toString().contains("see faults out-of-service"), err.toString());
  }

  private int run(Terminal terminal, String... words) {
    List<String> line = new ArrayList<>(List.of("faults"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", folder.toString()));
    return new CommandLine(new RootCommand())
        .addSubcommand("faults", new FaultsCommand(terminal))
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

    private final List<Action> done = new ArrayList<>();
    private volatile ActionAnswer answer = new ActionAnswer.Done(2, true);

    @Override
    public Optional<Fault> fault(String faultId) {
      return Stream.of(SampleFault.FAN_STOPPED, SampleFault.FAN_CLEARED)
          .filter(fault -> fault.faultId().equals(faultId))
          .findFirst();
    }

    @Override
    public synchronized ActionAnswer act(Action action) {
      done.add(action);
      return answer;
    }
  }
}
