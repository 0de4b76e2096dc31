package io.panelwatch.agent.command;

import io.panelwatch.agent.store.SqliteLibrary;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.hal.linux.FileOwner;
import io.panelwatch.hal.linux.FileRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rights with which a fault memory is opened: for root no more than the owner of a folder has.
 * Where that is root itself, nothing is believed that is not {@linkplain RootsAlone root's alone}.
 * Found once for a command, since the name of a folder may lead elsewhere the next time.
 *
 * @param folder without links
 * @param owner whose it is; empty where it is missing
 */
record MemoryRights(Path folder, Optional<FileOwner> owner) {

  /**
   * Finds them.
   *
   * @throws CommandException when they are root's, and the folder is not root's alone
   */
  static MemoryRights of(Path named) throws IOException, CommandException {
    Path folder = withoutLinks(named);
    Optional<FileOwner> owner =
        Files.exists(folder) ? Optional.of(FileOwner.of(folder)) : Optional.empty();
    return new MemoryRights(folder, owner).in(folder);
  }

  /** The path that leads there now; as it is named where it leads nowhere. */
  private static Path withoutLinks(Path named) throws IOException {
    return Files.exists(named) ? named.toRealPath() : named;
  }

  /**
   * The same rights in a folder of which one of this folder's files says that the store is there.
   *
   * @throws CommandException when they are root's, and that folder is not root's alone
   */
  MemoryRights in(Path named) throws IOException, CommandException {
    Path store = withoutLinks(named);
    boolean there = Files.exists(store);
    if (there && areRoots()) {
      RootsAlone.requireFolder(store);
    }
    return new MemoryRights(store, there ? owner : Optional.empty());
  }

  /**
   * Makes sure that a file of the folder can be believed with these rights.
   *
   * @throws CommandException when they are root's, and the file is not root's alone
   */
  void requireFile(Path file) throws IOException, CommandException {
    if (areRoots()) {
      RootsAlone.requireFile(file);
    }
  }

  private boolean areRoots() {
    return FileRights.areRoots() && owner.filter(FileOwner::isRoot).isPresent();
  }

  /**
   * Takes them, with SQLite loaded before.
   *
   * @throws StoreException when nobody was the owner: whoever has made the folder since is unknown
   */
  FileRights take() throws IOException {
    SqliteLibrary.load();
    return takeToRead();
  }

  /** The same for files that are not SQLite's. */
  FileRights takeToRead() throws IOException {
    return FileRights.of(
        owner.orElseThrow(
            () ->
                new StoreException(
                    "no fault memory at %s; name its folder with --state".formatted(folder))));
  }

  /** What a file is with these rights that refuses them. */
  CommandException denied(Path file) {
    if (!FileRights.areRoots() || areRoots() || owner.isEmpty()) {
      return MemoryPlace.denied(file);
    }
    return new CommandException(
        ExitStatus.NOT_PERMITTED,
        ("%s is closed to user %d, whose fault memory it is said to be and with whose rights"
                + " root opens it: correct [store] path, or let that user in (chown) if it is theirs")
            .formatted(file, owner.get().user()));
  }
}
