package io.panelwatch.simulator.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a demonstration keeps its stores; a temporary one is removed at the end. */
record StateFolder(Path path, boolean temporary) implements AutoCloseable {

  /**
   * The folder that was named, made if missing, or a temporary one, for its owner only.
   *
   * @throws IOException when it cannot be made
   */
  static StateFolder of(Optional<Path> named) throws IOException {
    if (named.isPresent()) {
      return new StateFolder(Files.createDirectories(named.get().toAbsolutePath()), false);
    }
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    return new StateFolder(Files.createTempDirectory("panelwatch-demo-", ownerOnly), true);
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.walkFileTree(path, new Remover());
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
