package io.panelwatch.display.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

  private static final String GOOD =
      """
      name             tiny
      controller       XY1
      datasheet        XY1 V0
      size             8 16
      format           rgb565
      command-clock-hz 10000000
      pixel-clock-hz   32000000
      reset-low-us     20
      settle-ms        5
      sleep-change-ms  120
      rotation 0       0x48 0 0
      rotation 90      0x28 2 1
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
    PanelProfile profile = PanelProfile.load("ili9341");
    assertEquals(320, profile.width(profile.defaultRotation()));
    assertEquals(240, profile.height(profile.defaultRotation()));
    assertEquals(4, profile.orientations().size());
  }

  @Test
  void aProfileSaysWhatItsTextSays() throws ProfileException {
    PanelProfile profile = PanelProfile.parse("tiny.panel", GOOD);
    assertEquals(new Orientation(0x28, 2, 1), profile.orientation(Rotation.BY_90).orElseThrow());
    assertTrue(profile.orientation(Rotation.BY_180).isEmpty());
    assertEquals(
        List.of(
            new Step.Command(0x3A, List.of(0x55)),
            new Step.Command(0x11, List.of()),
            new Step.Delay(Duration.ofMillis(7))),
        profile.init());
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
          format           rgb565   | format           cmyk   |  5 | rgb565
          pixel-clock-hz   32000000 | pixel-clock-hz   fast   |  7 | whole number
          settle-ms        5        | settle-ms        -1     |  9 | 0..5000
          settle-ms        5        | settle           5      |  9 | no key
          settle-ms        5        | size             8 16   |  9 | twice
          0x48 0 0                  | 0x148 0 0               | 11 | 0..255
          rotation 90               | rotation 45             | 12 | no rotation
          rotation 90               | rotation 0              | 12 | twice
          default-rotation 90       | default-rotation 180    | 13 | to be the default
          [init]                    | [begin]                 | 14 | no sequence
          0x3A 0x55                 | 0x3A 0x66               | 15 | COLMOD
          0x3A 0x55                 | 0x3A                    | 15 | COLMOD
          0x3A 0x55                 | 0x3A 0x155              | 15 | 0..255
          delay 7                   | delay 99999             | 17 | 0..5000
          delay 7                   | delay 010               | 17 | begins with 0
          delay 7                   | wait 7                  | 17 | a step is
          delay 7                   | command 0x36 0x48       | 17 | rotation table
          delay 7                   | command 0x2C            | 17 | with each window
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

  @Test
  void aCommandLongerThanTheLinkCarriesIsRefusedBeforeItReachesThePanel() throws ProfileException {
    String longest = "command 0x2D" + " 0x00".repeat(255);
    assertEquals(3, PanelProfile.parse("t", GOOD.replace("delay 7", longest)).init().size());

    ProfileException refused =
        assertThrows(
            ProfileException.class,
            () -> PanelProfile.parse("t", GOOD.replace("delay 7", longest + " 0x00")));
    assertEquals("t:17: a command has at most 255 parameters", refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "controller, controller is missing",
    "size, size is missing",
    "settle-ms, settle-ms is missing",
    "command 0x3A, COLMOD",
    "command 0x29, [on] must hold command 0x29",
    "command 0x11, [wake] must hold command 0x11"
  })
  void aMissingLineIsNamedOnce(String start, String reason) {
    String text = String.join("\n", GOOD.lines().filter(line -> !line.startsWith(start)).toList());
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
        assertThrows(ProfileException.class, () -> PanelProfile.parse("empty.panel", ""));
    assertTrue(refused.problems().size() >= 15, refused.getMessage());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.load("../secret"));
    assertTrue(refused.getMessage().contains("ili9341"));
  }
}
