package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
    assertTrue(files.refuses());
    assertEquals(StoreState.REFUSED, StoreState.WRITABLE.beside(files.refuses()));
    assertEquals(StoreState.STORAGE_REFUSED, StoreState.STORAGE_REFUSED.beside(files.refuses()));

    Files.delete(state);
    files.retry();

    assertFalse(files.refuses());
    assertEquals("ended", files.read("boot"));
  }

  @Test
  void oneFileThatIsWrittenIsNoProofForAnother() throws IOException {
    Files.createDirectories(folder.resolve("boot/not empty"));
    var files = new StateFiles(folder);

    files.write("boot", "running");
    files.write("inspections", "hours 1");

    assertTrue(files.refuses());
  }

  @Test
  void fileThatCannotBeReadCountsAsEmpty() throws IOException {
    Files.createDirectory(folder.resolve("boot"));

    assertEquals("", new StateFiles(folder).read("boot"));
  }
}
