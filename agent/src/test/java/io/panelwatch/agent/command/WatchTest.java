package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.ReadingSummary;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.linux.KeyTerminal.Size;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

  private static final FaultSummary FAN = FaultSummary.of(SampleFault.FAN_STOPPED);
  private static final Optional<String> EIGHT = Optional.of("2026-03-01T08:00:00Z");
  private static final Instant BETWEEN = Instant.parse("2026-03-01T08:00:01Z");
  private static final Optional<String> LATER = Optional.of("2026-03-01T08:00:02Z");

  private final StringWriter out = new StringWriter();
  private final PrintWriter writer = new PrintWriter(out, true);

  private static ReadingSummary rpm(double value) {
    return new ReadingSummary(
        "fan.speed", "fan1", OptionalDouble.of(value), "rpm", "good", "/sys/fan1_input");
  }

  private static Sighting seen(Optional<String> at, List<FaultSummary> faults, double rpm) {
    return new Sighting(at, faults, List.of(), List.of(rpm(rpm)));
  }

  private static Sighting gone() {
    return new Sighting(LATER, List.of(), List.of(FAN.ended(LATER)), List.of(rpm(0)));
  }

  private String taken() {
    String taken = out.toString();
    out.getBuffer().setLength(0);
    return taken;
  }

  @Test
  void pipeGetsALineForEachFaultThatBeginsAndEndsAndNoneForReadings() {
    try (var lines = lines(Language.EN, false)) {
      lines.show(seen(EIGHT, List.of(FAN), 0));
      assertEquals(
          "2026-03-01T08:00:00Z  raised  FAN-201  fan1  CRITICAL  active  f-1  Fan stopped",
          taken().strip());
      lines.show(seen(LATER, List.of(FAN), 2400));
      assertEquals("", taken());
      lines.show(gone());
      assertEquals(
          "2026-03-01T08:00:02Z  ended  FAN-201  fan1  CRITICAL  ended  f-1  Fan stopped",
          taken().strip());
    }
  }

  @Test
  void faultThatHasEndedIsToldSoInTheLanguageOfWhoWatches() {
    try (var lines = lines(Language.ZH, false)) {
      lines.show(seen(EIGHT, List.of(FAN), 0));
      taken();
      lines.show(gone());
      assertEquals(
          "2026-03-01T08:00:02Z  结束  FAN-201  fan1  CRITICAL  已结束  f-1  风扇停转", taken().strip());
    }
  }

  @Test
  void programThatReadsALineOfAnEndedFaultDoesNotTakeItForActive() {
    try (var lines = lines(Language.EN, true)) {
      lines.show(seen(EIGHT, List.of(FAN), 0));
      taken();
      lines.show(gone());
      String line = taken();
      assertTrue(line.contains("\"event\":\"ended\""), line);
      assertTrue(line.contains("\"active\":false"), line);
      assertTrue(line.contains("\"cleared\":\"2026-03-01T08:00:02Z\""), line);
    }
  }

  @Test
  void watchGoesOnWhereTheDaemonCannotReadHowAFaultHasEnded(@TempDir Path folder)
      throws IOException {
    var active = new AtomicReference<>(List.of(SampleFault.FAN_STOPPED));
    var daemon =
        new ScriptedAnswers() {
          @Override
          public Optional<Scan> scan() {
            return Optional.of(new Scan(Instant.parse(LATER.orElseThrow()), true, 0, List.of()));
          }

          @Override
          public List<Fault> active() {
            return active.get();
          }

          @Override
          public Optional<Fault> fault(String id) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    try (var _ = ControlServer.start(folder, daemon)) {
      var client = new ControlClient(folder);
      Sighting before = Sighting.of(client, Sighting.NOTHING);
      active.set(List.of());

      Sighting.Changed ended = Sighting.of(client, before).since(before).getFirst();
      assertEquals(Sighting.Change.ENDED, ended.change());
      assertEquals(LATER, ended.fault().cleared());
    }
  }

  @Test
  void daemonIsAskedHowAFaultHasEnded(@TempDir Path folder) throws IOException {
    var active = new AtomicReference<>(List.of(SampleFault.FAN_STOPPED));
    var daemon =
        new ScriptedAnswers() {
          @Override
          public Optional<Scan> scan() {
            return Optional.of(new Scan(Instant.parse(LATER.orElseThrow()), true, 0, List.of()));
          }

          @Override
          public List<Fault> active() {
            return active.get();
          }

          @Override
          public Optional<Fault> fault(String id) {
            return Optional.of(SampleFault.FAN_STOPPED.cleared(BETWEEN));
          }
        };
    try (var _ = ControlServer.start(folder, daemon)) {
      var client = new ControlClient(folder);
      Sighting before = Sighting.of(client, Sighting.NOTHING);
      active.set(List.of());

      Sighting.Changed ended = Sighting.of(client, before).since(before).getFirst();
      assertEquals(Sighting.Change.ENDED, ended.change());
      assertEquals(Optional.of(BETWEEN.toString()), ended.fault().cleared());
    }
  }

  @Test
  void linesAreInTheLanguageOfWhoWatches() {
    try (var lines = lines(Language.ZH, false)) {
      lines.show(seen(EIGHT, List.of(FAN), 0));
      assertTrue(taken().strip().endsWith("风扇停转"));
    }
    assertEquals(
        UserLanguage.words("watch", Language.EN).keySet(),
        UserLanguage.words("watch", Language.ZH).keySet());
  }

  @Test
  void programGetsAnObjectALineWithTheReadingsThatHaveChanged() {
    try (var lines = lines(Language.EN, true)) {
      lines.show(seen(EIGHT, List.of(FAN), 0));
      List<String> first = taken().lines().toList();
      assertEquals(2, first.size(), first::toString);
      assertTrue(
          first
              .getFirst()
              .startsWith(
                  "{\"at\":\"2026-03-01T08:00:00Z\",\"event\":\"raised\",\"fault\":{\"faultId\":"
                      + "\"f-1\""),
          first::getFirst);
      assertTrue(first.getLast().contains("\"event\":\"readings\",\"readings\":[{\"name\""));

      lines.show(seen(LATER, List.of(FAN), 0));
      assertEquals("", taken(), "nothing has changed");
      lines.show(seen(LATER, List.of(FAN), 2400));
      assertTrue(taken().contains("\"value\":2400"));
    }
  }

  @Test
  void screenWritesOnlyTheLinesThatHaveChangedAndGivesTheTerminalBack() {
    var size = new AtomicReference<>(new Size(24, 80));
    try (var screen = screen(size)) {
      screen.show(seen(EIGHT, List.of(FAN), 0));
      String whole = taken();
      assertTrue(whole.startsWith("\u001b[?1049h"), whole);
      assertTrue(whole.contains("FAN-201"), whole);
      assertTrue(whole.contains("fan.speed"), whole);

      screen.show(seen(EIGHT, List.of(FAN), 2400));
      String change = taken();
      assertTrue(change.contains("2400"), change);
      assertFalse(change.contains("FAN-201"), change);
      assertEquals(1, change.split("\u001b\\[K", -1).length - 1, "one line");

      screen.show(seen(EIGHT, List.of(FAN), 2400));
      assertEquals("", taken());

      size.set(new Size(30, 100));
      screen.show(seen(EIGHT, List.of(FAN), 2400));
      assertTrue(taken().contains("FAN-201"), "a window of another size is drawn anew");
    }
    assertTrue(taken().endsWith("\u001b[?1049l"));
  }

  @Test
  void terminalOfEightyColumnsHasRoomForWhatIsWrong() {
    try (var screen = screen(new AtomicReference<>(new Size(24, 80)))) {
      screen.show(seen(EIGHT, List.of(ofALongId()), 0));
      assertTrue(taken().contains("Fan stopped"));
    }
  }

  private static FaultSummary ofALongId() {
    return FaultSummary.of(SampleFault.of("FAN-201", "DP032RMSR64Q9C9V"));
  }

  @Test
  void lineOfAFaultThatHasEndedIsWipedOut() {
    try (var screen = screen(new AtomicReference<>(new Size(24, 80)))) {
      screen.show(seen(EIGHT, List.of(FAN, FAN), 0));
      taken();
      screen.show(seen(EIGHT, List.of(FAN), 0));
      assertTrue(taken().endsWith("\u001b[7;1H\u001b[K"), "the last of what were seven lines");
    }
  }

  @Test
  void smallTerminalShowsTheFaultsFirstAndSaysWhatIsLeftOut() {
    try (var screen = screen(new AtomicReference<>(new Size(4, 20)))) {
      screen.show(seen(EIGHT, List.of(FAN), 0));
      String shown = taken();
      assertTrue(shown.contains("f-1"), shown);
      assertTrue(shown.contains("and 3 more lines"), shown);
      assertFalse(shown.contains("fan.speed"), shown);
      for (String line : shown.split("\u001b\\[[0-9?;]*[A-Za-z]", -1)) {
        assertTrue(line.length() <= 20, line);
      }
    }
  }

  @Test
  void agentThatEndsEndsTheWatchWithASentence(@TempDir Path folder) throws IOException {
    var err = new StringWriter();
    var asked = new AtomicInteger();
    var daemon =
        new ScriptedAnswers() {
          @Override
          public Optional<Scan> scan() {
            return Optional.of(new Scan(Instant.parse(EIGHT.orElseThrow()), true, 0, List.of()));
          }

          @Override
          public List<Fault> active() throws IOException {
            if (asked.getAndIncrement() > 0) {
              throw new DeviceException(0, "ask", "daemon", "the daemon is ending");
            }
            return List.of(SampleFault.FAN_STOPPED);
          }
        };
    try (var _ = ControlServer.start(folder, daemon)) {
      int status =
          new CommandLineTool(writer, new PrintWriter(err, true), Map.of())
              .run("watch", "--state", folder.toString());

      assertEquals(69, status);
      assertTrue(taken().startsWith("2026-03-01T08:00:00Z  raised  FAN-201"));
      assertEquals("panelwatch: the daemon is ending", err.toString().strip());
    }
  }

  @Test
  void withoutAnAgentThereIsNothingToWatch(@TempDir Path folder) {
    var err = new StringWriter();
    int status =
        new CommandLineTool(writer, new PrintWriter(err, true), Map.of())
            .run("watch", "--state", folder.toString());
    assertEquals(69, status);
    assertTrue(err.toString().contains("no daemon answers"), err.toString());
  }

  private WatchLines lines(Language language, boolean json) {
    return new WatchLines(new FaultWords(language), new Words("watch", language), writer, json);
  }

  private WatchScreen screen(AtomicReference<Size> size) {
    var words = new FaultWords(Language.EN);
    var faults = new FaultsText(words, new Colours(false), writer);
    return new WatchScreen(faults, new Words("watch", Language.EN), writer, size::get);
  }
}
