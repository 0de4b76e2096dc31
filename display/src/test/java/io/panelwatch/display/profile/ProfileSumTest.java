package io.panelwatch.display.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That a profile which lost, gained or changed a byte is refused.
 *
 * <p>{@code -Dprofile.sums=true} writes the right sums into the source tree instead of comparing.
 */
class ProfileSumTest {

  private static final Path SOURCES =
      Path.of("src/main/resources/io/panelwatch/display/profile").toAbsolutePath();

  static List<String> shipped() {
    return PanelProfile.names();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedProfileEndsWithItsSum(String name) throws ProfileException, IOException {
    if (Boolean.getBoolean("profile.sums")) {
      Path file = SOURCES.resolve(name + ".panel");
      Files.write(file, ProfileSum.with(Files.readAllBytes(file)));
      return;
    }
    byte[] file = BuiltInProfiles.bytes(name);
    assertTrue(ProfileSum.isIn(file));
    assertArrayEquals(ProfileSum.with(file), file);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedProfileWithAnyOneByteChangedLostOrGainedIsRefused(String name)
      throws ProfileException {
    byte[] file = BuiltInProfiles.bytes(name);
    Random random = new Random(name.hashCode());
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      refused(changed, name + " with another byte at " + at);
      refused(spliced(file, at, 1, new byte[0]), name + " without byte " + at);
      byte[] more = {(byte) random.nextInt(256)};
      refused(spliced(file, at, 0, more), name + " with one more byte at " + at);
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void noByteTurnsTheSumIntoAComment(String name) throws ProfileException {
    byte[] file = BuiltInProfiles.bytes(name);
    for (int at = file.length - 2 * "sum 0x1234ABCD\n".length(); at <= file.length; at++) {
      for (byte value : new byte[] {'#', ' ', '\n', '\r', '\t', 0, 's', '[', (byte) 0xFF}) {
        byte[] one = {value};
        refused(spliced(file, at, 0, one), name + " with " + value + " at " + at);
        if (at < file.length && file[at] != value) {
          refused(spliced(file, at, 1, one), name + " with " + value + " for " + at);
        }
      }
    }
  }

  @Test
  void aWrongSumIsAnsweredWithTheRightOne() {
    String text = ProfileTest.GOOD + "sum 0x00000000\n";
    String right = ProfileSum.of(text.getBytes(StandardCharsets.UTF_8));
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfile.parse("t", text));
    assertEquals(1, refused.problems().size());
    assertEquals(ProfileTest.GOOD.lines().count() + 1, refused.problems().getFirst().line());
    assertTrue(refused.getMessage().endsWith(right), refused.getMessage());
  }

  @Test
  void theRightSumIsTaken() throws ProfileException {
    byte[] file = ProfileSum.with(ProfileTest.GOOD.getBytes(StandardCharsets.UTF_8));
    assertEquals(PanelProfile.parse("t", ProfileTest.GOOD), PanelProfile.parse("t", file));
    assertArrayEquals(file, ProfileSum.with(file));
    assertFalse(ProfileSum.isIn(ProfileTest.GOOD.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum 0x1234abcd\n", "sum 0x1234ABC\n", "sum 0x1234ABCD", "sum\n"})
  void aSumOfAnotherFormIsRefused(String line) {
    refused((ProfileTest.GOOD + line).getBytes(StandardCharsets.UTF_8), line);
  }

  @Test
  void aSumAboveTheLastLineIsRefused() {
    refused(("sum 0x00000000\n" + ProfileTest.GOOD).getBytes(StandardCharsets.UTF_8), "first");
    byte[] good = ProfileSum.with(ProfileTest.GOOD.getBytes(StandardCharsets.UTF_8));
    refused(spliced(good, good.length, 0, new byte[] {'\n'}), "an empty line below");
  }

  private static void refused(byte[] file, String what) {
    try {
      PanelProfile.parse("t", file);
    } catch (ProfileException e) {
      assertFalse(e.problems().isEmpty(), what);
      return;
    }
    throw new AssertionError("taken: " + what);
  }

  private static byte[] spliced(byte[] file, int at, int less, byte[] more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    out.writeBytes(more);
    out.write(file, at + less, file.length - at - less);
    return out.toByteArray();
  }
}
