package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What every {@link BoardClock} does. Nothing here asserts that something was quick: a busy machine
 * may make every wait longer, never shorter.
 */
public abstract class BoardClockContract {

  /** Held-up threads are late by less than ten of these on any machine that can run tests. */
  private static final Duration STEP = Duration.ofMillis(20);

  /** Only bounds a test that would otherwise hang. */
  private static final long HANG_SECONDS = 30;

  /** The clock under test. */
  protected abstract BoardClock clock() throws Exception;

  /** Whether {@link BoardClock#sleep} really blocks its caller. */
  protected boolean blocks() {
    return true;
  }

  @Test
  protected void monotonicTimeNeverGoesBack() throws Exception {
    BoardClock clock = clock();
    long last = clock.monotonicNanos();
    for (int i = 0; i < 1000; i++) {
      long now = clock.monotonicNanos();
      assertTrue(now >= last, "went back");
      last = now;
    }
  }

  @Test
  protected void sleepLastsAtLeastItsDuration() throws Exception {
    BoardClock clock = clock();
    long before = clock.monotonicNanos();

    clock.sleep(STEP);

    assertTrue(clock.monotonicNanos() - before >= STEP.toNanos());
  }

  @Test
  protected void wallClockMovesWithTheMonotonicOne() throws Exception {
    BoardClock clock = clock();
    Instant before = clock.wall();

    clock.sleep(STEP);

    // The wall clock may be slewed by NTP while the test runs: half the step is proof enough.
    assertTrue(Duration.between(before, clock.wall()).compareTo(STEP.dividedBy(2)) >= 0);
  }

  @Test
  protected void sleepOfNothingOrLessReturns() throws Exception {
    BoardClock clock = clock();

    clock.sleep(Duration.ZERO);
    clock.sleep(Duration.ofMillis(-5));
  }

  @Test
  protected void interruptedSleeperIsWokenByAnInterruptedException() throws Exception {
    assumeTrue(blocks(), "this clock's sleep does not block");
    BoardClock clock = clock();

    Thread.currentThread().interrupt();

    assertThrows(InterruptedException.class, () -> clock.sleep(Duration.ofHours(1)));
    assertFalse(Thread.interrupted(), "the interrupt was taken");
  }

  @Test
  protected void scheduledTaskRunsOnceItsDelayHasPassedAndNotBefore() throws Exception {
    BoardClock clock = clock();
    long start = clock.monotonicNanos();
    var ranAt = new AtomicLong();
    var ran = new CountDownLatch(1);

    clock.schedule(
        STEP,
        () -> {
          ranAt.set(clock.monotonicNanos());
          ran.countDown();
        });
    clock.sleep(STEP);

    assertTrue(ran.await(HANG_SECONDS, TimeUnit.SECONDS), "the task ran");
    assertTrue(ranAt.get() - start >= STEP.toNanos(), "not before its time");
  }

  @Test
  protected void tasksRunInTheOrderOfTheirTimes() throws Exception {
    BoardClock clock = clock();
    List<Integer> order = new CopyOnWriteArrayList<>();
    var done = new CountDownLatch(3);
    for (int place : List.of(3, 1, 2)) {
      clock.schedule(
          STEP.multipliedBy(10L * place),
          () -> {
            order.add(place);
            done.countDown();
          });
    }

    clock.sleep(STEP.multipliedBy(30));

    assertTrue(done.await(HANG_SECONDS, TimeUnit.SECONDS), "all ran");
    assertEquals(List.of(1, 2, 3), order);
  }

  @Test
  protected void taskWithoutDelayOrLessRunsWithoutWaiting() throws Exception {
    BoardClock clock = clock();
    var ran = new CountDownLatch(2);

    clock.schedule(Duration.ZERO, ran::countDown);
    clock.schedule(Duration.ofMillis(-5), ran::countDown);
    clock.sleep(Duration.ZERO);

    assertTrue(ran.await(HANG_SECONDS, TimeUnit.SECONDS), "both ran");
  }

  @Test
  protected void cancelledTaskIsForgottenAndCancellingAgainIsHarmless() throws Exception {
    BoardClock clock = clock();
    var cancelled = new CountDownLatch(1);
    var later = new CountDownLatch(1);
    BoardClock.Timer timer = clock.schedule(STEP.multipliedBy(10), cancelled::countDown);
    clock.schedule(STEP.multipliedBy(15), later::countDown);

    timer.cancel();
    timer.cancel();
    clock.sleep(STEP.multipliedBy(15));

    assertTrue(later.await(HANG_SECONDS, TimeUnit.SECONDS), "a later task ran");
    assertEquals(1, cancelled.getCount(), "the cancelled one did not");
  }

  @Test
  protected void taskMayScheduleTheNextOne() throws Exception {
    BoardClock clock = clock();
    var second = new CountDownLatch(1);

    clock.schedule(STEP, () -> clock.schedule(STEP, second::countDown));
    clock.sleep(STEP.multipliedBy(3));

    assertTrue(second.await(HANG_SECONDS, TimeUnit.SECONDS));
  }
}
