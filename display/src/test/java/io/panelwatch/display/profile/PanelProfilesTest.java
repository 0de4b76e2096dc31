package io.panelwatch.display.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelProfilesTest {

  @TempDir private Path folder;

  @Test
  void withoutAFolderThereAreTheBuiltInOnes() throws ProfileException {
    PanelProfiles profiles = PanelProfiles.with(folder.resolve("none"));
    assertEquals(
        PanelProfile.names(), profiles.list().stream().map(PanelProfiles.Entry::name).toList());
    assertEquals(PanelProfile.load("ssd1306"), profiles.load("ssd1306"));
    assertEquals("built-in", entry(profiles, "ssd1306").origin());
  }

  @Test
  void aFileAddsAProfile() throws IOException, ProfileException {
    write("tiny.panel", ProfileTest.GOOD);
    PanelProfiles profiles = PanelProfiles.with(folder);
    assertEquals("XY1 V0", profiles.load("tiny").datasheet());
    assertFalse(entry(profiles, "tiny").shadows());
  }

  @Test
  void aFileShadowsTheBuiltInProfileOfItsName() throws IOException, ProfileException {
    write("ili9341.panel", ProfileTest.GOOD.replace("tiny", "ili9341"));
    PanelProfiles profiles = PanelProfiles.with(folder);
    assertEquals("XY1 V0", profiles.load("ili9341").datasheet());
    assertTrue(entry(profiles, "ili9341").shadows());
    assertEquals(folder.resolve("ili9341.panel").toString(), entry(profiles, "ili9341").origin());
  }

  @Test
  void aBrokenFileHidesNoOtherAndIsNotReplacedByTheBuiltInOne() throws IOException {
    write("ili9341.panel", "name ili9341\n");
    write("tiny.panel", ProfileTest.GOOD);
    PanelProfiles profiles = PanelProfiles.with(folder);
    assertTrue(entry(profiles, "tiny").profile().isPresent());
    assertTrue(entry(profiles, "ili9341").profile().isEmpty());
    ProfileException refused = assertThrows(ProfileException.class, () -> profiles.load("ili9341"));
    assertTrue(refused.getMessage().contains("ili9341.panel: size is missing"));
  }

  @Test
  void aFileIsNamedAsItsProfile() throws IOException {
    write("other.panel", ProfileTest.GOOD);
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfiles.with(folder).load("other"));
    assertTrue(refused.getMessage().endsWith("the file of profile tiny is tiny.panel"));
  }

  @Test
  void whatIsNoFileIsSaidToBeNone() throws IOException {
    Files.createDirectory(folder.resolve("tiny.panel"));
    List<ProfileException.Problem> problems = entry(PanelProfiles.with(folder), "tiny").problems();
    assertTrue(problems.getFirst().reason().contains("is no file"));
  }

  @Test
  void aFileIsNotReadBeyondTheBound() throws IOException {
    Path file = folder.resolve("huge.panel");
    Files.write(file, new byte[10 * ProfileParser.MOST_BYTES]);
    assertEquals(ProfileParser.MOST_BYTES + 1, PanelProfiles.read(file).length);
  }

  @Test
  void aFolderWithTooManyProfilesIsToldAndOnlyWhatShadowsIsReadOfIt() throws Exception {
    write("tiny.panel", ProfileTest.GOOD);
    write("ili9341.panel", ProfileTest.GOOD.replace("tiny", "ili9341"));
    assertTrue(PanelProfiles.with(folder).load("tiny").datasheet().startsWith("XY1"));
    for (int i = 0; i < 255; i++) {
      Files.createFile(folder.resolve("p" + i + ".panel"));
    }

    PanelProfiles profiles = PanelProfiles.with(folder);

    String reason = entry(profiles, folder.toString()).problems().getFirst().reason();
    assertTrue(reason.contains("more than 256 profiles"), reason);
    assertEquals(PanelProfile.names().size() + 1, profiles.list().size());
    assertEquals("XY1 V0", profiles.load("ili9341").datasheet());
  }

  @Test
  void aFolderThatFailsWhileItIsListedIsAnErrorAndNoCrash() {
    var broken = new IOException("Input/output error");
    Iterable<Path> listing =
        () -> {
          throw new DirectoryIteratorException(broken);
        };

    assertEquals(broken, assertThrows(IOException.class, () -> PanelProfiles.listed(listing)));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    ProfileException refused =
        assertThrows(ProfileException.class, () -> PanelProfiles.with(folder).load("nope"));
    assertTrue(refused.getMessage().contains("sh1106"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static PanelProfiles.Entry entry(PanelProfiles profiles, String name) {
    return profiles.list().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
