package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFilesTest {

  @TempDir private Path folder;

  @Test
  void whatTheStorageRefusesShowsAndIsWrittenOnceItDoesNot() throws IOException {
    Path state = folder.resolve("state");
    Files.writeString(state, "a file in the folder's place");
    var files = new StateFiles(state);

    files.write("boot", "running");
    files.write("boot", "ended");
    files.retry();
    assertEquals(StoreState.REFUSED, files.state());
    assertEquals(StoreState.STORAGE_REFUSED, StoreState.STORAGE_REFUSED.or(files.state()));

    Files.delete(state);
    files.retry();

    assertEquals(StoreState.WRITABLE, files.state());
    assertEquals("ended", files.read("boot"));
  }

  @Test
  void oneFileThatIsWrittenIsNoProofForAnother() throws IOException {
    Files.createDirectories(folder.resolve("boot/not empty"));
    var files = new StateFiles(folder);

    files.write("boot", "running");
    files.write("inspections", "hours 1");

    assertEquals(StoreState.REFUSED, files.state());
  }

  @Test
  void storageThatIsReadOnlyOrBrokenIsToldFromAFileThatIsRefused() {
    assertEquals(StoreState.STORAGE_REFUSED, refusedFor("Read-only file system"));
    assertEquals(StoreState.STORAGE_REFUSED, refusedFor("Input/output error"));
    assertEquals(StoreState.REFUSED, refusedFor("No space left on device"));
  }

  private StoreState refusedFor(String reason) {
    var files =
        new StateFiles(
            folder,
            (file, text) -> {
              throw new FileSystemException(file.toString(), null, reason);
            });
    files.write("boot", "running");
    files.write("inspections", "hours 1");
    return files.state();
  }

  @Test
  void fileThatCannotBeReadCountsAsEmpty() throws IOException {
    Files.createDirectory(folder.resolve("boot"));

    assertEquals("", new StateFiles(folder).read("boot"));
  }
}
