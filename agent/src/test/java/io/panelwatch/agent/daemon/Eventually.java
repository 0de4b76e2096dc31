package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about: as short as it takes, and not for ever. */
final class Eventually {

  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);

  private Eventually() {}

  static void holds(String what, BooleanSupplier condition) {
    long began = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - began < AT_MOST.toNanos(), "in vain: " + what);
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}
