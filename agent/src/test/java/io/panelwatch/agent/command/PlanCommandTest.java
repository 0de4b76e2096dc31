package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void eachFurtherFrameHasWindowsBytesAndModelledTime() throws IOException {
    byte[] block = new byte[2 * WIDTH * HEIGHT];
    for (int y = 10; y < 20; y++) {
      Arrays.fill(block, 2 * (y * WIDTH + 40), 2 * (y * WIDTH + 70), (byte) 1);
    }
    Path blank = file("blank", new byte[2 * WIDTH * HEIGHT]);
    Path drawn = file("drawn", block);

    assertEquals(0, run("ili9341", "--json", blank, drawn, drawn, blank));

    String json = out.toString();
    String update = "{\"windows\":1,\"bytes\":611,\"modelledMs\":0.24275,";
    assertTrue(json.startsWith("{\"frames\":[" + update), json);
    assertTrue(json.contains("{\"windows\":0,\"bytes\":0,\"modelledMs\":0.0,"), json);
    assertEquals(3, json.split(",\"bytes\":", -1).length - 2, json);
    assertTrue(json.contains("\"mean\":{\"windows\":0.6666666666666666,"), json);
  }

  @Test
  void aTableHasARowForEachUpdateAndTheMean() throws IOException {
    Path blank = file("blank", new byte[2 * WIDTH * HEIGHT]);
    assertEquals(0, run("ili9341", blank, blank, blank));
    assertEquals(4, out.toString().lines().count(), out.toString());
    assertTrue(out.toString().contains("WINDOWS"));
  }

  @Test
  void onMonochromePanelsAPageOfEightRowsIsSent() throws IOException {
    byte[] dot = new byte[128 * 64];
    dot[20 * 128 + 5] = 7;
    Path blank = file("blank", new byte[128 * 64]);
    assertEquals(0, run("ssd1306", "--json", blank, file("dot", dot)));
    assertTrue(out.toString().contains("\"windows\":1,\"bytes\":7,"), out.toString());
  }

  @Test
  void pictureOfAnotherSizeIsNamedWithBothSizes() throws IOException {
    Path blank = file("blank", new byte[2 * WIDTH * HEIGHT]);
    assertEquals(74, run("ili9341", blank, file("small", new byte[10])));
    assertTrue(err.toString().contains("small has 10 bytes"), err.toString());
    assertTrue(err.toString().contains("153600"), err.toString());
    assertEquals(74, run("ili9341", blank, file("large", new byte[2 * WIDTH * HEIGHT + 1])));
    assertEquals(74, run("ili9341", blank, folder.resolve("absent")));
  }

  @Test
  void wordsThatMakeNoPlanAreWrongWords() throws IOException {
    Path blank = file("blank", new byte[2 * WIDTH * HEIGHT]);
    assertEquals(64, run("ili9341", blank));
    assertEquals(64, run("ili9999", blank, blank));
    assertTrue(err.toString().contains("ili9341"), err.toString());
    assertEquals(64, run("fbdev", blank, blank));
    assertEquals(64, run("ili9341", "--clock", "0", blank, blank));
    assertEquals(64, run("ili9341", "--latency-us", "-1", blank, blank));
    assertEquals(64, run("ili9341", "--transfer-bytes", "0", blank, blank));
  }

  @Test
  void profileOfTheBoardsFolderIsPlannedForAndABrokenOneIsAConfigurationError() throws IOException {
    String shipped =
        Files.readString(
            Path.of("../display/src/main/resources/io/panelwatch/display/profile/ssd1306.panel"));
    String own = shipped.substring(0, shipped.indexOf("\nsum ") + 1).replace("ssd1306\n", "mine\n");
    Files.writeString(folder.resolve("mine.panel"), own);
    Files.writeString(folder.resolve("broken.panel"), "name broken\n");
    Path blank = file("blank", new byte[128 * 64]);

    assertEquals(0, run("mine", "--folder", folder, blank, blank), err::toString);
    assertEquals(78, run("broken", "--folder", folder, blank, blank));
    assertTrue(err.toString().contains("broken.panel"), err.toString());
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private int run(String panel, Object... words) {
    List<String> line = new ArrayList<>(List.of("plan", "--panel", panel));
    List<String> rest = Arrays.stream(words).map(Object::toString).toList();
    if (!rest.contains("--clock")) {
      line.addAll(List.of("--clock", "32000000"));
    }
    if (!rest.contains("--latency-us")) {
      line.addAll(List.of("--latency-us", "15"));
    }
    line.addAll(rest);
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(line.toArray(String[]::new));
  }
}
