package io.panelwatch.hal.linux.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @TempDir Path folder;

  @Test
  void whatIsMissingOrNoFolderHasNoNames() throws IOException {
    Files.createFile(folder.resolve("file"));

    assertEquals(List.of(), Folders.names(folder + "/missing"));
    assertEquals(List.of(), Folders.names(folder + "/file"));
    assertEquals(List.of("file"), Folders.names(folder.toString()));
  }

  @Test
  void whatCannotBeOpenedIsNotEmpty() throws IOException {
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

    var refused = assertThrows(DeviceException.class, () -> Folders.names(circle.toString()));

    assertEquals(Errno.ELOOP.number(), refused.errno());
    assertEquals(circle.toString(), refused.path());
  }
}
