package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time, run faster or slower: wall and monotonic clock together, from the moment of creation.
 *
 * <p>At speed 10 a {@link #sleep} of ten seconds takes one, and a task scheduled in a minute runs
 * after six seconds. The wall clock begins at the real one. Tasks run on one daemon thread; one
 * that throws is told to that thread's uncaught-exception handler, and the next one runs.
 * Thread-safe.
 */
public final class SimulatedClock implements BoardClock, AutoCloseable {

  /** Above this a quarter of a second of a model is less than what a machine can sleep. */
  private static final double FASTEST = 10_000;

  private final double speed;
  private final long realOrigin = System.nanoTime();
  private final ScheduledThreadPoolExecutor timers;
  private volatile Instant wallOrigin = Instant.now();
  private volatile boolean trusted = true;

  /**
   * @param speed simulated seconds in a real one, above 0 and up to 10,000
   */
  public SimulatedClock(double speed) {
    if (!(speed > 0 && speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "speed must be above 0 and at most %.0f, not %s.".formatted(FASTEST, speed));
    }
    this.speed = speed;
    this.timers =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("simulated-clock").unstarted(task));
    timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant wall() {
    return wallOrigin.plusNanos(monotonicNanos());
  }

  @Override
  public long monotonicNanos() {
    return (long) ((System.nanoTime() - realOrigin) * speed);
  }

  @Override
  public boolean wallTrusted() {
    return trusted;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    long until = monotonicNanos() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = until - monotonicNanos()) {
      TimeUnit.NANOSECONDS.sleep(real(left));
    }
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Future<?> pending =
        timers.schedule(() -> run(task), real(delay.toNanos()), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  /** Steps the wall clock alone, as NTP or a wrong RTC does. */
  public synchronized void stepWall(Duration by) {
    wallOrigin = wallOrigin.plus(by);
  }

  /** Says whether the wall clock may be believed from now on. */
  public void trustWall(boolean trust) {
    trusted = trust;
  }

  /** Forgets every task that waits. Time goes on. */
  @Override
  public void close() {
    timers.shutdownNow();
  }

  /** Rounded up, so that nothing ends before its time. */
  private long real(long simulatedNanos) {
    return (long) Math.ceil(simulatedNanos / speed) + 1;
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
