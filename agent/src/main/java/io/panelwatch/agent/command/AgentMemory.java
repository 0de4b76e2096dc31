package io.panelwatch.agent.command;

import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.store.FaultMemory;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
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

  private static final int HISTORY = 1000;

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

  /** The faults as the daemon tells them, or as the store has them where no daemon runs. */
  List<FaultSummary> faults(boolean all) throws IOException, CommandException {
    ControlClient daemon = daemon();
    if (daemon.reachable()) {
      return daemon.faults(all);
    }
    try (FaultMemory memory = FaultStore.openReadOnly(named.orElse(standard.state()))) {
      return (all ? memory.history(HISTORY) : memory.active())
          .stream().map(FaultSummary::of).toList();
    } catch (StoreException e) {
      throw new CommandException(
          e.sqliteCode() == 0 ? ExitStatus.UNAVAILABLE : ExitStatus.IO,
          String.valueOf(e.getMessage()));
    }
  }
}
