package io.panelwatch.agent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Whoever copies a backup into the folder of a store holds this lock, which the kernel takes back
 * with the process: a daemon that starts meanwhile can tell a copy that grows from one that was
 * broken off, whatever the clock of a board without a battery says.
 */
final class Copying implements AutoCloseable {

  private final FileChannel file;

  private Copying(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes the lock.
   *
   * @throws BackupUnderWayException when somebody has it
   * @throws IOException when the folder refuses
   */
  static Copying begin(Path folder) throws IOException {
    Path lock = folder.resolve(StoreFolder.DATABASE + ".restore.lock");
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    var rights = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    FileChannel channel = FileChannel.open(lock, options, rights);
    boolean locked = false;
    try {
      if (!tryLock(channel)) {
        throw new BackupUnderWayException(
            "a backup is being copied into %s: try again once that is done".formatted(folder));
      }
      PlainFile.giveToOwnerOf(folder, lock);
      locked = true;
      return new Copying(channel);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
