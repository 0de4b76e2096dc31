package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxRow;
import io.panelwatch.agent.store.OutboxTopic;
import io.panelwatch.agent.store.PlaceEncoder;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // A server is there to answer, not to be called.
class AcknowledgeCommandTest {

  private static final Map<String, String> GERMAN = Map.of("LANG", "de_DE.UTF-8");
  private static final Map<String, String> CHINESE = Map.of("LANG", "zh_CN.UTF-8");

  private static final String BROKER = "[broker]\nurl = \"mqtt://127.0.0.1\"\n";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void faultOfAStoppedAgentIsAcknowledgedInItsStoreAndReportedLater() throws IOException {
    storeHas("F-1");

    assertEquals(0, run(GERMAN, "ack", "F-1"), err::toString);
    assertEquals("fault F-1 is acknowledged", out.toString().strip());

    String report = outbox().getLast().payload();
    assertTrue(report.contains("\"transition\":\"ACKNOWLEDGED\""), report);
    assertTrue(report.contains("\"acknowledged\":true"), report);
  }

  @Test
  void whatWasDoneInTheStoreIsStillSoWhenItIsLookedAtAgain() throws IOException {
    storeHas("F-1");
    run(GERMAN, "ack", "F-1");

    assertEquals(0, run(GERMAN, "ack", "F-1"), err::toString);
    assertTrue(out.toString().contains("was acknowledged already"), out.toString());
    assertEquals(0, run(GERMAN, "shelve", "F-1", "--for", "2h", "--yes"), err::toString);
    assertEquals(0, run(GERMAN, "show", "F-1"), err::toString);
    assertTrue(out.toString().contains("put aside     until"), out.toString());
    assertTrue(out.toString().contains("state         put aside"), out.toString());
    assertEquals(0, run(GERMAN, "unshelve", "F-1"), err::toString);
    assertEquals(0, run(GERMAN, "unshelve", "F-1"), err::toString);
    assertTrue(out.toString().contains("was not put aside"), out.toString());
    assertEquals(4, outbox().size(), "raised, acknowledged, shelved, updated");
  }

  @Test
  void stoppedAgentReportsAsTheDeviceThatItRanAsLast() throws IOException {
    Files.writeString(folder.resolve("last-good.toml"), "[device]\nid = \"kiosk-7\"\n" + BROKER);
    storeHas("F-1");

    assertEquals(0, run(GERMAN, "ack", "F-1"), err::toString);

    assertTrue(outbox().getLast().payload().contains("\"source\":\"/panelwatch/kiosk-7\""));
  }

  @Test
  void whereNoBrokerIsConfiguredNobodyIsTold() throws IOException {
    Files.writeString(folder.resolve("last-good.toml"), "[device]\nid = \"kiosk-7\"\n");
    storeHas("F-1");

    assertEquals(0, run(GERMAN, "ack", "F-1"), err::toString);

    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertTrue(store.active().getFirst().standing().acknowledged().isPresent());
      assertEquals(1, store.outboxAfter(0, 0, 10).size(), "only that it was raised");
      assertEquals("acknowledge", store.audit(1).getFirst().action());
    }
  }

  @Test
  void faultThatNobodyKnowsIsAWrongWordAndNothingIsDone() throws IOException {
    storeHas("F-1");

    assertEquals(64, run(GERMAN, "ack", "F-2"));
    assertEquals(
        "panelwatch: no active fault is called F-2: see panelwatch faults", err.toString().strip());
    assertEquals(1, outbox().size());
  }

  @Test
  void folderWithoutAFaultMemoryIsNotMadeOne() {
    assertEquals(69, run(GERMAN, "ack", "F-1"));
    assertTrue(err.toString().contains("no fault memory at"), err.toString());
    assertFalse(Files.exists(folder.resolve("faults.db")));
  }

  @Test
  void runningAgentIsAskedAndItsAnswerIsTold() throws IOException {
    try (var server = ControlServer.start(folder, answering(new ActionAnswer.Done(2, true)))) {
      assertEquals(0, run(GERMAN, "ack", "F-1"), err::toString);
      assertEquals("fault F-1 is acknowledged", out.toString().strip());
    }
  }

  @Test
  void whatIsNotStoredYetIsToldAsSuch() throws IOException {
    try (var server = ControlServer.start(folder, answering(new ActionAnswer.Done(2, false)))) {
      assertEquals(0, run(GERMAN, "ack", "F-1"), err::toString);
      assertTrue(out.toString().contains("it is not stored yet"), out.toString());
    }
  }

  @Test
  void acknowledgingTwiceIsNoMistake() throws IOException {
    try (var server = ControlServer.start(folder, answering(new ActionAnswer.Already()))) {
      assertEquals(0, run(CHINESE, "ack", "F-1"), err::toString);
      assertEquals("故障 F-1 此前已确认", out.toString().strip());
    }
  }

  @Test
  void refusalIsToldInTheLanguageOfTheTerminalWithAStatus() throws IOException {
    try (var server = ControlServer.start(folder, answering(new ActionAnswer.Refused("busy")))) {
      assertEquals(69, run(CHINESE, "ack", "F-1"));
      assertTrue(err.toString().contains("守护进程忙"), err.toString());
    }
  }

  @Test
  void refusalForAReasonThatOnlyANewerAgentKnowsIsToldAsItIs() throws IOException {
    try (var server = ControlServer.start(folder, answering(new ActionAnswer.Refused("eclipse")))) {
      assertEquals(1, run(GERMAN, "ack", "F-1"));
      assertEquals("panelwatch: eclipse", err.toString().strip());
    }
  }

  @Test
  void programGetsTheAnswerAsJson() throws IOException {
    try (var server = ControlServer.start(folder, answering(new ActionAnswer.Done(2, true)))) {
      assertEquals(0, run(CHINESE, "ack", "F-1", "--json"), err::toString);
      assertEquals("{\"outcome\":\"done\",\"rev\":2,\"durable\":true}", out.toString().strip());
    }
    out.getBuffer().setLength(0);
    try (var server = ControlServer.start(folder, answering(new ActionAnswer.Unknown()))) {
      assertEquals(69, run(CHINESE, "ack", "F-1", "--json"));
      assertEquals("{\"outcome\":\"unknown\"}", out.toString().strip());
    }
  }

  @Test
  void languageThatIsAskedForGoesBeforeTheTerminals() throws IOException {
    storeHas("F-1");

    assertEquals(0, run(GERMAN, "show", "F-1", "--lang", "zh"), err::toString);
    assertTrue(out.toString().contains("处理"), out.toString());
  }

  @Test
  void listIsPlainInAPipeAndColouredWhereThatIsAskedFor() throws IOException {
    storeHas("F-1");

    assertEquals(0, run(GERMAN), err::toString);
    assertFalse(out.toString().contains("\u001b"), out.toString());
    String plain = out.toString();
    out.getBuffer().setLength(0);
    assertEquals(0, run(GERMAN, "--color", "always"), err::toString);
    assertTrue(out.toString().contains("\u001b[1;31mF-1 "), out.toString());
    assertEquals(plain, out.toString().replaceAll("\u001b\\[[0-9;]*m", ""), "aligned as ever");
  }

  private static ScriptedAnswers answering(ActionAnswer answer) {
    return new ScriptedAnswers() {
      @Override
      public ActionAnswer act(Action action) {
        return answer;
      }
    };
  }

  private void storeHas(String faultId) throws IOException {
    Path known = folder.resolve("last-good.toml");
    if (Files.notExists(known)) {
      Files.writeString(known, BROKER);
    }
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(List.of(TestFaults.raised(faultId)), new PlaceEncoder());
    }
  }

  /** What the backend is told of faults; what was done is told beside. */
  private List<OutboxRow> outbox() {
    try (var store = FaultStore.open(folder, new ManualClock())) {
      return store.outboxAfter(0, 0, 10).stream()
          .filter(row -> row.topic() == OutboxTopic.FAULT)
          .toList();
    }
  }

  private int run(Map<String, String> environment, String... words) {
    var line = new ArrayList<>(List.of("faults"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", folder.toString()));
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), environment)
        .run(line.toArray(String[]::new));
  }
}
