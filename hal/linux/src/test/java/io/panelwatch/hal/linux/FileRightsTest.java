package io.panelwatch.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root in the folder of a service's user: only root can be tested so. */
class FileRightsTest {

  private static final int SERVICE = 4321;
  private static final String SECRET = "root's alone";

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path secret = Path.of("");

  @BeforeEach
  void makeTheServicesFolderAndAFileOfRoots() throws IOException {
    assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0), "root alone gives files away");
    Files.setAttribute(folder, "unix:uid", SERVICE);
    Files.setAttribute(folder, "unix:gid", SERVICE);
    secret = Files.writeString(elsewhere.resolve("secret"), SECRET);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-rw----"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void linkOfTheOwnersLeadsRootNowhereThatTheOwnerCouldNotGo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), secret);
    try (var _ = FileRights.of(FileOwner.of(folder))) {
      assertThrows(AccessDeniedException.class, () -> Files.readString(link));
      assertThrows(AccessDeniedException.class, () -> Files.writeString(link, "overwritten"));
    }
    assertEquals(SECRET, Files.readString(link));
  }

  @Test
  void whatIsMadeThereIsTheOwners() throws IOException {
    Path made = folder.resolve("made");
    try (var _ = FileRights.of(FileOwner.of(folder))) {
      Files.writeString(made, "text");
    }
    assertEquals(SERVICE, Files.getAttribute(made, "unix:uid"));
    assertEquals(SERVICE, Files.getAttribute(made, "unix:gid"));
  }

  @Test
  void nothingChangesInAFolderOfRoots() throws IOException {
    try (var _ = FileRights.of(FileOwner.of(elsewhere))) {
      assertEquals(SECRET, Files.readString(secret));
    }
  }

  /** As {@code mkdir} of root's leaves it, where {@code chown} is told of a user alone. */
  @Test
  void groupOfRootsDoesNotComeWithAFolderThatRootHasMade() throws IOException {
    Files.setAttribute(folder, "unix:gid", 0);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    try (var _ = FileRights.of(FileOwner.of(folder))) {
      assertThrows(AccessDeniedException.class, () -> Files.readString(secret));
    }
  }

  @Test
  void groupOfAUserThatTheSystemKnowsIsItsOwnWhateverTheFoldersIs() throws IOException {
    String nobody = lineOf("nobody");
    Files.setAttribute(folder, "unix:uid", Integer.parseInt(nobody.split(":", -1)[2]));

    assertEquals(Integer.parseInt(nobody.split(":", -1)[3]), FileOwner.of(folder).group());
  }

  private static String lineOf(String user) throws IOException {
    var found =
        Files.readAllLines(Path.of("/etc/passwd")).stream()
            .filter(line -> line.startsWith(user + ":"))
            .findFirst();
    assumeTrue(found.isPresent(), "this system has no such user");
    return found.orElseThrow();
  }
}
