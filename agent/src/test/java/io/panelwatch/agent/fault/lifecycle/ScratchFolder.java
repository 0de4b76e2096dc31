package io.panelwatch.agent.fault.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for one story, with files and no folders in it: jqwik has no temporary ones. */
record ScratchFolder(Path path) implements AutoCloseable {

  static ScratchFolder made() {
    try {
      return new ScratchFolder(Files.createTempDirectory("story"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (var files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
