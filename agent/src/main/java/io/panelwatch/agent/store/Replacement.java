package io.panelwatch.agent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Puts a file in the place of another one so that there is the whole old one or the whole new one,
 * whatever happens: written beside it first, flushed, and moved over it; then the folder is
 * flushed, or the move itself could be lost. What root puts there is the folder's owner's.
 */
final class Replacement {

  /** Writes what the new file holds. */
  interface Content {
    void writeTo(FileChannel out) throws IOException;
  }

  private Replacement() {}

  /**
   * Replaces a file, which may be missing; its folder may not.
   *
   * @throws IOException when the storage refuses; the old file is still there
   */
  static void of(Path file, Set<PosixFilePermission> rights, Content content) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "no file is a root");
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var attribute = PosixFilePermissions.asFileAttribute(rights);
    try (FileChannel out = FileChannel.open(beside, options, attribute)) {
      PlainFile.giveToOwnerOf(folder, beside);
      content.writeTo(out);
      out.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }
}
