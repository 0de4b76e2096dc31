package io.panelwatch.agent.command;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.config.HostName;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.daemon.OfflineMemory;
import io.panelwatch.agent.store.Backup;
import io.panelwatch.agent.store.BackupUnderWayException;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.agent.store.Verification;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The fault memory as files: opened here, by SQLite's own ways of reading what is written
 * meanwhile, so that the daemon neither waits nor is asked; but only it can put another one in the
 * place of the one that it uses.
 *
 * @param memory which fault memory
 * @param progress hears how far a copy is
 */
record MemoryFiles(AgentMemory memory, Backup.Progress progress) {

  /** The folder of the fault memory. */
  Path folder() throws IOException, CommandException {
    return rights().folder();
  }

  /**
   * Looks through a file.
   *
   * @param file empty: the fault memory itself
   */
  Verification verify(Optional<Path> file) throws IOException, CommandException {
    if (file.isPresent()) {
      return Verification.of(readable(file.get()));
    }
    MemoryRights rights = rights();
    Path database = database(rights.folder());
    try (var _ = rights.take()) {
      return Verification.of(database);
    } catch (StoreException e) {
      throw memory.failure(e, rights);
    }
  }

  /** Copies the fault memory. */
  Verification backup(Path file) throws IOException, CommandException {
    MemoryRights rights = rights();
    Path database = database(rights.folder());
    if (Files.exists(file) && Files.isSameFile(file, database)) {
      throw new CommandException(ExitStatus.USAGE, file + " is the fault memory itself");
    }
    Path into = file.toAbsolutePath().getParent();
    if (into == null || !Files.isDirectory(into)) {
      throw new NoSuchFileException(String.valueOf(into));
    }
    allowed(Files.isWritable(into), into);
    try {
      Verification copied = Backup.write(database, taking(rights), file, progress);
      memory.saved(file, true);
      return copied;
    } catch (StoreException e) {
      // Nothing is noted in what cannot be read: to write there would set it aside.
      throw memory.failure(e, rights);
    } catch (IOException e) {
      memory.saved(file, false);
      throw e;
    }
  }

  /**
   * Puts a backup in the place of the fault memory: by the daemon, or where none runs.
   *
   * @throws BackupUnderWayException when another one is being put there
   */
  Restored restore(Path file) throws IOException, CommandException {
    ControlClient daemon = memory.daemon();
    Optional<MemoryPlace> stopped =
        daemon.reachable() ? Optional.empty() : Optional.of(memory.place());
    MemoryRights rights = stopped.isPresent() ? stopped.get().rights() : rightsOf(daemon);
    Path folder = rights.folder();
    if (!Files.isDirectory(folder)) {
      throw new CommandException(
          ExitStatus.UNAVAILABLE,
          "there is no folder %s: start the daemon once, or name its folder with --state"
              .formatted(folder));
    }
    allowed(Files.isWritable(folder) && Files.isExecutable(folder), folder);
    try {
      Backup.stage(file, folder, taking(rights), progress);
      return stopped.isPresent()
          ? restoreStopped(stopped.get(), file)
          : daemon.restore(AgentMemory.nameOf(file));
    } catch (BackupUnderWayException e) {
      throw e;
    } catch (StoreException e) {
      throw memory.failure(e, rights);
    }
  }

  private static Restored restoreStopped(MemoryPlace place, Path file)
      throws IOException, CommandException {
    // A board whose storage was replaced has nothing that says who it is, and nothing to report.
    Configuration configuration =
        Files.exists(place.database())
            ? place.requireWritable()
            : place.known().orElseGet(() -> Configuration.defaults(HostName.read()));
    try (var _ = place.rights().take();
        var board = LinuxBoard.of(Path.of("/"))) {
      return OfflineMemory.restore(
          AgentMemory.ofNoDaemon(board, place.state(), configuration),
          AgentMemory.user(),
          AgentMemory.nameOf(file));
    }
  }

  private static Path database(Path folder) throws IOException, CommandException {
    Path database = folder.resolve(FaultStore.DATABASE);
    allowed(!Files.isDirectory(folder) || Files.isExecutable(folder), folder);
    return Files.exists(database) ? readable(database) : database;
  }

  private static Path readable(Path file) throws IOException, CommandException {
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    allowed(Files.isReadable(file), file);
    return file;
  }

  private MemoryRights rights() throws IOException, CommandException {
    ControlClient daemon = memory.daemon();
    return daemon.reachable() ? rightsOf(daemon) : memory.place().rights();
  }

  /** Those of whose folder it is of which a daemon says that it is the store's. */
  private static MemoryRights rightsOf(ControlClient daemon) throws IOException, CommandException {
    MemoryRights rights = MemoryRights.of(daemon.storeFolder());
    rights.requireFile(rights.folder().resolve(FaultStore.DATABASE));
    return rights;
  }

  private static Backup.Rights taking(MemoryRights rights) {
    return () -> rights.take()::close;
  }

  private static void allowed(boolean so, Path what) throws CommandException {
    if (!so) {
      throw MemoryPlace.denied(what);
    }
  }
}
