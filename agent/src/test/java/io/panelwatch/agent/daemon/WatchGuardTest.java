package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WatchGuardTest {

  private static final Duration AT_ONCE = Duration.ofNanos(1);

  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch stuck = new CountDownLatch(1);

  @Test
  void watchWithoutAScanForSoManyLooksIsStuck() throws InterruptedException {
    try (var _ = new WatchGuard(AT_ONCE, this::standing, stuck::countDown)) {
      assertTrue(stuck.await(20, TimeUnit.SECONDS));

      assertEquals(WatchGuard.LOOKS + 1, looks.get());
    }
  }

  @Test
  void watchThatScansSlowlyIsNotStuck() {
    var slow = new AtomicLong();
    try (var _ =
        new WatchGuard(
            AT_ONCE,
            () ->
                looks.incrementAndGet() % WatchGuard.LOOKS == 0
                    ? slow.incrementAndGet()
                    : slow.get(),
            stuck::countDown)) {
      Eventually.holds("many looks", () -> looks.get() > 20 * WatchGuard.LOOKS);

      assertEquals(1, stuck.getCount());
    }
  }

  private long standing() {
    looks.incrementAndGet();
    return 7;
  }
}
