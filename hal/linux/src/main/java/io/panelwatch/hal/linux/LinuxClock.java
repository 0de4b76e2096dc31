package io.panelwatch.hal.linux;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.linux.kernel.Timex;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The board's own time: {@code CLOCK_REALTIME} for stamps, {@code CLOCK_MONOTONIC} for durations.
 *
 * <p>The wall clock is trusted while adjtimex(2) says that something disciplines it. Where the
 * kernel does not answer, as under systemd's {@code ProtectClock=}, it is not.
 *
 * <p>Scheduled tasks run on one daemon thread, which starts with the first of them. A task that
 * throws ends alone; the exception goes to that thread's uncaught-exception handler.
 */
public final class LinuxClock implements BoardClock, AutoCloseable {

  private final ScheduledThreadPoolExecutor timers;
  private final boolean live;

  /** The clock of the machine this runs on. */
  public LinuxClock() {
    this(true);
  }

  /**
   * @param live whether the kernel may be asked how good the wall clock is; where not, it is not
   *     trusted
   */
  LinuxClock(boolean live) {
    this.live = live;
    timers = new ScheduledThreadPoolExecutor(1, LinuxClock::daemon);
    timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant wall() {
    return Instant.now();
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }

  @Override
  public boolean wallTrusted() {
    if (!live) {
      return false;
    }
    try {
      return Timex.read().synchronised();
    } catch (DeviceException noAnswer) {
      // The clock source of the board reports this errno; here the careful answer is enough.
      return false;
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Future<?> pending =
        timers.schedule(() -> runAlone(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  /** Forgets all tasks that have not begun. The clock still tells the time. */
  @Override
  public void close() {
    timers.shutdownNow();
  }

  // An executor keeps what a task throws in a future that nobody asks.
  private static void runAlone(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      Thread self = Thread.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, e);
    }
  }

  private static Thread daemon(Runnable body) {
    return Thread.ofPlatform().name("board-clock").daemon(true).unstarted(body);
  }
}
