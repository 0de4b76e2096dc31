package io.panelwatch.agent.command;

import io.panelwatch.agent.config.HostName;
import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.daemon.DaemonSetup;
import io.panelwatch.agent.daemon.OfflineMemory;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.store.FaultMemory;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fault memory and the daemon that keeps it, found where they usually are or in a folder that
 * somebody names.
 *
 * @param named the state folder, in which a demonstration has its control socket too
 * @param standard where they are else
 */
record AgentMemory(Optional<Path> named, StandardFolders standard) {

  /** So many faults are told at most, the latest ones. */
  static final int MOST = 1000;

  /** The daemon, if one has a socket; else a client whose questions say that there is none. */
  ControlClient daemon() {
    List<Path> folders =
        named.map(List::of).orElseGet(() -> List.of(standard.run(), StandardFolders.SERVICE_RUN));
    return Stream.concat(
            folders.stream().map(ControlClient::new).filter(ControlClient::reachable),
            folders.stream().map(ControlClient::new))
        .findFirst()
        .orElseThrow();
  }

  /** Who does something from this shell. */
  static Actor user() {
    return new Actor(Actor.Kind.SHELL, System.getProperty("user.name"));
  }

  /** Has something done with a fault, by the daemon or in the store where no daemon runs. */
  ActionAnswer act(Action action) throws IOException, CommandException {
    ControlClient daemon = daemon();
    if (daemon.reachable()) {
      return daemon.act(action);
    }
    Path folder = named.orElse(standard.state());
    try (var board = LinuxBoard.of(Path.of("/"));
        var memory = OfflineMemory.open(ofNoDaemon(board, folder))) {
      return memory.act(action);
    } catch (StoreException e) {
      throw failure(e);
    }
  }

  /** What the daemon would run on. */
  private static DaemonSetup ofNoDaemon(Board board, Path folder) {
    return new DaemonSetup(
        board,
        Optional.empty(),
        Optional.empty(),
        BoardConfiguration.lastUsed(folder, HostName.read()),
        false,
        folder,
        Optional.empty(),
        ZoneId.systemDefault(),
        ProgramVersion.current());
  }

  /** The faults as the daemon tells them, or as the store has them where no daemon runs. */
  List<FaultSummary> faults(boolean all) throws IOException, CommandException {
    ControlClient daemon = daemon();
    if (daemon.reachable()) {
      return daemon.faults(all);
    }
    try (FaultMemory memory = FaultStore.openReadOnly(named.orElse(standard.state()))) {
      return (all ? memory.history(MOST) : memory.active()).stream().map(FaultSummary::of).toList();
    } catch (StoreException e) {
      throw failure(e);
    }
  }

  private static CommandException failure(StoreException e) {
    return new CommandException(
        e.sqliteCode() == 0 ? ExitStatus.UNAVAILABLE : ExitStatus.IO,
        String.valueOf(e.getMessage()));
  }
}
