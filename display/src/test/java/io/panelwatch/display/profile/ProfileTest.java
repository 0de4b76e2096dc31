package io.panelwatch.display.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

  static final String GOOD =
      """
      name             tiny
      controller       XY1
      datasheet        XY1 V0
      size             8 16
      memory           9 18
      format           rgb565
      command-clock-hz 10000000
      pixel-clock-hz   32000000
      reset-low-us     20
      settle-ms        5
      sleep-change-ms  120
      rotation 0       0x48 0 0
      rotation 90      0x28 0 1
      rotation 180     0x88 1 2
      rotation 270     0xE8 2 0
      default-rotation 90
      [init]
      command 0x3A 0x55   # sixteen bits
      command 0x11
      delay 7
      [on]
      command 0x29
      [sleep]
      command 0x10
      [wake]
      command 0x11
      [off]
      command 0x10
      """;

  @Test
  void everyProfileThatComesWithTheEngineLoads() throws ProfileException {
    assertTrue(PanelProfile.names().contains("ili9341"));
    for (String name : PanelProfile.names()) {
      assertEquals(name, PanelProfile.load(name).name());
    }
  }

  @Test
  void theIli9341IsLandscapeUnlessToldOtherwise() throws ProfileException {
    var profile = (ControllerProfile) PanelProfile.load("ili9341");
    assertEquals(320, profile.width(profile.defaultRotation()));
    assertEquals(240, profile.height(profile.defaultRotation()));
    assertEquals(4, profile.orientations().size());
  }

  @Test
  void aProfileSaysWhatItsTextSays() throws ProfileException {
    var profile = (ControllerProfile) PanelProfile.parse("tiny.panel", GOOD);
    assertEquals(
        new Mounting(
            new Orientation(
                List.of(new Step.Command(0x36, List.of(0x28))), 0, 1, ScanOrder.LEFT_TO_RIGHT),
            Rotation.BY_0),
        profile.mounting(Rotation.BY_90));
    assertEquals(
        List.of(
            new Step.Command(0x3A, List.of(0x55)),
            new Step.Command(0x11, List.of()),
            new Step.Delay(Duration.ofMillis(7))),
        profile.sequences().init());
    assertEquals("XY1 V0", profile.datasheet());
    assertEquals(Duration.ofNanos(20_000), profile.timing().resetLow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name             tiny     | name             T!     |  1 | lower-case
          size             8 16     | size             8      |  4 | 2 values
          size             8 16     | size             8 9999 |  4 | 1..2048
          format           rgb565   | format           cmyk   |  6 | rgb565
          pixel-clock-hz   32000000 | pixel-clock-hz   fast   |  8 | whole number
          settle-ms        5        | settle-ms        -1     | 10 | whole number
          settle-ms        5        | settle           5      | 10 | no key
          settle-ms        5        | size             8 16   | 10 | twice
          0x48 0 0                  | 0x148 0 0               | 12 | 0..255
          rotation 90               | rotation 45             | 13 | none of
          rotation 90               | rotation 0              | 13 | twice
          default-rotation 90       | default-rotation 91     | 16 | none of
          [init]                    | [begin]                 | 17 | no sequence
          0x3A 0x55                 | 0x3A 0x66               | 18 | COLMOD
          0x3A 0x55                 | 0x3A                    | 18 | COLMOD
          0x3A 0x55                 | 0x3A 0x155              | 18 | 0..255
          delay 7                   | delay 99999             | 20 | 0..5000
          delay 7                   | delay 010               | 20 | begins with 0
          delay 7                   | wait 7                  | 20 | a step is
          delay 7                   | command 0x36 0x48       | 20 | rotation table
          delay 7                   | command 0x2C            | 20 | with each window
          delay 7                   | command 0x29            | 20 | never in [init]
          delay 7                   | command 0x01            | 20 | SWRESET
          delay 7                   | delay 4                 | 20 | settle-ms at least
          delay 7                   | command 0x28 0x00       | 20 | 0 parameters
          memory           9 18     | memory           7 18   |  5 | smaller than the glass
          rotation 0       0x48 0 0 | rotation 0 0x48 2 0     | 12 | outside the memory
          rotation 0       0x48     | rotation 0       0x68   | 12 | without MV
          rotation 90      0x28     | rotation 90      0x48   | 13 | MADCTL is 0x28 here
          rotation 90      0x28     | rotation 90      0x20   | 13 | MADCTL is 0x28 here
          rotation 180     0x88     | rotation 180     0x48   | 14 | MADCTL is 0x88 here
          rotation 270     0xE8 2 0 | rotation 270     0xE8 1 0 | 15 | offsets are 2 0
          settle-ms        5        | settle-ms        4      | 10 | 5 ms at least
          sleep-change-ms  120      | sleep-change-ms  119    | 11 | 120 ms at least
          format           rgb565   | format           mono   |  6 | mono goes with
          format           rgb565   | register-bits    17     |  6 | none of [8, 16]
          format           rgb565   | transport    spi spi    |  6 | twice
          format           rgb565   | transport    spi i2c    |  6 | i2c goes with
          format           rgb565   | i2c-address  0x3C       |  6 | without transport i2c
          format           rgb565   | refresh-hz   0          |  6 | 1..999.9
          format           rgb565   | readback 0x0A 0 1 0x74  |  6 | a readback is
          format           rgb565   | readback 0x0A 0 1 0x74 0x75 | 6 | the mask has not
          format           rgb565   | readback 0x0A 0 1 0x74 0x74 | 6 | nobody drives
          format           rgb565   | readback 0x0A 0 1 0x74 0x00 | 6 | nobody drives
          format           rgb565   | readback 0x0A 0 5 0x74 0x14 | 6 | 1..4
          format           rgb565   | pixel-shift  9          |  6 | 0..8
          format           rgb565   | kind         other      |  6 | none of
          """)
  void aWrongLineIsNamedWithItsReason(String right, String wrong, int line, String reason) {
    ProfileException refused =
        assertThrows(
            ProfileException.class,
            () -> PanelProfile.parse("tiny.panel", GOOD.replace(right, wrong)));
    assertTrue(
        refused.problems().stream()
            .anyMatch(problem -> problem.line() == line && problem.reason().contains(reason)),
        refused.getMessage());
    assertTrue(refused.getMessage().contains("tiny.panel:" + line + ": "), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0x11   / delay 7 | 0x11 / command 0x10             | 20 | [init] leaves the panel asleep
          0x11   / delay 7 | 0x11 / command 0x39             | 20 | [init] leaves the panel in idle
          0x11   / delay 7 | 0x11 / command 0x12             | 20 | [init] leaves the panel in part
          0x11   / delay 7 | 0x11 / command 0x37 0x00 0x08   | 20 | [init] leaves the panel scrolled
          0x29             | 0x29 / command 0x28             | 23 | [on] leaves the panel with its d
          0x29             | 0x29 / command 0x10             | 23 | [on] leaves the panel asleep
          0x29             | 0x29 / command 0x3A 0x66        | 23 | [on] leaves the panel in another
          [sleep]          | [sleep] / command 0x28          | 24 | [wake] leaves the panel with its
          [sleep]          | [sleep] / command 0x21          | 24 | [wake] leaves the panel inverted
          0x10  / [wake]   | 0x10 / command 0x11 / [wake]    | 25 | [sleep] leaves the panel awake
          [off]            | command 0x28 / [off]            | 27 | [wake] leaves the panel with its
          [off] / command 0x10 | [off] / command 0x10 / command 0x11 | 29 | [off] leaves the panel a
          """)
  void aLineThatUndoesWhatItsSequenceIsForIsNamed(
      String right, String wrong, int line, String reason) {
    String before = right.replaceAll(" */ *", "\n");
    assertTrue(GOOD.contains(before), before);
    String text = GOOD.replace(before, wrong.replaceAll(" */ *", "\n"));

    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.parse("tiny.panel", text));

    assertEquals(1, refused.problems().size(), refused.getMessage());
    assertEquals(line, refused.problems().getFirst().line(), refused.getMessage());
    assertTrue(refused.problems().getFirst().reason().startsWith(reason), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          command 0x8D 0x14 | command 0x8D 0x10               | [init] leaves the panel without
          command 0x2E      | command 0x2F                    | [init] leaves the panel scrolled
          command 0xA4      | command 0xA5                    | [init] leaves the panel with all
          command 0xA6      | command 0xA7                    | [init] leaves the panel inverted
          command 0xAF      | command 0xAF / command 0x20 0x1 | [on] leaves the panel in another
          [sleep]           | [sleep] / command 0x8D 0x10     | [wake] leaves the panel without
          """)
  void anOledsSequencesAreFollowedToTheirEndToo(String right, String wrong, String reason)
      throws ProfileException {
    byte[] file = ProfileSum.without(BuiltInProfiles.bytes("ssd1306"));
    String text = new String(file, StandardCharsets.UTF_8);
    String changed = text.replaceFirst(Pattern.quote(right), wrong.replaceAll(" */ *", "\n"));

    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.parse("oled", changed));

    assertEquals(1, refused.problems().size(), refused.getMessage());
    assertTrue(refused.problems().getFirst().line() > 0);
    assertTrue(refused.problems().getFirst().reason().startsWith(reason), refused.getMessage());
  }

  @Test
  void aCommandLongerThanTheLinkCarriesIsRefusedBeforeItReachesThePanel() throws ProfileException {
    String longest = "command 0x2D" + " 0x00".repeat(255);
    assertEquals(3, steps(GOOD.replace("delay 7", longest)));

    ProfileException refused =
        assertThrows(
            ProfileException.class,
            () -> PanelProfile.parse("t", GOOD.replace("delay 7", longest + " 0x00")));
    assertEquals("t:20: a command has at most 255 parameters", refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "controller, controller is missing",
    "rotation 180, rotation 180 is missing",
    "size, size is missing",
    "settle-ms, settle-ms is missing",
    "command 0x3A, COLMOD",
    "command 0x29, [on] must hold command 0x29",
    "command 0x11, [wake] must hold command 0x11"
  })
  void aMissingLineIsNamedOnce(String start, String reason) {
    String text =
        GOOD.lines()
            .filter(line -> !line.startsWith(start))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.parse("tiny.panel", text));
    assertEquals(
        1,
        refused.problems().stream().filter(problem -> problem.reason().contains(reason)).count(),
        refused.getMessage());
  }

  @Test
  void allErrorsAreToldAtOnce() {
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.parse("empty.panel", "# empty\n"));
    assertTrue(refused.problems().size() >= 15, refused.getMessage());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.load("../secret"));
    assertTrue(refused.getMessage().contains("ili9341"));
  }

  private static int steps(String text) throws ProfileException {
    return ((ControllerProfile) PanelProfile.parse("t", text)).sequences().init().size();
  }
}
