package io.panelwatch.display.profile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That nothing but a profile becomes one, and that it is refused with a sentence. */
class ProfileFuzzTest {

  private static final int ROUNDS = 3_000;

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      refuse(bytes);
    }
  }

  @Test
  void wordsOfProfilesInAnyOrderAreTakenOrRefusedButNeverThrowOtherwise() throws ProfileException {
    Random random = new Random(2);
    String[] words =
        new String(BuiltInProfiles.bytes("ssd1306"), StandardCharsets.UTF_8)
            .concat(new String(BuiltInProfiles.bytes("st7735s"), StandardCharsets.UTF_8))
            .split("(?<=\\s)", -1);
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(200); n > 0; n--) {
        text.append(words[random.nextInt(words.length)]);
      }
      refuse(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void linesOfAProfileLeftOutDoubledOrSwappedNeverThrowOtherwise() throws ProfileException {
    Random random = new Random(3);
    for (String name : PanelProfile.names()) {
      byte[] file = ProfileSum.without(BuiltInProfiles.bytes(name));
      String[] lines = new String(file, StandardCharsets.UTF_8).split("\n", -1);
      for (int i = 0; i < ROUNDS / 20; i++) {
        String[] other = lines.clone();
        other[random.nextInt(lines.length)] = lines[random.nextInt(lines.length)];
        other[random.nextInt(lines.length)] = "";
        try {
          PanelProfile.parse("f", String.join("\n", other) + "\n");
        } catch (ProfileException e) {
          assertFalse(e.problems().isEmpty());
        }
      }
    }
  }

  @Test
  void aProfileCutAnywhereIsRefused() throws ProfileException {
    byte[] file = ProfileSum.without(BuiltInProfiles.bytes("st7735s"));
    for (int length = 0; length < file.length; length++) {
      refuse(Arrays.copyOf(file, length));
    }
  }

  @Test
  void aFileBeyondTheBoundIsRefusedUnread() {
    byte[] huge = new byte[ProfileParser.MOST_BYTES + 1];
    Arrays.fill(huge, (byte) '\n');
    List<ProfileException.Problem> problems = refuse(huge);
    assertTrue(problems.size() == 1 && problems.getFirst().reason().contains("65536 bytes"));
  }

  @Test
  void aHundredErrorsAreEnough() {
    List<ProfileException.Problem> problems =
        refuse("nonsense 1\n[x]\n".repeat(4_000).getBytes(StandardCharsets.UTF_8));
    assertTrue(problems.size() <= 100, "errors: " + problems.size());
    assertTrue(problems.stream().allMatch(problem -> problem.reason().length() < 1_000));
  }

  @Test
  void aWordAsLongAsTheFileIsNotRepeatedWhole() {
    List<ProfileException.Problem> problems =
        refuse(("name " + "y".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
    assertTrue(problems.stream().allMatch(problem -> problem.reason().length() < 1_000));
    problems = refuse(("[" + "y".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
    assertTrue(problems.stream().allMatch(problem -> problem.reason().length() < 1_000));
  }

  @ParameterizedTest
  @CsvSource({
    "0x00, control",
    "0x0D, control",
    "0x1B, control",
    "0x7F, control",
    "0xFF, not UTF-8"
  })
  void aByteThatIsNoTextIsNamedWithItsLine(String value, String reason) {
    byte[] bytes = "name x\n# two\n# three ?\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) (int) Integer.decode(value);
    List<ProfileException.Problem> problems = refuse(bytes);
    assertTrue(
        problems.stream()
            .anyMatch(problem -> problem.line() == 3 && problem.reason().contains(reason)),
        problems.toString());
  }

  private static List<ProfileException.Problem> refuse(byte[] bytes) {
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.parse("f", bytes));
    assertFalse(refused.problems().isEmpty());
    return refused.problems();
  }
}
