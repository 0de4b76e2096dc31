package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.store.Backup;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.PlaceEncoder;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.agent.store.Verification;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@SuppressWarnings("try") // A server is there to answer, not to be called.
class StoreCommandTest {

  private static final TypingTerminal NOBODY = new TypingTerminal(List.of());

  @TempDir private Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path state() {
    return temp.resolve("state");
  }

  private Path backup() {
    return temp.resolve("k7.db");
  }

  @BeforeEach
  void ran() throws IOException {
    Files.createDirectories(state());
    Files.createFile(state().resolve("last-good.toml"));
    try (var store = FaultStore.open(state(), new ManualClock())) {
      store.commit(List.of(TestFaults.raised("F-1")), new PlaceEncoder());
    }
  }

  @Test
  void soundMemoryIsSaidToBeSoundWithWhatIsInIt() {
    assertEquals(0, run(NOBODY, "verify"), err::toString);
    assertTrue(out.toString().contains("faults.db is sound"), out.toString());
    assertTrue(out.toString().contains("1 episodes, 1 of them active"), out.toString());
  }

  @Test
  void programIsToldTheSameAsJson() {
    assertEquals(0, run(NOBODY, "verify", "--json"), err::toString);
    assertTrue(
        out.toString()
            .matches("(?s).*\"ok\":true,\"version\":[0-9]+,\"episodes\":1,\"active\":1,.*"),
        out.toString());
    assertTrue(out.toString().strip().endsWith("\"findings\":[]}"), out.toString());
  }

  @Test
  void savedWhileAnAgentWritesItIsForItsOwnerAloneAndCanBeVerified() throws IOException {
    try (var store = FaultStore.open(state(), new ManualClock())) {
      assertEquals(0, run(NOBODY, "backup", backup().toString()), err::toString);
      store.commit(List.of(TestFaults.cleared("F-1")), new PlaceEncoder());
    }

    assertTrue(out.toString().contains("saved as " + backup()), out.toString());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())));
    assertEquals(0, run(NOBODY, "verify", backup().toString()), err::toString);
    assertTrue(out.toString().contains("1 episodes, 1 of them active"), out.toString());
  }

  @Test
  void fileThatIsThereIsReplacedOnlyWhenThatIsMeant() throws IOException {
    Files.writeString(backup(), "holiday pictures");

    assertEquals(64, run(NOBODY, "backup", backup().toString()));
    assertTrue(err.toString().contains("say --yes"), err.toString());
    assertEquals(1, run(new TypingTerminal(List.of("n")), "backup", backup().toString()));
    assertEquals("holiday pictures", Files.readString(backup()));

    assertEquals(0, run(new TypingTerminal(List.of("y")), "backup", backup().toString()));
    assertTrue(Verification.of(backup()).ok());
  }

  @Test
  void fileThatIsNoneIsFoundOutBeforeAnythingIsDone() {
    assertEquals(64, run(NOBODY, "backup", temp.toString(), "--yes"));
    assertEquals(64, run(NOBODY, "backup", state().resolve("faults.db").toString(), "--yes"));
    assertEquals(74, run(NOBODY, "backup", temp.resolve("none/k7.db").toString()));
    assertEquals(74, run(NOBODY, "verify", temp.resolve("none").toString()));
    assertEquals(74, run(NOBODY, "restore", temp.resolve("none").toString(), "--yes"));
    assertEquals(64, run(NOBODY));
  }

  @Test
  void whatIsWrongIsFoundAndSaidInTheLanguageOfWhoAsks() throws IOException {
    run(NOBODY, "backup", backup().toString());
    byte[] bytes = Files.readAllBytes(backup());
    for (int i = bytes.length - 4096; i < bytes.length; i++) {
      bytes[i] ^= (byte) 0xff;
    }
    Files.write(backup(), bytes);

    assertEquals(1, run(NOBODY, "verify", backup().toString()));
    assertTrue(out.toString().contains("is not sound"), out.toString());
    assertEquals(1, run(NOBODY, "verify", backup().toString(), "--lang", "zh"));
    assertTrue(out.toString().contains("已损坏"), out.toString());
    assertEquals(1, run(NOBODY, "restore", backup().toString(), "--yes"));
    assertTrue(err.toString().contains("nothing was done"), err.toString());
  }

  @Test
  void stoppedAgentGoesOnWithTheBackupOnceThatIsMeantAndTheFormerMemoryIsKept() throws IOException {
    run(NOBODY, "backup", backup().toString());
    Files.delete(state().resolve("faults.db"));
    try (var store = FaultStore.open(state(), new ManualClock())) {
      assertEquals(List.of(), store.active());
    }

    assertEquals(64, run(NOBODY, "restore", backup().toString()));
    var typed = new TypingTerminal(List.of("y"));
    assertEquals(0, run(typed, "restore", backup().toString()), err::toString);

    assertTrue(typed.questions.getFirst().contains("1 episodes"), typed.questions::toString);
    assertTrue(out.toString().contains("faults.db.replaced"), out.toString());
    try (var store = FaultStore.open(state(), new ManualClock())) {
      assertEquals("F-1", store.active().getFirst().faultId());
    }
    assertFalse(Files.exists(state().resolve("faults.db.restore")));
  }

  @Test
  void daemonThatRunsIsHandedACopyInItsOwnFolder() throws IOException {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    run(NOBODY, "backup", backup().toString());
    var daemon =
        new ScriptedAnswers() {
          @Override
          public Path storeFolder() {
            return elsewhere;
          }

          @Override
          public Restored restore(Actor by, String file) {
            boolean staged = Files.exists(elsewhere.resolve("faults.db.restore"));
            return new Restored(elsewhere.resolve("faults.db.replaced"), staged ? 7 : 0, 2);
          }
        };
    out.getBuffer().setLength(0);
    try (var server = ControlServer.start(state(), daemon)) {
      assertEquals(0, run(NOBODY, "restore", backup().toString(), "--yes"), err::toString);
      assertTrue(out.toString().contains("restored: 7 episodes"), out.toString());
      assertTrue(out.toString().contains("2 faults that are active"), out.toString());
      assertEquals(0, run(NOBODY, "restore", backup().toString(), "--yes", "--json"));
      assertTrue(out.toString().contains("\"episodes\":7,\"ended\":2"), out.toString());
    }
  }

  @Test
  void whoSavedAndWhoRestoredIsKeptWithTheLastPartOfTheFilesNameAndTold() throws IOException {
    Files.writeString(state().resolve("last-good.toml"), "[broker]\nurl = \"mqtt://127.0.0.1\"\n");
    run(NOBODY, "backup", backup().toString());
    run(NOBODY, "restore", backup().toString(), "--yes");
    assertEquals(74, run(NOBODY, "restore", temp.resolve("none.db").toString(), "--yes"));

    try (var store = FaultStore.open(state(), new ManualClock())) {
      assertEquals(
          List.of("restore k7.db done", "backup k7.db done"),
          store.audit(10).stream()
              .map(deed -> deed.action() + " " + deed.subject() + " " + deed.outcome())
              .toList());
      assertEquals(AgentMemory.user(), store.audit(10).getFirst().by());
      assertEquals(1, reportsOf(store, "backup"));
      assertEquals(1, reportsOf(store, "restore"));
    }
  }

  @Test
  void whereNoBrokerIsConfiguredWhoSavedAndRestoredIsKeptAndNobodyIsTold() {
    run(NOBODY, "backup", backup().toString());
    run(NOBODY, "restore", backup().toString(), "--yes");

    try (var store = FaultStore.open(state(), new ManualClock())) {
      assertEquals(2, store.audit(10).size());
      assertEquals(0, reportsOf(store, "backup"));
      assertEquals(0, reportsOf(store, "restore"));
    }
  }

  private static long reportsOf(FaultStore store, String action) {
    return store.outboxAfter(0, 0, 100).stream()
        .filter(row -> row.payload().contains("\"action\":\"%s\"".formatted(action)))
        .count();
  }

  @Test
  void daemonThatRunsNotesWhoSavedIt() {
    var noted = new ArrayList<String>();
    var daemon =
        new ScriptedAnswers() {
          @Override
          public Path storeFolder() {
            return state();
          }

          @Override
          public void saved(Actor by, String file, boolean done) {
            noted.add(by.name() + " " + file + " " + done);
          }
        };
    try (var server = ControlServer.start(state(), daemon)) {
      assertEquals(0, run(NOBODY, "backup", backup().toString()), err::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertEquals(List.of(System.getProperty("user.name") + " k7.db true"), noted);
  }

  @ParameterizedTest
  @CsvSource({"en, another backup is being put into", "zh, 正在向"})
  void secondRestoreAtOnceIsToldOfTheOther(String language, String told) throws IOException {
    assertEquals(0, run(NOBODY, "backup", backup().toString()), err::toString);
    var ended = new ArrayList<Integer>();
    String file = backup().toString();

    Backup.stage(
        backup(),
        state(),
        (_, _) -> ended.add(run(NOBODY, "restore", file, "--yes", "--lang", language)));

    assertEquals(69, ended.getFirst());
    assertTrue(err.toString().contains(told), err.toString());
    assertFalse(err.toString().contains("daemon"), err.toString());
  }

  @Test
  void boardWithoutAFaultMemoryIsToldWhereItWasLookedFor() throws IOException {
    Files.delete(state().resolve("faults.db"));
    assertEquals(69, run(NOBODY, "verify"));
    assertEquals(69, run(NOBODY, "backup", backup().toString()));
    assertTrue(err.toString().contains(state().toString()), err.toString());
    assertFalse(Files.exists(backup()));
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndAWordForEachFinding() {
    var english = UserLanguage.words("store", Language.EN);
    assertEquals(english.keySet(), UserLanguage.words("store", Language.ZH).keySet());
    for (Verification.Kind kind : Verification.Kind.values()) {
      assertTrue(
          english.containsKey("finding." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
          kind::name);
    }
  }

  private int run(TypingTerminal typed, String... words) {
    List<String> line = new ArrayList<>(List.of("store"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", state().toString()));
    return new CommandLine(new RootCommand())
        .addSubcommand("store", new StoreCommand(typed))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .execute(line.toArray(String[]::new));
  }

  private int failed(Exception e) {
    Failure failure = Failure.of(e);
    failure.sentences().forEach(s -> err.append(s).append('\n'));
    return failure.status().code();
  }
}
