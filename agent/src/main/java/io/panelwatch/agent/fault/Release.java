package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * When a fault whose condition is gone is over.
 *
 * @param statedOffDelay how long the condition must be gone, where that is not twice the on-delay
 * @param reads how many reads in a row must see it gone, from 1
 * @param latched it is not over before somebody has acknowledged it, however long it is gone
 */
public record Release(Optional<Duration> statedOffDelay, int reads, boolean latched) {

  public Release {
    if (reads < 1) {
      throw new IllegalArgumentException(reads + " clear reads: at least one is needed");
    }
  }

  /** The same with another delay, where one is given. */
  Release withOffDelay(Optional<Duration> delay) {
    return new Release(delay.or(() -> statedOffDelay), reads, latched);
  }
}
