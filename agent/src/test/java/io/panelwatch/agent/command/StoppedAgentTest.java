package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxRow;
import io.panelwatch.agent.store.PlaceEncoder;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faults} where no daemon runs: which store it is, and what is in it. */
class StoppedAgentTest {

  @TempDir private Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path state() {
    return temp.resolve("state");
  }

  @Test
  void storeThatIsConfiguredElsewhereIsFoundThroughTheStateFolder() throws IOException {
    Path elsewhere = temp.resolve("elsewhere");
    ranWith(
        "[device]\nid = \"kiosk-7\"\n[broker]\nurl = \"mqtt://127.0.0.1\"\n[store]\npath = \""
            + elsewhere
            + "\"\n");
    storeHas(elsewhere, "F-1");

    assertEquals(0, run("show", "F-1"), err::toString);
    assertEquals(0, run("ack", "F-1"), err::toString);

    try (var store = FaultStore.open(elsewhere, new ManualClock())) {
      List<OutboxRow> reports = store.outboxAfter(0, 0, 10);
      assertEquals(3, reports.size(), "raised, acknowledged, and who did it");
      for (OutboxRow row : reports.subList(1, reports.size())) {
        String report = row.payload();
        assertTrue(report.contains("\"source\":\"/panelwatch/kiosk-7\""), report);
      }
    }
  }

  @Test
  void folderThatNamesNoDeviceIsLookedAtAndNothingIsDoneInIt() throws IOException {
    storeHas(state(), "F-1");

    assertEquals(0, run(), err::toString);
    assertTrue(out.toString().contains("F-1"), out.toString());
    assertEquals(69, run("ack", "F-1"));
    assertTrue(err.toString().contains("says which device this is"), err.toString());
    try (var store = FaultStore.open(state(), new ManualClock())) {
      assertEquals(1, store.outboxAfter(0, 0, 10).size());
    }
  }

  @Test
  void storeThatADaemonHasIsNotSaidToBeFreedByStoppingIt() throws IOException {
    ranWith("");
    try (var store = FaultStore.open(state(), new ManualClock())) {
      store.commit(List.of(TestFaults.raised("F-1")), new PlaceEncoder());

      assertEquals(69, run("ack", "F-1"));
      assertTrue(err.toString().contains("say it without --state"), err.toString());
    }
  }

  @Test
  void folderOfAnotherUserIsNotPermittedAndNotMissing() throws IOException {
    storeHas(state(), "F-1");
    Files.setPosixFilePermissions(state(), PosixFilePermissions.fromString("---------"));
    boolean mayDoAnything = Files.isExecutable(state());
    try {
      assumeFalse(mayDoAnything, "root may enter any folder");
      assertEquals(77, run());
      assertTrue(err.toString().contains("with sudo"), err.toString());
    } finally {
      Files.setPosixFilePermissions(state(), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void allIsTheLatestFirstAndSaysHowManyMoreThereAre() throws IOException {
    storeHas(state(), "F-1", "F-2", "F-3", "F-4", "F-5");

    assertEquals(0, run("--all", "--limit", "2"), err::toString);
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(1).startsWith("F-5 "), out.toString());
    assertTrue(lines.get(2).startsWith("F-4 "), out.toString());
    assertEquals("3 older ones are not listed: say --limit with more than 2", lines.get(3));

    out.getBuffer().setLength(0);
    assertEquals(0, run("--all", "--limit", "5"), err::toString);
    assertEquals(6, out.toString().lines().count(), out.toString());
    assertEquals(64, run("--all", "--limit", "0"));
  }

  @Test
  void historyOfSeveralPagesIsOneArrayForAProgram() throws IOException {
    String[] ids = new String[450];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = "F-" + i;
    }
    storeHas(state(), ids);

    assertEquals(0, run("--all", "--json"), err::toString);
    String json = out.toString().strip();
    assertTrue(json.startsWith("[{\"faultId\":\"F-449\""), json.substring(0, 99));
    assertTrue(json.endsWith("}]"), json);
    assertEquals(450, json.split("\"faultId\"", -1).length - 1);
    for (String id : ids) {
      assertTrue(json.contains("\"" + id + "\""), id);
    }
  }

  @Test
  void emptyHistoryIsAnEmptyArray() throws IOException {
    storeHas(state());

    assertEquals(0, run("--all", "--json"), err::toString);
    assertEquals("[]", out.toString().strip());
  }

  @Test
  void alarmThatIsOutOfServiceIsListedAlsoAfterItsFaultHasEndedAndPutBackByName()
      throws IOException {
    ranWith("");
    storeHas(state(), "F-1");
    assertEquals(0, run("out-of-service", "F-1", "--yes"), err::toString);
    try (var store = FaultStore.open(state(), new ManualClock())) {
      store.commit(List.of(TestFaults.cleared("F-1")), new PlaceEncoder());
    }

    out.getBuffer().setLength(0);
    assertEquals(0, run(), err::toString);
    assertTrue(out.toString().contains("put aside: 1, see faults --shelved"), out.toString());
    assertEquals(0, run("--shelved"), err::toString);
    assertTrue(out.toString().contains("FAN-201  fan1"), out.toString());
    assertTrue(out.toString().contains("out of service"), out.toString());
    assertEquals(0, run("--shelved", "--json"), err::toString);
    assertTrue(out.toString().contains("\"component\":\"fan1\""), out.toString());

    assertEquals(0, run("return", "FAN-201", "fan1"), err::toString);
    out.getBuffer().setLength(0);
    assertEquals(0, run("--shelved"), err::toString);
    assertEquals("no alarm is put aside", out.toString().strip());
  }

  @Test
  void howAFaultStandsIsAWordAndNotOnlyAColour() throws IOException {
    ranWith("");
    storeHas(state(), "F-1");
    assertEquals("active", stateOf("F-1"));
    run("ack", "F-1");
    assertEquals("acknowledged", stateOf("F-1"));
    run("shelve", "F-1", "--for", "2h", "--yes");
    assertEquals("put aside", stateOf("F-1"));
    run("out-of-service", "F-1", "--yes");
    assertEquals("out of service", stateOf("F-1"));
    try (var store = FaultStore.open(state(), new ManualClock())) {
      Fault ended = TestFaults.stoppedFan("F-1", 9, false);
      store.commit(
          List.of(TestFaults.told(FaultTransition.Kind.CLEARED, ended)), new PlaceEncoder());
    }
    assertEquals("ended", stateOf("F-1"));
  }

  @Test
  void nothingIsMadeOfAFolderThatIsOnlyLookedAt() {
    assertEquals(69, run());
    assertTrue(err.toString().contains("name its folder with --state"), err.toString());
    assertFalse(Files.exists(state()));
  }

  /** The fourth and fifth columns of its row are its severity and how it stands. */
  private String stateOf(String faultId) {
    out.getBuffer().setLength(0);
    assertEquals(0, run("--all"), err::toString);
    String row =
        out.toString().lines().filter(line -> line.startsWith(faultId)).findFirst().orElseThrow();
    return List.of(row.split("  +")).get(4);
  }

  private void ranWith(String configuration) throws IOException {
    Files.createDirectories(state());
    Files.writeString(state().resolve("last-good.toml"), configuration);
  }

  private static void storeHas(Path folder, String... faultIds) {
    try (var store = FaultStore.open(folder, new ManualClock())) {
      var occurrence = Occurrence.FIRST;
      var all = new ArrayList<FaultTransition>();
      for (String id : faultIds) {
        var fault = TestFaults.stoppedFan(id, 1, true, "boot-1", occurrence);
        all.add(TestFaults.told(FaultTransition.Kind.RAISED, fault));
        occurrence = occurrence.again();
      }
      store.commit(all, new PlaceEncoder());
    }
  }

  private int run(String... words) {
    var line = new ArrayList<>(List.of("faults"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", state().toString()));
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(line.toArray(String[]::new));
  }
}
