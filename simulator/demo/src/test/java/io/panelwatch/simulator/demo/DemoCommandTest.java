package io.panelwatch.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.command.CommandLineTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port -1",
        "--port 65536",
        "--port eighty",
        "--mqtt-port 65536",
        "--speed 0",
        "--speed 101",
        "--speed NaN",
        "--for 0",
        "--for soon",
        "--lang de",
        "--panel st7789-of-nobody",
        "--folder no/such/folder",
        "--colour red",
        "now"
      })
  void wrongWordsAreOneSentenceAndStartNothing(String words) {
    assertEquals(64, run(("demo " + words).split(" ")));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void panelOfTheFolderThatIsBrokenOrOfNoKnownKindIsRefusedWithItsReason(@TempDir Path panels)
      throws Exception {
    Files.writeString(panels.resolve("mine.panel"), "name mine\n");
    assertEquals(78, run("demo", "--folder", panels.toString(), "--panel", "mine"));
    assertTrue(err.toString().contains(panels.resolve("mine.panel") + ":"), err.toString());

    err.getBuffer().setLength(0);
    DemoPanelTest.write(panels, "odd", "ST9999");
    assertEquals(69, run("demo", "--folder", panels.toString(), "--panel", "odd"));
    assertTrue(err.toString().contains("panel odd: no ST9999 with"), err.toString());
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fleet", "dispatch"})
  void commandThatTheSimulatorWillBringIsNotThereYet(String word) {
    assertEquals(64, run(word));
    assertTrue(err.toString().contains(word + " is not there yet"), err.toString());
  }

  @Test
  void helpNamesEveryOption() {
    assertEquals(0, run("demo", "--help"));
    for (String option :
        List.of(
            "--port",
            "--mqtt-port",
            "--lang",
            "--panel",
            "--folder",
            "--state",
            "--speed",
            "--for",
            "--snapshot",
            "--contact-sheet")) {
      assertTrue(out.toString().contains(option), option);
    }
  }

  @Test
  void pictureThatCouldNotBeWrittenIsRefusedBeforeAnythingStarts(@TempDir Path folder) {
    Path picture = folder.resolve("none/a.png");
    assertEquals(74, run("demo", "--for", "1", "--snapshot", picture.toString()));
    assertEquals(
        "panelwatch: --snapshot %s: there is no folder %s: make it first%n"
            .formatted(picture, picture.getParent()),
        err.toString());
  }

  @Test
  void takenBrokerPortIsOneSentenceAndLeavesNothingBehind(@TempDir Path folder) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertEquals(74, run("demo", "--port", "0", "--mqtt-port", port, "--state", folder + "/s"));
      assertTrue(err.toString().contains("cannot open 127.0.0.1:" + port), err.toString());
      assertEquals(1, err.toString().lines().count(), err.toString());
    }
    assertTrue(Files.notExists(folder.resolve("s/broker/journal")));
  }

  private int run(String... words) {
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(words);
  }
}
