package io.panelwatch.agent.command;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.config.HostName;
import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.DeedListing;
import io.panelwatch.agent.control.FaultListing;
import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.InspectionSummary;
import io.panelwatch.agent.control.OutcomeUnknownException;
import io.panelwatch.agent.control.PutAsideAlarm;
import io.panelwatch.agent.daemon.DaemonSetup;
import io.panelwatch.agent.daemon.OfflineMemory;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.inspection.Inspections;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.store.FaultMemory;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.agent.store.StoreInUseException;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.linux.LinuxBoard;
import io.panelwatch.hal.linux.LinuxClock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tinylog.Logger;

/**
 * The fault memory and the daemon that keeps it, found where they usually are or in a folder that
 * somebody names. What is asked, the daemon answers; where none runs, its store does.
 *
 * @param named the state folder, in which a demonstration has its control socket too
 * @param standard where they are else
 */
record AgentMemory(Optional<Path> named, StandardFolders standard) {

  /** Asks a daemon that runs. */
  private interface Running<T> {
    T ask(ControlClient daemon) throws IOException;
  }

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

  /** Where the store is. */
  MemoryPlace place() throws IOException, CommandException {
    return MemoryPlace.of(named, standard);
  }

  /** Who does something from this shell. */
  static Actor user() {
    return new Actor(Actor.Kind.SHELL, System.getProperty("user.name"));
  }

  /** Has something done with a fault, by the daemon or in the store where no daemon runs. */
  ActionAnswer act(Action action) throws IOException, CommandException {
    ControlClient daemon = daemon();
    return daemon.reachable() ? daemon.act(action) : offline(memory -> memory.act(action));
  }

  /**
   * Has done what takes a technician, likewise.
   *
   * @param who that is, where the board asks for a personal code
   */
  ActionAnswer signed(Action asked, Optional<Credentials> who)
      throws IOException, CommandException {
    ControlClient daemon = daemon();
    return daemon.reachable()
        ? daemon.signed(asked, who)
        : offline(memory -> memory.signed(asked, who));
  }

  /** Does something in the store. */
  private interface Offline {
    ActionAnswer in(OfflineMemory memory) throws IOException;
  }

  private ActionAnswer offline(Offline deed) throws IOException, CommandException {
    MemoryPlace place = place();
    Configuration configuration = place.requireWritable();
    try (var _ = place.rights().take();
        var board = LinuxBoard.of(Path.of("/"));
        var memory = OfflineMemory.open(ofNoDaemon(board, place.state(), configuration))) {
      return deed.in(memory);
    } catch (StoreException e) {
      throw failure(e, place.rights());
    }
  }

  /**
   * Has it noted that somebody has saved the fault memory, or has tried to. The copy is there or is
   * not, whatever becomes of that.
   */
  void saved(Path file, boolean done) {
    try {
      ControlClient daemon = daemon();
      if (daemon.reachable()) {
        daemon.saved(nameOf(file), done);
      } else {
        offline(memory -> memory.saved(user(), nameOf(file), done));
      }
    } catch (OutcomeUnknownException e) {
      Logger.warn("It may be noted later who saved the fault memory: {}", e.getMessage());
    } catch (IOException | CommandException e) {
      Logger.warn("It is not noted who saved the fault memory: {}", e.getMessage());
    }
  }

  /** What is noted of a file: the folders are the person's own. */
  static String nameOf(Path file) {
    return Table.printable(String.valueOf(file.getFileName()));
  }

  /** What the daemon would run on. */
  static DaemonSetup ofNoDaemon(Board board, Path state, Configuration configuration) {
    return new DaemonSetup(
        board,
        Optional.empty(),
        Optional.empty(),
        configuration,
        false,
        state,
        Optional.empty(),
        ZoneId.systemDefault(),
        ProgramVersion.current());
  }

  /** The active faults. */
  List<FaultSummary> active() throws IOException, CommandException {
    return ask(
        ControlClient::active, memory -> memory.active().stream().map(FaultSummary::of).toList());
  }

  /**
   * A page of all that is remembered, the latest first.
   *
   * @param before where the page before it ended
   */
  FaultListing history(OptionalLong before, int limit) throws IOException, CommandException {
    return ask(
        daemon -> daemon.history(before, limit),
        memory -> FaultListing.of(memory.page(before, limit)));
  }

  /** How many are remembered before the end of a page. */
  long countBefore(long next) throws IOException, CommandException {
    return ask(daemon -> daemon.countBefore(next), memory -> memory.countBefore(next));
  }

  /** One fault, which may have ended. */
  Optional<FaultSummary> fault(String id) throws IOException, CommandException {
    return ask(daemon -> daemon.fault(id), memory -> memory.fault(id).map(f -> whole(f, memory)));
  }

  private static FaultSummary whole(Fault fault, FaultMemory memory) {
    return FaultSummary.whole(fault, memory.remembered(fault.code(), fault.component()));
  }

  /** What people did last on the device, or tried to do: so many at most, the latest first. */
  DeedListing audit(int limit) throws IOException, CommandException {
    return ask(daemon -> daemon.audit(limit), memory -> DeedListing.of(memory.audit(limit)));
  }

  /** Every alarm that somebody has put aside. */
  List<PutAsideAlarm> putAside() throws IOException, CommandException {
    return ask(
        ControlClient::putAside,
        memory -> memory.putAside().stream().map(PutAsideAlarm::of).toList());
  }

  /** What a person looks at from time to time. */
  List<InspectionSummary> inspections() throws IOException, CommandException {
    return ask(
        ControlClient::inspections,
        (memory, place) ->
            inspections(memory, place).due().stream().map(InspectionSummary::of).toList());
  }

  private static Inspections inspections(FaultMemory memory, MemoryPlace place) {
    Configuration configuration =
        place.known().orElseGet(() -> Configuration.defaults(HostName.read()));
    return OfflineMemory.inspections(memory, configuration, place.state(), new LinuxClock());
  }

  private <T> T ask(Running<T> running, Function<FaultMemory, T> stopped)
      throws IOException, CommandException {
    return ask(running, (memory, _) -> stopped.apply(memory));
  }

  private <T> T ask(Running<T> running, BiFunction<FaultMemory, MemoryPlace, T> stopped)
      throws IOException, CommandException {
    ControlClient daemon = daemon();
    if (daemon.reachable()) {
      return running.ask(daemon);
    }
    MemoryPlace place = place();
    place.requireReadable();
    try (var _ = place.rights().take();
        FaultMemory memory = FaultStore.openReadOnly(place.store())) {
      return stopped.apply(memory, place);
    } catch (StoreException e) {
      throw failure(e, place.rights());
    }
  }

  /**
   * What a refusal of the store means to who asked.
   *
   * @param rights with which it was opened
   */
  CommandException failure(StoreException e, MemoryRights rights) {
    if (e.getCause() instanceof AccessDeniedException denied) {
      return rights.denied(Path.of(denied.getFile()));
    }
    if (e instanceof StoreInUseException && named.isPresent()) {
      return new CommandException(
          ExitStatus.UNAVAILABLE,
          "a daemon runs on the fault memory of %s: say it without --state, and it is asked"
              .formatted(named.get()));
    }
    return new CommandException(
        e.sqliteCode() == 0 ? ExitStatus.UNAVAILABLE : ExitStatus.IO,
        String.valueOf(e.getMessage()));
  }
}
