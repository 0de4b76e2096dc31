package io.panelwatch.agent.daemon;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.tinylog.Logger;

/**
 * Watches the watch: where no scan has come to its end at {@value #LOOKS} looks in a row, nothing
 * is judged any more while clock, link and screens go on as if all were well. Then the program is
 * better ended and started again.
 *
 * <p>Looks are counted and not time, so that a board that was suspended is not taken for a watch
 * that stands still; the time between them is real, as it is for hardware that hangs. The thread is
 * there from the start: a program that is short of memory may get no other.
 */
final class WatchGuard implements AutoCloseable {

  /** So long, in real time, from look to look. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** So many looks without a scan are half a minute. */
  static final int LOOKS = 6;

  private final Duration lookEvery;
  private final LongSupplier scans;
  private final Runnable stuck;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Starts to look.
   *
   * @param lookEvery from look to look: {@link #LOOK_EVERY}
   * @param scans how many scans have come to their end; may be asked from any thread
   * @param stuck ends the program, on the guard's thread; called once
   */
  WatchGuard(Duration lookEvery, LongSupplier scans, Runnable stuck) {
    this.lookEvery = lookEvery;
    this.scans = scans;
    this.stuck = stuck;
    Thread.ofPlatform().name("watch guard").daemon().start(this::run);
  }

  /** Looks no more. */
  @Override
  public void close() {
    closed.countDown();
  }

  private void run() {
    try {
      if (standsStill()) {
        stuck.run();
      }
    } catch (InterruptedException e) {
      Logger.debug("nobody looks after the watch any more");
    }
  }

  /** Returns true once the watch stands still, and false once this is closed. */
  private boolean standsStill() throws InterruptedException {
    long seen = scans.getAsLong();
    int inVain = 0;
    while (!closed.await(lookEvery.toNanos(), TimeUnit.NANOSECONDS)) {
      long now = scans.getAsLong();
      inVain = now == seen ? inVain + 1 : 0;
      seen = now;
      if (inVain == LOOKS) {
        return true;
      }
    }
    return false;
  }
}
