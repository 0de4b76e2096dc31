package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.BootInfo;
import java.util.function.Supplier;
import org.tinylog.Logger;

/** The lifecycle of a board's faults as its configuration and its fault memory have it. */
final class ResumedLifecycle {

  private ResumedLifecycle() {}

  /** The limits of a configuration; what of it is without effect is logged. */
  static Limits limits(Configuration configuration) {
    Catalogue catalogue = Catalogue.load();
    configuration.withoutEffect(catalogue).forEach(Logger::warn);
    return Limits.of(catalogue, configuration.overrides(catalogue));
  }

  /** The run of the machine that the board is in. */
  static Boot boot(Board board) {
    BootInfo boot = board.boot();
    return new Boot(boot.id(), board.clock().monotonicNanos() - boot.uptime().toNanos());
  }

  /** What tells the present moment in it; may be asked from any thread. */
  static Supplier<Stamp> stamps(Board board) {
    Boot boot = boot(board);
    return () -> boot.stamp(Moment.of(board.clock()));
  }

  /**
   * A lifecycle that goes on with what the store has.
   *
   * @param storing asks the store, also later on
   */
  static Lifecycle of(Limits limits, Board board, FaultStore store, Storing storing) {
    BootInfo boot = board.boot();
    var lifecycle =
        new Lifecycle(
            limits,
            boot(board),
            new FaultIds(),
            new EpisodeCount(
                (code, component) ->
                    storing.call(() -> store.nextOccurrence(code, component, boot.id()))),
            faultId -> storing.call(() -> store.episode(faultId)));
    lifecycle.resume(store.recollection());
    return lifecycle;
  }
}
