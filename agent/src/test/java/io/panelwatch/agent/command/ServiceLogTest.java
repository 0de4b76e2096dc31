package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.AuditPage;
import io.panelwatch.agent.store.AuditPage.Dtc;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.TestDeeds;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who did what at a board: lin has signed a fan off, and others have tried this and that. */
class ServiceLogTest extends ShellTest {

  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");
  private static final Actor SOMEBODY = new Actor(Actor.Kind.BUTTONS, "");

  private static final Map<String, Dtc> FAN = Map.of("f-1", new Dtc("FAN-201", "fan1"));

  private static Stamp at(String time, boolean trusted) {
    return new Stamp(Instant.parse("2026-03-01T" + time + ".250Z"), trusted, "boot", 300);
  }

  private static AuditEntry entry(Action action, String time, String outcome) {
    return AuditEntry.of(action, at(time, true), outcome);
  }

  private void did(AuditEntry... entries) {
    daemon.audit = new AuditPage(List.of(entries), FAN, false, Optional.empty());
  }

  @Test
  void eachDeedIsARowWithWhenWhoFromWhereWhatWithWhatAndWhatItCameTo() {
    var resolve = new Action.Resolve("f-1", "new fan", "40 mm", false, LIN);
    did(
        entry(resolve, "09:00:00", "done"),
        AuditEntry.of(new Action.Acknowledge("f-1", SOMEBODY), at("08:00:00", false), "already"));

    assertEquals(0, run("service", "log", "--color", "never"), err::toString);

    assertEquals(
        """
        TIME                                      WHO  FROM   WHAT         ON            OUTCOME         ID   DETAIL
        2026-03-01T09:00:00Z                      lin  shell  sign off     FAN-201 fan1  done            f-1  new fan; 40 mm
        2026-03-01T08:00:00Z (clock not trusted)  -    LCD    acknowledge  FAN-201 fan1  was so already  f-1  -
        """,
        out.toString());
  }

  @Test
  void rowSaysTheSameInChinese() {
    did(entry(new Action.Shelve("f-1", Duration.ofHours(2), LIN), "09:00:00", "done"));

    assertEquals(0, run("service", "log", "--color", "never", "--lang", "zh"), err::toString);

    List<String> lines = out.toString().lines().toList();
    assertEquals(
        List.of("时间", "操作人", "来源", "操作", "对象", "结果", "编号", "说明"),
        List.of(lines.getFirst().split(" +")));
    assertEquals(
        List.of("2026-03-01T09:00:00Z", "lin", "命令行", "搁置", "FAN-201 fan1", "完成", "f-1", "时长 2h"),
        List.of(lines.getLast().split("  +")));
  }

  @Test
  void whatIsNoFaultIsNamedByWhatItIs() {
    did(
        entry(
            new Action.BeginDrill("FAN-201", "x", Duration.ofSeconds(90), LIN), "09:08:00", "done"),
        entry(new Action.OpenVisit("v-1", Set.of("f-1"), LIN), "09:07:00", "done"),
        entry(new Action.OpenVisit("v-2", Set.of(), LIN), "09:06:00", "done"),
        entry(new Action.Inspect("fans", LIN), "09:05:00", "done"),
        entry(new Action.Acknowledge("gone", LIN), "09:04:00", "no-such-fault"),
        AuditEntry.ofMore(7, LIN, at("09:03:00", true)));

    assertEquals(0, run("service", "log", "--color", "never"), err::toString);

    assertEquals(
        List.of(
            "begin drill|FAN-201 x|done|-|for 90s",
            "open visit|FAN-201 fan1|done|v-1|-",
            "open visit|whole board|done|v-2|-",
            "inspect|fans|done|-|-",
            "acknowledge|-|no such fault|gone|-",
            "further attempts|-|refused|-|7"),
        out.toString()
            .lines()
            .skip(1)
            .map(line -> String.join("|", List.of(line.split("  +")).subList(3, 8)))
            .toList());
  }

  @ParameterizedTest
  @EnumSource(Outcome.Why.class)
  void everyReasonWhySomethingWasRefusedIsSaidInWords(Outcome.Why why) {
    String word = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var words = new Words("log", Language.EN);
    assertNotEquals(word, words.sayOr("outcome." + word, word));
  }

  @Test
  void whoClaimedToBeSomebodyIsNamedAndNoCodeEver() {
    var resolve = new Action.Resolve("f-1", "", "", true, LIN);
    AuditEntry wrong = entry(resolve, "09:00:00", AuditEntry.WRONG_CODE);
    did(wrong.claimedAs("mei"), wrong.claimedAs("483 920"), wrong.claimedAs("48-39-20"));

    assertEquals(0, run("service", "log", "--json"), err::toString);
    assertEquals(0, run("service", "log", "--color", "never"), err::toString);

    String told = out.toString();
    assertTrue(told.contains("taken away for good; as mei"), told);
    assertTrue(told.contains("as somebody"), told);
    assertFalse(told.contains("483"), told);
    assertFalse(told.contains("39"), told);
  }

  @Test
  void refusalHasAColourOnATerminalAndNoneWhereNoneIsWanted() {
    did(entry(new Action.CloseVisit(LIN), "09:00:00", "no-visit"));

    assertEquals(0, run("service", "log", "--color", "always"), err::toString);
    assertTrue(out.toString().contains("\u001b[33m2026-03-01T09:00:00Z"), out.toString());
  }

  @Test
  void programGetsEveryFieldAsAnArray() {
    did(entry(new Action.Acknowledge("f-1", LIN), "09:00:00", "done"));

    assertEquals(0, run("service", "log", "--json"), err::toString);

    assertEquals(
        """
        [{"at":"2026-03-01T09:00:00.250Z","clockTrusted":true,"by":"lin","from":"shell",\
        "action":"acknowledge","subject":"f-1",\
        "faults":[{"faultId":"f-1","code":"FAN-201","component":"fan1"}],\
        "detail":"","outcome":"done"}]
        """,
        out.toString());
  }

  @Test
  void limitIsWhatIsAskedForUpToAThousand() {
    run("service", "log");
    assertEquals(50, daemon.auditLimit);
    run("service", "log", "--limit", "1000");
    assertEquals(1000, daemon.auditLimit);
    assertEquals(64, run("service", "log", "--limit", "1001"));
    assertEquals(64, run("service", "log", "--limit", "0"));
  }

  @Test
  void whatIsLeftOutIsSaid() {
    AuditEntry seen = entry(new Action.Acknowledge("f-1", LIN), "09:00:00", "done");
    daemon.audit = new AuditPage(List.of(seen), FAN, true, Optional.empty());

    assertEquals(0, run("service", "log", "--limit", "1"), err::toString);
    assertTrue(out.toString().contains("older entries are not listed: say --limit"), out::toString);
  }

  @Test
  void nothingThatCanBeReadIsNotSaidToBeNothing() {
    assertEquals(0, run("service", "log"), err::toString);
    assertEquals("nobody has done anything on this board yet\n", out.toString());

    out.getBuffer().setLength(0);
    daemon.audit = new AuditPage(List.of(), Map.of(), false, Optional.of("disk gone"));
    assertEquals(74, run("service", "log"));
    assertEquals("", out.toString());
    assertTrue(
        err.toString().contains("cannot be read now, and is not listed: disk gone"), err::toString);
  }

  @Test
  void stoppedAgentsStoreIsReadAndNothingIsChangedInIt() throws IOException {
    stopDaemon();
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(
          new Batch(
              List.of(TestFaults.raised("F-1")),
              List.of(),
              List.of(),
              Optional.empty(),
              List.of(TestDeeds.acknowledged("F-1"), TestDeeds.acknowledged("none"))));
    }

    assertEquals(0, run("service", "log", "--color", "never"), err::toString);

    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(1).contains("acknowledge  -             done     none"), out::toString);
    assertTrue(lines.get(2).contains("acknowledge  FAN-201 fan1  done     F-1"), out::toString);
    assertEquals(0, run("service", "log", "--limit", "1", "--json"), err::toString);
    assertTrue(
        out.toString()
            .endsWith(
                "\"subject\":\"none\",\"faults\":[],\"detail\":\"\",\"outcome\":\"done\"}]\n"),
        out::toString);
  }
}
