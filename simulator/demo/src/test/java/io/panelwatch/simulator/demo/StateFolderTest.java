package io.panelwatch.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @Test
  void temporaryFolderIsTheOwnersAloneAndGoesWithAllThatIsInIt() throws IOException {
    Path path;
    try (var folder = StateFolder.of(Optional.empty())) {
      path = folder.path();
      assertEquals("rwx------", permissions(path));
      Files.writeString(Files.createDirectories(path.resolve("broker/journal")).resolve("1"), "x");
    }
    assertTrue(Files.notExists(path));
  }

  @Test
  void namedFolderIsMadeForItsOwnerAndStays(@TempDir Path parent) throws IOException {
    Path named = parent.resolve("a/b");
    try (var folder = StateFolder.of(Optional.of(named))) {
      Files.writeString(folder.path().resolve("kept"), "x");
    }
    assertEquals("rwx------", permissions(named));
    assertTrue(Files.exists(named.resolve("kept")));
  }

  @Test
  void folderThatStandsAlreadyKeepsItsPermissions(@TempDir Path parent) throws IOException {
    Path named = Files.createDirectory(parent.resolve("open"));
    Files.setPosixFilePermissions(named, PosixFilePermissions.fromString("rwxr-x---"));
    try (var folder = StateFolder.of(Optional.of(named))) {
      assertEquals("rwxr-x---", permissions(folder.path()));
    }
  }

  @Test
  void folderIsForOneDemonstrationAtATime(@TempDir Path named) throws IOException {
    try (var first = StateFolder.of(Optional.of(named))) {
      var error = assertThrows(IOException.class, () -> StateFolder.of(Optional.of(first.path())));
      assertEquals(
          "another demo runs in %s: end that one, or name another folder with --state"
              .formatted(named),
          error.getMessage());
    }
    StateFolder.of(Optional.of(named)).close();
  }

  @Test
  void fileInTheWayIsAnErrorThatNamesIt(@TempDir Path parent) throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    var error = assertThrows(IOException.class, () -> StateFolder.of(Optional.of(file)));
    assertEquals(
        "the state folder %s is a file: name a folder".formatted(file), error.getMessage());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
