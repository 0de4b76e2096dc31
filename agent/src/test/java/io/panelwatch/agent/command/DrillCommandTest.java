package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who tries out who hears of a fault. */
class DrillCommandTest extends ShellTest {

  @Test
  void drillIsOfACodeOnAComponentForATime() {
    assertEquals(0, run("service", "drill", "FAN-201", "fan1", "--for", "90s"), err::toString);

    var asked = (Action.BeginDrill) daemon.asked.getFirst();
    assertEquals("FAN-201 fan1", asked.code() + " " + asked.component());
    assertEquals(Duration.ofSeconds(90), asked.time());
    assertTrue(out.toString().startsWith("the drill of FAN-201 fan1 has begun"), out::toString);
  }

  @Test
  void drillGoesOnForTenMinutesUnlessItIsSaidOtherwise() {
    assertEquals(0, run("service", "drill", "FAN-201", "fan1"), err::toString);
    assertEquals(Duration.ofMinutes(10), ((Action.BeginDrill) daemon.asked.getFirst()).time());
  }

  @Test
  void everyDrillIsEndedByOneWord() {
    assertEquals(0, run("service", "drill", "end"), err::toString);
    assertTrue(daemon.asked.getFirst() instanceof Action.EndDrill, daemon.asked::toString);
    assertEquals("every drill is ended", out.toString().strip());

    daemon.answer = new ActionAnswer.Already();
    assertEquals(0, run("service", "drill", "end", "--lang", "zh"), err::toString);
    assertTrue(out.toString().endsWith("没有进行中的演练\n"), out::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAN-201 end", "FAN-201 fan1 end", "FAN-201 fan1 --for 5m end"})
  void drillThatIsNamedEndsNoOther(String words) {
    assertEquals(64, run(("service drill " + words).split(" ")));
    assertEquals(List.of(), daemon.asked);
  }

  @Test
  void programGetsWhatBecameOfIt() {
    assertEquals(0, run("service", "drill", "FAN-201", "fan1", "--json"), err::toString);
    assertEquals("{\"outcome\":\"done\",\"rev\":2,\"durable\":true}", out.toString().strip());
  }

  @ParameterizedTest
  @CsvSource({
    "time-out-of-range, 64, 'a drill goes on for 1s to 10m'",
    "no-such-code, 64, see panelwatch catalogue",
    "too-many, 1, panelwatch service drill end ends them",
    "too-often, 1, 'within the last hour'"
  })
  void refusalSaysWhatToDo(String why, int status, String words) {
    daemon.answer = new ActionAnswer.Refused(why);

    assertEquals(status, run("service", "drill", "FAN-201", "fan1"));
    assertTrue(err.toString().contains(words), err::toString);
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void listOfFaultsMarksTheDrill() {
    daemon.faults.addAll(List.of(SampleFault.FAN_STOPPED, SampleFault.DRILL));

    assertEquals(0, run("faults"), err::toString);
    List<String> rows = out.toString().lines().map(row -> row.replaceAll(" +", " ")).toList();
    assertTrue(rows.get(1).startsWith("f-1 FAN-201 fan1 CRITICAL active"), rows::toString);
    assertTrue(rows.get(2).startsWith("f-2 FAN-201 fan1 CRITICAL drill"), rows::toString);

    assertEquals(0, run("faults", "--json"), err::toString);
    assertTrue(out.toString().contains("\"test\":true"), out::toString);
    assertEquals(0, run("faults", "show", "f-2", "--lang", "zh"), err::toString);
    assertTrue(out.toString().contains("演练"), out::toString);
  }

  @Test
  void drillWithoutAComponentIsAWrongCommand() {
    assertEquals(64, run("service", "drill", "FAN-201"));
    assertEquals(64, run("service", "drill", "FAN-201", " "));
    assertEquals(List.of(), daemon.asked);
  }

  @Test
  void drillNeedsTheDaemonAndSaysSoInOneSentence() throws IOException {
    stopDaemon();

    assertEquals(69, run("service", "drill", "FAN-201", "fan1"));
    assertEquals(69, run("service", "drill", "end", "--lang", "zh"));

    assertEquals(
        """
        a drill needs the running daemon, and none answers here: start it with panelwatch run
        演练需要正在运行的守护进程，此处没有：请用 panelwatch run 启动
        """,
        err.toString());
  }
}
