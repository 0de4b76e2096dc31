package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import java.util.List;

/**
 * The fault memory as somebody looks at it who must not change it. Used by one thread. Sees what
 * was committed before each call, also while the writer runs.
 */
public final class FaultMemory implements AutoCloseable {

  private final Database database;
  private final EpisodeTable episodes;

  FaultMemory(Database database) {
    this.database = database;
    episodes = new EpisodeTable(database);
  }

  /** Every active fault, the oldest first. */
  public List<Fault> active() {
    return episodes.active().stream().map(Resumed::fault).toList();
  }

  /** The latest episodes, active or not, the newest first. */
  public List<Fault> history(int limit) {
    return episodes.latest(limit);
  }

  @Override
  public void close() {
    database.close();
  }
}
