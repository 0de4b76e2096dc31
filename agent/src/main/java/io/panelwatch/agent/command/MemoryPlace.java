package io.panelwatch.agent.command;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.config.HostName;
import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.store.FaultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a daemon keeps its fault memory, found without asking the daemon.
 *
 * @param state its state folder, without links
 * @param known what it ran with last; empty where none has run on that folder
 * @param rights in the folder of the database, with no more than the state folder's owner has: a
 *     file of that one says where the database is
 */
record MemoryPlace(Path state, Optional<Configuration> known, MemoryRights rights) {

  /**
   * Finds it: in the folder that is named, or else in this user's or the service's, whichever has
   * one.
   *
   * @throws CommandException when this user may not look into it, or root must not believe it
   */
  static MemoryPlace of(Optional<Path> named, StandardFolders standard)
      throws IOException, CommandException {
    Path state =
        named.orElseGet(
            () ->
                Stream.of(standard.state(), StandardFolders.SERVICE_STATE)
                    .filter(MemoryPlace::mayBeUsed)
                    .findFirst()
                    .orElse(standard.state()));
    requireEntry(state);
    MemoryRights rights = MemoryRights.of(state);
    Optional<Configuration> known = known(rights);
    Path store =
        known.map(Configuration::store).orElse(StoreSettings.DEFAULT).folder(rights.folder());
    MemoryRights inStore = rights.in(store);
    inStore.requireFile(inStore.folder().resolve(FaultStore.DATABASE));
    return new MemoryPlace(rights.folder(), known, inStore);
  }

  private static Optional<Configuration> known(MemoryRights rights)
      throws IOException, CommandException {
    if (rights.owner().isEmpty()) {
      return Optional.empty();
    }
    rights.requireFile(rights.folder().resolve(BoardConfiguration.LAST_GOOD));
    try (var _ = rights.takeToRead()) {
      return BoardConfiguration.lastUsed(rights.folder(), HostName.read());
    }
  }

  /** A folder that may not be entered may be the one. */
  private static boolean mayBeUsed(Path state) {
    return Stream.of(BoardConfiguration.LAST_GOOD, FaultStore.DATABASE)
        .anyMatch(name -> !Files.notExists(state.resolve(name)));
  }

  /** The folder of the database itself. */
  Path store() {
    return rights.folder();
  }

  /** The database. */
  Path database() {
    return store().resolve(FaultStore.DATABASE);
  }

  /**
   * Makes sure that it can be looked at.
   *
   * @throws CommandException when this user may not
   */
  void requireReadable() throws CommandException {
    requireEntry(store());
    if (Files.exists(database()) && !Files.isReadable(database())) {
      throw denied(database());
    }
  }

  /**
   * Makes sure that something can be done in it, and in the name of the right device.
   *
   * @return what the daemon ran with last
   * @throws CommandException when there is none, this user may not, or nobody knows which device it
   *     is of
   */
  Configuration requireWritable() throws CommandException {
    requireReadable();
    if (Files.notExists(database())) {
      throw new CommandException(
          ExitStatus.UNAVAILABLE,
          "no fault memory at %s; name its folder with --state".formatted(database()));
    }
    if (!Files.isWritable(database()) || !Files.isWritable(store())) {
      throw denied(database());
    }
    return known.orElseThrow(
        () ->
            new CommandException(
                ExitStatus.UNAVAILABLE,
                "nothing in %s says which device this is: name the daemon's state folder with"
                        .formatted(state)
                    + " --state, or start the daemon on it once"));
  }

  private static void requireEntry(Path folder) throws CommandException {
    if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
      throw denied(folder);
    }
  }

  /** This user may not. */
  static CommandException denied(Path what) {
    return new CommandException(
        ExitStatus.NOT_PERMITTED,
        "%s is not for this user: ask as its owner, or with sudo".formatted(what));
  }
}
