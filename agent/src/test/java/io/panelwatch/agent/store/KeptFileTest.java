package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptFileTest {

  @TempDir private Path folder;

  @Test
  void whatWasWrittenLastIsRead() throws IOException {
    var file = new KeptFile(folder.resolve("state/boot"));
    assertEquals(Optional.empty(), file.read());

    file.write("one\n");
    file.write("\u4e8c\n");

    assertEquals(Optional.of("\u4e8c\n"), file.read());
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    var file = new KeptFile(folder.resolve("state/boot"));
    file.write("one\n");

    assertEquals("rw-------", mode(file.path()));
    assertEquals("rwx------", mode(folder.resolve("state")));
  }

  @Test
  void whatAPowerCutLeftHalfWrittenIsNotRead() throws IOException {
    var file = new KeptFile(folder.resolve("boot"));
    file.write("whole\n");
    Files.writeString(folder.resolve("boot.new"), "ha");

    assertEquals(Optional.of("whole\n"), file.read());
    file.write("next\n");
    assertEquals(Optional.of("next\n"), file.read());
  }

  @Test
  void refusalLeavesTheOldTextWhereItIs() throws IOException {
    var file = new KeptFile(folder.resolve("boot"));
    file.write("old\n");
    Files.createDirectories(folder.resolve("boot.new/in-the-way"));

    assertThrows(IOException.class, () -> file.write("new\n"));
    assertEquals(Optional.of("old\n"), file.read());
  }

  @Test
  void fileThatIsNoneOfOursIsRefused() throws IOException {
    Files.write(folder.resolve("boot"), new byte[256 * 1024 + 1]);

    assertThrows(IOException.class, () -> new KeptFile(folder.resolve("boot")).read());
    assertThrows(IOException.class, () -> new KeptFile(folder).read());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
