package io.panelwatch.simulator.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a demonstration keeps its stores, for itself alone: two would wait for each other's broker
 * journal. A temporary one is removed at the end.
 */
final class StateFolder implements AutoCloseable {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private StateFolder(Path path, boolean temporary) throws IOException {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock(path);
  }

  /**
   * The folder that was named, or a temporary one; one that is made is for its owner only.
   *
   * @throws IOException one sentence: it cannot be made or written to, or another demonstration
   *     runs in it
   */
  static StateFolder of(Optional<Path> named) throws IOException {
    return named.isPresent()
        ? new StateFolder(made(named.get().toAbsolutePath()), false)
        : new StateFolder(Files.createTempDirectory("panelwatch-demo-", OWNER_ONLY), true);
  }

  Path path() {
    return path;
  }

  private static Path made(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      throw new IOException("the state folder " + folder + " is a file: name a folder");
    }
    Files.createDirectories(folder, OWNER_ONLY);
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
    return folder;
  }

  /** The kernel drops the lock with its process, so a killed demonstration leaves none. */
  private static FileChannel lock(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("demo.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            OWNER_FILE);
    if (!locked(channel)) {
      channel.close();
      throw new IOException(
          "another demo runs in " + folder + ": end that one, or name another folder with --state");
    }
    return channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
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
