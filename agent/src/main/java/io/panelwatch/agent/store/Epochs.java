package io.panelwatch.agent.store;

import io.panelwatch.hal.BoardClock;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Begins epochs of the outbox: each is later than the one before it, and no two are the same, also
 * where the clock starts at the same false date after each loss of power.
 */
final class Epochs {

  /** Bits of chance below the seconds, so that an epoch stays under 2^53 until the year 2242. */
  private static final int CHANCE_BITS = 20;

  private Epochs() {}

  /** The next one; the first one where the previous is 0. */
  static long after(long previous, BoardClock clock) {
    long seconds = Math.max(0, clock.wall().getEpochSecond());
    long chance = ThreadLocalRandom.current().nextInt(1 << CHANCE_BITS);
    return Math.max(previous + 1, (seconds << CHANCE_BITS) | chance);
  }
}
