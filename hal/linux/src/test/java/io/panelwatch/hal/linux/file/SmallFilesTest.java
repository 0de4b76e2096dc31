package io.panelwatch.hal.linux.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.panelwatch.hal.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFilesTest {

  @TempDir Path folder;
  private SmallFiles files;

  @BeforeEach
  void openTree() {
    files = new SmallFiles(new Tree(folder));
  }

  private FileText attribute(String name) {
    return files.attribute(folder.toString(), name);
  }

  private int errno(String name) {
    return attribute(name) instanceof FileText.Unread unread ? unread.errno() : 0;
  }

  @Test
  void missingFileIsEnoent() {
    assertEquals(
        new FileText.Unread(Errno.ENOENT.number(), "open", folder + "/none"), attribute("none"));
  }

  @Test
  void folderIsEisdirAtItsRead() throws IOException {
    Files.createDirectory(folder.resolve("folder"));

    assertEquals(
        new FileText.Unread(Errno.EISDIR.number(), "read", folder + "/folder"),
        attribute("folder"));
  }

  @Test
  void fileInPlaceOfAFolderIsEnotdir() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    assertEquals(Errno.ENOTDIR.number(), errno("file/name"));
  }

  @Test
  void linkToItselfIsEloop() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

    assertEquals(Errno.ELOOP.number(), errno("loop"));
  }

  @Test
  void linksThatLeadInACircleWithinTheRecordingAreEloop() throws IOException {
    Files.createSymbolicLink(folder.resolve("one"), Path.of("/other"));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("one"));

    assertEquals(Errno.ELOOP.number(), errno("one"));
  }

  @Test
  void linkThatLeadsToNothingIsEnoentAsIfItWereNotThere() throws IOException {
    Files.createSymbolicLink(folder.resolve("relative"), Path.of("none"));
    Files.createSymbolicLink(folder.resolve("absolute"), Path.of("/none/at/all"));

    assertEquals(Errno.ENOENT.number(), errno("relative"));
    assertEquals(Errno.ENOENT.number(), errno("absolute"));
  }

  @Test
  void nameThatIsTooLongIsEnametoolong() {
    assertEquals(Errno.ENAMETOOLONG.number(), errno("x".repeat(5000)));
  }

  @Test
  void fileThatMayNotBeReadIsEacces() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
    Path secret = Files.writeString(folder.resolve("secret"), "1");
    Files.setPosixFilePermissions(secret, Set.of(PosixFilePermission.OWNER_WRITE));

    assertEquals(Errno.EACCES.number(), errno("secret"));
  }

  @Test
  void attributeIsReadUpToAPageAndTableUpToItsEnd() throws IOException {
    Files.writeString(folder.resolve("long"), "x".repeat(10_000));

    assertEquals(4096, attribute("long").or("").length());
    assertEquals(10_000, files.table(folder.toString(), "long").or("").length());
  }

  @Test
  void tableIsBoundedEvenIfItNeverEnds() {
    var live = new SmallFiles(new Tree(Path.of("/")));

    // All NULs, which are stripped: what counts is that it comes to an end.
    assertEquals(new FileText.Text(""), live.table("/dev", "zero"));
  }

  @Test
  void endOfLineAndNulGoAndInvalidUtf8IsReplaced() throws IOException {
    Files.write(folder.resolve("name"), new byte[] {'a', (byte) 0xff, 'b', ' ', '\n', 0});

    assertEquals(new FileText.Text("a\ufffdb"), attribute("name"));
  }

  @Test
  void pathsAreUtf8() throws IOException {
    Files.write(folder.resolve("gr\u00f6\u00dfe"), "7".getBytes(UTF_8));

    assertTrue(attribute("gr\u00f6\u00dfe") instanceof FileText.Text);
  }
}
