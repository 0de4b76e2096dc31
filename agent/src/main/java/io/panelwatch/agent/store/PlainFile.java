package io.panelwatch.agent.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/**
 * A file of a folder that may be another user's: root runs commands on the folder of a service, and
 * whoever has taken that service over may have put a link to a file of root's in the place of one
 * of the service's. So nothing here goes through a link.
 *
 * <p>A second name for a file of another user's (link(2)) the kernel does not make ({@code
 * fs.protected_hardlinks}).
 */
final class PlainFile {

  /** What SQLite writes beside a database, and leaves there when it is broken off. */
  static final List<String> BESIDE_A_DATABASE = List.of("-wal", "-shm", "-journal");

  private static final String UID = "unix:uid";
  private static final Integer ROOT = 0;

  private PlainFile() {}

  /**
   * Whether there is one.
   *
   * @throws IOException when what is there is a link, or no file at all
   */
  static boolean isThere(Path file) throws IOException {
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile()) {
        throw new IOException(
            "%s is no file of its own but %s: look who has put it there, and take it away"
                .formatted(file, found.isSymbolicLink() ? "a link" : "something else"));
      }
      return true;
    } catch (NoSuchFileException none) {
      return false;
    }
  }

  /**
   * Makes sure that a file which is to be written is one.
   *
   * @throws StoreException when it is not, or is missing
   */
  static void require(Path file) {
    try {
      if (!isThere(file)) {
        throw new NoSuchFileException(file.toString());
      }
    } catch (IOException e) {
      throw refusal(file, e);
    }
  }

  /**
   * Makes sure that SQLite, which follows every link and gives what it opens beside a database to
   * the database's owner, is led nowhere by what stands there.
   *
   * @param database may be a link itself, as a backup may: what stands beside its target counts
   * @throws StoreException when it would be
   */
  static void requireBeside(Path database) {
    try {
      if (Files.exists(database)) {
        Path named = database.toRealPath();
        for (String beside : BESIDE_A_DATABASE) {
          isThere(named.resolveSibling(named.getFileName() + beside));
        }
      }
    } catch (IOException e) {
      throw refusal(database, e);
    }
  }

  private static StoreException refusal(Path file, IOException why) {
    // Of itself it tells no more than which file it is of.
    String what = why instanceof AccessDeniedException ? "permission denied" : why.getMessage();
    return new StoreException("cannot open %s: %s".formatted(file, what), 0, why);
  }

  /**
   * Gives a file of root's to the folder's owner; also one that was left behind as root's. Nobody
   * but root can do that, nor needs it.
   *
   * @throws IOException when it is no file, or the storage refuses
   */
  static void giveToOwnerOf(Path folder, Path file) throws IOException {
    if (!isThere(file)) {
      throw new NoSuchFileException(file.toString());
    }
    boolean rootOwned = ROOT.equals(Files.getAttribute(file, UID, LinkOption.NOFOLLOW_LINKS));
    UserPrincipal owner = Files.getOwner(folder);
    if (rootOwned && !owner.equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS))) {
      // Not Files.setOwner: what is put there meanwhile may be a link, and only that is given away.
      Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setOwner(owner);
    }
  }
}
