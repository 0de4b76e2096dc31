package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WatchGuardTest {

  private static final Duration AT_ONCE = Duration.ofNanos(1);

  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicBoolean storing = new AtomicBoolean();
  private final CountDownLatch stuck = new CountDownLatch(1);

  @Test
  void watchWithoutAScanForSoManyLooksIsStuck() throws InterruptedException {
    try (var _ = new WatchGuard(AT_ONCE, this::standing, storing::get, stuck::countDown)) {
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
            () -> false,
            stuck::countDown)) {
      Eventually.holds("many looks", () -> looks.get() > 20 * WatchGuard.LOOKS);

      assertEquals(1, stuck.getCount());
    }
  }

  @Test
  void diskThatTakesMinutesForAWriteDoesNotEndTheProgramThatHasAFaultToStore()
      throws InterruptedException {
    storing.set(true);
    try (var _ = new WatchGuard(AT_ONCE, this::standing, storing::get, stuck::countDown)) {
      assertTrue(stuck.await(20, TimeUnit.SECONDS));

      assertEquals(WatchGuard.LOOKS_WHILE_STORING + 1, looks.get());
    }
  }

  @Test
  void longWaitForTheStorageIsNotHeldAgainstTheScanThatFollows() {
    var work = new Storing();
    var standing = new CountDownLatch(1);
    Thread.ofPlatform().daemon().start(() -> work.run(() -> await(standing)));
    try (var _ =
        new WatchGuard(
            AT_ONCE,
            () -> {
              if (looks.incrementAndGet() == WatchGuard.LOOKS_WHILE_STORING - 1) {
                standing.countDown();
                Eventually.holds("stored", () -> !work.underWay());
              }
              return work.ended()
                  + (looks.get() >= WatchGuard.LOOKS_WHILE_STORING ? looks.get() : 0);
            },
            () -> work.underWay() || looks.get() == 0,
            stuck::countDown)) {
      Eventually.holds("many looks", () -> looks.get() > 2 * WatchGuard.LOOKS_WHILE_STORING);

      assertEquals(1, stuck.getCount());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long standing() {
    looks.incrementAndGet();
    return 7;
  }
}
