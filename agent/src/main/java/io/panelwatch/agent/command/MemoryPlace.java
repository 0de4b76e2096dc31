package io.panelwatch.agent.command;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.config.HostName;
import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.SqliteLibrary;
import io.panelwatch.hal.linux.FileRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a daemon keeps its fault memory, found without asking the daemon.
 *
 * @param state its state folder
 * @param known what it ran with last; empty where none has run on that folder
 */
record MemoryPlace(Path state, Optional<Configuration> known) {

  /**
   * Finds it: in the folder that is named, or else in this user's or the service's, whichever has
   * one.
   *
   * @throws CommandException when this user may not look into it
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
    try (var _ = FileRights.ofOwner(state)) {
      return new MemoryPlace(state, BoardConfiguration.lastUsed(state, HostName.read()));
    }
  }

  /**
   * The rights with which all of it is opened, for root no more than the daemon's own user has. Not
   * those of the store's owner, where that lies elsewhere: a file of the state folder says where.
   */
  FileRights rights() throws IOException {
    SqliteLibrary.load();
    return FileRights.ofOwner(state);
  }

  /** A folder that may not be entered may be the one. */
  private static boolean mayBeUsed(Path state) {
    return Stream.of(BoardConfiguration.LAST_GOOD, FaultStore.DATABASE)
        .anyMatch(name -> !Files.notExists(state.resolve(name)));
  }

  /** The folder of the database itself. */
  Path store() {
    return known.map(Configuration::store).orElse(StoreSettings.DEFAULT).folder(state);
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
