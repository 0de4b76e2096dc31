package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.panelwatch.display.profile.PanelProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelCommandTest {

  private static final Path SHIPPED =
      Path.of("../display/src/main/resources/io/panelwatch/display/profile");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listHasEveryBuiltInProfile() {
    assertEquals(0, run("panel", "list"));
    for (String name : PanelProfile.names()) {
      assertTrue(out.toString().contains(name + " "), name);
    }
    assertEquals(PanelProfile.names().size() + 1, out.toString().lines().count());
  }

  @Test
  void listAsJsonSaysNullForWhatOnlyTheKernelKnows() {
    assertEquals(0, run("panel", "list", "--json"));
    assertTrue(out.toString().contains("\"name\":\"fbdev\",\"controller\":null,\"width\":null"));
    assertTrue(
        out.toString()
            .contains(
                "\"name\":\"ssd1306\",\"controller\":\"SSD1306\",\"width\":128,\"height\":64,"
                    + "\"format\":\"mono\",\"transports\":[\"spi\",\"i2c\"]"));
  }

  @Test
  void ownProfileShadowsAndABrokenOneIsSaidToBeBroken() throws IOException {
    Files.writeString(folder.resolve("ili9341.panel"), shipped("ili9341"));
    Files.writeString(folder.resolve("mine.panel"), "name mine\n");
    assertEquals(0, run("panel", "list", "--folder", folder.toString()));
    assertTrue(out.toString().contains("ili9341.panel (instead of the built-in one)"));
    assertTrue(out.toString().contains("1 broken"));
  }

  @Test
  void folderThatIsNoneIsAWrongWord() throws IOException {
    Path none = folder.resolve("none");
    assertEquals(64, run("panel", "list", "--folder", none.toString()));
    assertEquals(
        "panelwatch: --folder %s is no folder: name one that is".formatted(none),
        err.toString().strip());

    Path file = Files.writeString(folder.resolve("mine.panel"), "name mine\n");
    assertEquals(64, run("panel", "show", "ili9341", "--folder", file.toString()));
    assertEquals("", out.toString());
  }

  @Test
  void showHasRotationsAndTheCostOfAFullFrame() {
    assertEquals(0, run("panel", "show", "st7789v-240x240"));
    assertTrue(out.toString().contains("115211 bytes, 14.75 ms on spi at 62.50 MHz"));
    assertTrue(
        out.toString().lines().anyMatch(line -> line.matches("180 +240x240 +0x36 0xC0 +0 80.*")),
        out.toString());
  }

  @Test
  void showSaysWhatIsTurnedInSoftware() {
    assertEquals(0, run("panel", "show", "sh1106"));
    assertTrue(
        out.toString().lines().anyMatch(line -> line.matches("90 +64x128 .*turned 90")),
        out.toString());
  }

  @Test
  void showAsJsonHasTheSequences() {
    assertEquals(0, run("panel", "show", "ili9341", "--json"));
    assertTrue(out.toString().contains("\"on\":[\"command 0x29\"]"), out.toString());
    assertTrue(out.toString().contains("\"fullFrame\":[{\"transport\":\"spi\""), out.toString());
  }

  @Test
  void unknownNameIsAWrongWord() {
    assertEquals(64, run("panel", "show", "nope"));
    assertEquals(1, err.toString().lines().count());
    assertEquals(64, run("panel"));
  }

  @Test
  void brokenFileOfTheFolderIsAConfigurationErrorWithItsLines() throws IOException {
    Files.writeString(folder.resolve("mine.panel"), "name mine\nsize 9\n");
    assertEquals(78, run("panel", "show", "mine", "--folder", folder.toString()));
    assertTrue(err.toString().contains("mine.panel:2: size wants 2 values"), err.toString());
  }

  @Test
  void goodFileIsOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("ili9341.panel"), shipped("ili9341"));
    assertEquals(0, run("panel", "check", file.toString()));
    assertEquals(file + ": good, panel ili9341", out.toString().strip());
  }

  @Test
  void fileWithoutASumIsGoodAndToldItsSum() throws IOException {
    String text = shipped("ili9341");
    int sum = text.indexOf("\nsum ") + 1;
    Path file = Files.writeString(folder.resolve("ili9341.panel"), text.substring(0, sum));
    assertEquals(0, run("panel", "check", file.toString()));
    assertTrue(out.toString().strip().endsWith(text.substring(sum).strip()), out.toString());
  }

  @Test
  void editedFileIsToldItsSumAndItsErrors() throws IOException {
    String edited = shipped("ili9341").replace("size             240 320", "size 240");
    Path file = Files.writeString(folder.resolve("ili9341.panel"), edited);
    Path good = Files.writeString(folder.resolve("sh1106.panel"), shipped("sh1106"));
    assertEquals(78, run("panel", "check", file.toString(), good.toString()));
    assertTrue(err.toString().contains("write: sum 0x"), err.toString());
    assertTrue(err.toString().contains(file + ":6: size wants 2 values"), err.toString());
    assertTrue(out.toString().contains("good, panel sh1106"));
  }

  @Test
  void missingFileIsAnInputError() {
    assertEquals(74, run("panel", "check", folder.resolve("none.panel").toString()));
    assertFalse(err.toString().isBlank());
  }

  @Test
  void fileThatMayNotBeReadIsToldAsSuch() throws IOException {
    Path file = Files.writeString(folder.resolve("ili9341.panel"), shipped("ili9341"));
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "root reads everything");

    assertEquals(77, run("panel", "check", file.toString()));
    assertTrue(err.toString().contains("not permitted"), err.toString());
  }

  @Test
  void fileOfAnotherNameThanItsProfileIsRefusedUnlessItIsNoPanelFile() throws IOException {
    Path misnamed = Files.writeString(folder.resolve("mine.panel"), shipped("ili9341"));
    assertEquals(78, run("panel", "check", misnamed.toString()));
    assertTrue(err.toString().contains("the file of profile ili9341 is ili9341.panel"));

    Path draft = Files.writeString(folder.resolve("draft.txt"), shipped("ili9341"));
    assertEquals(0, run("panel", "check", draft.toString()));
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(SHIPPED.resolve(name + ".panel"));
  }

  private int run(String... words) {
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(words);
  }
}
