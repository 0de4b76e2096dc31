package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.Scan;
import java.util.List;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * All that is done with a scan, in its order: it is judged and told, and only then is upkeep done.
 * A power-fail line has milliseconds, and whatever is wrong with old data must not keep what is
 * wrong with the board from being judged. Not thread-safe.
 */
final class ScanTurn implements Consumer<Scan> {

  /** The first failure is logged, then every hundredth: once a scan would bury the log. */
  private static final int LOG_EVERY = 100;

  private final Consumer<Scan> judge;
  private final List<Runnable> upkeep;
  private int failures;

  /**
   * @param judge judges, stores and tells a scan
   * @param upkeep what is done at each turn, also where a scan could not be judged
   */
  ScanTurn(Consumer<Scan> judge, List<Runnable> upkeep) {
    this.judge = judge;
    this.upkeep = List.copyOf(upkeep);
  }

  @Override
  public void accept(Scan scan) {
    try {
      judge.accept(scan);
    } finally {
      upkeep.forEach(this::tend);
    }
  }

  private void tend(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      if (failures++ % LOG_EVERY == 0) {
        Logger.error(e, "upkeep of what is stored failed; it is tried again after the next scan");
      }
    }
  }
}
