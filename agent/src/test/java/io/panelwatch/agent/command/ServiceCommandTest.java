package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A daemon with the fault f-1, and somebody who is going to work on it. */
class ServiceCommandTest {

  private static final Visit OPEN =
      new Visit(
          "v-1",
          new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", 300),
          false,
          List.of(new Visit.Work("f-1", "FAN-201", "fan1")),
          Map.of(),
          new Actor(Actor.Kind.SHELL, "lin"));

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
  void visitIsOpenedByATechnicianForTheFaultsThatAreNamed() {
    assertEquals(0, run("open", "f-1", "--technician", "lin"), err::toString);

    var asked = (Action.OpenVisit) daemon.done.getFirst();
    assertEquals(Set.of("f-1"), asked.faultIds());
    assertTrue(!asked.visit().isEmpty(), "the daemon names it");
    assertEquals(List.of("lin 123456"), daemon.signedBy);
    assertTrue(out.toString().startsWith("the visit is open"), out::toString);
  }

  @Test
  void visitToTheWholeBoardNamesNoFault() {
    assertEquals(0, run("open"), err::toString);
    assertEquals(Set.of(), ((Action.OpenVisit) daemon.done.getFirst()).faultIds());
  }

  @Test
  void whoIsAtWorkIsTold() {
    assertEquals(0, run(), err::toString);
    assertEquals("nobody is at work", out.toString().strip());

    daemon.visits.add(Optional.of(OPEN.with("f-1", RetestResult.PASSED)));
    assertEquals(0, run(), err::toString);
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

    assertEquals(0, run("retest", "f-1"), err::toString);

    assertEquals("passed: it is well", out.toString().strip());
    assertTrue(daemon.done.getFirst() instanceof Action.Retest);
  }

  @Test
  void retestThatIsNotPassedSaysSoByItsStatus() {
    daemon.visits.add(Optional.of(OPEN.with("f-1", RetestResult.FAILED)));
    assertEquals(1, run("retest", "f-1"));
    assertEquals("failed: the fault is still there", out.toString().strip());
  }

  @Test
  void retestWhoseVisitIsClosedHasNoResult() {
    assertEquals(69, run("retest", "f-1"));
    assertTrue(err.toString().contains("closed before there was a result"), err::toString);
  }

  @Test
  void refusalSaysWhatToDo() {
    daemon.answer = new ActionAnswer.Refused("no-visit");
    assertEquals(1, run("retest", "f-1"));
    assertTrue(err.toString().contains("panelwatch service open"), err::toString);
    assertEquals(1, run("close"));
  }

  @Test
  void refusalOfAVisitToTheWholeBoardNamesNothing() {
    daemon.answer = new ActionAnswer.Refused("code-needed");
    assertEquals(64, run("open"));
    assertEquals(64, run("open", "--lang", "zh"));

    assertEquals(
        """
        panelwatch: this board asks for a personal code, and nothing was done: say --technician NAME
        panelwatch: 本机要求个人口令，未做任何操作：请用 --technician 姓名
        """,
        err.toString());
  }

  @Test
  void noRefusalHasAGapWhereAFaultWouldBeNamed() {
    for (String why :
        List.of("no-technicians", "wrong-code", "locked", "storage-refuses", "busy", "ending")) {
      daemon.answer = new ActionAnswer.Refused(why);
      assertTrue(run("open") != 0);
      assertTrue(run("open", "--lang", "zh") != 0);
    }
    daemon.answer = new ActionAnswer.Unknown();
    assertTrue(run("open") != 0);
    assertTrue(run("open", "--lang", "zh") != 0);

    assertEquals(14, err.toString().lines().count(), err::toString);
    assertFalse(err.toString().matches("(?s).*(  | [:：,，\\n]).*"), err::toString);
  }

  @Test
  void whereNoDaemonRunsThereIsNobodyToTell() throws IOException {
    server.close();

    assertEquals(69, run("open"));
    assertEquals(69, run());
    assertTrue(err.toString().contains("start it with panelwatch run"), err::toString);
  }

  private int run(String... words) {
    List<String> line = new ArrayList<>(List.of("service"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", folder.toString()));
    var typed = new TypingTerminal(List.of("123456"));
    var clock = new ManualClock();
    return new CommandLine(new RootCommand())
        .addSubcommand("service", new ServiceCommand(typed, clock))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .setParameterExceptionHandler((e, _) -> ExitStatus.USAGE.code())
        .execute(line.toArray(String[]::new));
  }

  private int failed(Exception e) {
    Failure failure = Failure.of(e);
    failure.sentences().forEach(s -> err.append(s).append('\n'));
    return failure.status().code();
  }

  private static final class Daemon extends ScriptedAnswers {

    private final List<Action> done = new ArrayList<>();
    private final List<String> signedBy = new ArrayList<>();
    private final List<Optional<Visit>> visits = new ArrayList<>();
    private volatile ActionAnswer answer = new ActionAnswer.Done(0, true);

    @Override
    public synchronized Optional<Visit> visit() {
      return visits.isEmpty() ? Optional.empty() : visits.removeFirst();
    }

    @Override
    public synchronized ActionAnswer act(Action action) {
      done.add(action);
      return answer;
    }

    @Override
    public synchronized ActionAnswer signed(Action action, Optional<Credentials> who) {
      done.add(action);
      signedBy.add(
          who.map(by -> by.technician() + " " + String.valueOf(by.code())).orElse("nobody"));
      return answer;
    }
  }
}
