package io.panelwatch.hal.linux;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemErrorsTest {

  @TempDir private Path folder;

  @Test
  void refusalOfTheKernelIsKnownFromWhatJavaTellsOfIt() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    IOException refusal =
        assertThrows(IOException.class, () -> Files.readString(file.resolve("within")));

    assertTrue(SystemErrors.is(refusal, Errno.ENOTDIR), refusal::toString);
    assertFalse(SystemErrors.is(refusal, Errno.EROFS));
  }

  @Test
  void refusalWithoutAReasonIsOfNoErrno() {
    assertFalse(SystemErrors.is(new IOException(), Errno.EIO));
  }
}
