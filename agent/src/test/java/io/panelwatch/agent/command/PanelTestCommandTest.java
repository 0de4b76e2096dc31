package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.hal.DeviceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // The server is there to answer, not to be called.
class PanelTestCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final LcdOfADaemon lcd = new LcdOfADaemon();

  @Test
  void everyStepIsShownInOrderSaidInALineAndEndedAtLast() throws IOException {
    try (var server = ControlServer.start(folder, lcd)) {
      assertEquals(0, run("--seconds", "0"), err.toString());
    }

    List<Optional<PanelTestStep>> expected =
        new ArrayList<>(Arrays.stream(PanelTestStep.values()).map(Optional::of).toList());
    expected.add(Optional.empty());
    assertEquals(expected, lcd.shown);
    List<String> lines = out.toString().lines().toList();
    assertEquals(
        Arrays.stream(PanelTestStep.values()).map(PanelTestStep::word).toList(),
        lines.stream().map(line -> line.substring(0, line.indexOf(": "))).toList());
    assertTrue(lines.get(1).contains("if R is blue: the profile's MADCTL"), lines.get(1));
  }

  @Test
  void testThatIsBrokenOffGivesTheScreenBackAtOnce() throws Exception {
    List<Duration> waited = new ArrayList<>();
    PanelTestRun.Pause brokenOffAtTheSecond =
        atMost -> {
          waited.add(atMost);
          return waited.size() == 2;
        };
    try (var server = ControlServer.start(folder, lcd)) {
      new PanelTestRun(new ControlClient(folder), brokenOffAtTheSecond, new PrintWriter(out, true))
          .show(Optional.empty(), Duration.ofSeconds(7));
    }

    assertEquals(Collections.nCopies(2, Duration.ofSeconds(7)), waited);
    assertEquals(
        List.of(
            Optional.of(PanelTestStep.EDGES), Optional.of(PanelTestStep.COLOURS), Optional.empty()),
        lcd.shown);
    assertEquals(2, out.toString().lines().count(), "no word of what is not shown");
  }

  @Test
  void lightIsShownLongEnoughForAllItsLevels() throws Exception {
    Map<PanelTestStep, Duration> shortest = waited(Duration.ofSeconds(1));
    assertEquals(Duration.ofSeconds(1), shortest.get(PanelTestStep.EDGES));
    assertEquals(Duration.ofSeconds(4), shortest.get(PanelTestStep.LIGHT));

    assertEquals(Duration.ofSeconds(9), waited(Duration.ofSeconds(9)).get(PanelTestStep.LIGHT));
    assertEquals(Duration.ZERO, waited(Duration.ZERO).get(PanelTestStep.LIGHT), "nobody looks");
  }

  private Map<PanelTestStep, Duration> waited(Duration perStep) throws Exception {
    Map<PanelTestStep, Duration> waited = new EnumMap<>(PanelTestStep.class);
    PanelTestRun.Pause noting =
        atMost -> {
          waited.put(lcd.shown.getLast().orElseThrow(), atMost);
          return false;
        };
    try (var server = ControlServer.start(folder, lcd)) {
      new PanelTestRun(new ControlClient(folder), noting, new PrintWriter(out, true))
          .show(Optional.empty(), perStep);
    }
    return waited;
  }

  @Test
  void panelThatNobodyCanSeeIsToldInOneSentenceAndNothingMustBeSeen() throws IOException {
    lcd.lost = true;
    try (var server = ControlServer.start(folder, lcd)) {
      assertEquals(69, run("--seconds", "0"));
    }
    assertEquals("panelwatch: /dev/fb0 is not there", err.toString().strip());
    assertEquals("", out.toString());
    assertEquals(List.of(Optional.empty()), lcd.shown, "and the screen is given back");
  }

  @Test
  void panelThatIsMeantIsTestedAndAnotherIsRefusedByName() throws IOException {
    try (var server = ControlServer.start(folder, lcd)) {
      assertEquals(0, run("--seconds", "0", "--panel", "st7735s"));
      lcd.shown.clear();

      assertEquals(64, run("--seconds", "0", "--panel", "ili9341"));
    }

    assertEquals(List.of(), lcd.shown);
    assertTrue(err.toString().contains("drives panel st7735s and not ili9341"), err.toString());
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void boardWithoutLcdIsToldInOneSentence() throws IOException {
    lcd.present = false;
    try (var server = ControlServer.start(folder, lcd)) {
      assertEquals(69, run("--seconds", "0"));
    }
    assertEquals("panelwatch: this board has no LCD", err.toString().strip());
    assertEquals("", out.toString());
  }

  @Test
  void noDaemonIsToldInOneSentence() {
    assertEquals(69, run());
    assertTrue(err.toString().contains("no daemon answers at "), err.toString());
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void stepsThatTheDaemonWouldNotWaitForAreWrongWords() {
    assertEquals(64, run("--seconds", "61"));
    assertEquals(64, run("--seconds", "-1"));
    assertEquals(64, run("--seconds", "three"));
  }

  private int run(String... options) {
    List<String> words = new ArrayList<>(List.of("panel", "test", "--state", folder.toString()));
    words.addAll(List.of(options));
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(words.toArray(String[]::new));
  }

  /** Notes what it is asked to show. */
  private static final class LcdOfADaemon extends ScriptedAnswers {
    final List<Optional<PanelTestStep>> shown = Collections.synchronizedList(new ArrayList<>());
    volatile boolean present = true;
    volatile boolean lost;

    @Override
    public String panel() throws IOException {
      if (!present) {
        throw new DeviceException(0, "panel", "lcd", "this board has no LCD");
      }
      return "st7735s";
    }

    @Override
    public void testPanel(Optional<PanelTestStep> step) throws IOException {
      if (lost && step.isPresent()) {
        throw new DeviceException(2, "open", "/dev/fb0", "/dev/fb0 is not there");
      }
      shown.add(step);
    }
  }
}
