package io.panelwatch.agent.daemon;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
 *
 * <p>A disk that dies may keep a write for minutes and take it after all, and what it is to take is
 * the very fault that would be lost with the program: while something is being stored, the guard
 * waits for {@value #LOOKS_WHILE_STORING} looks.
 */
final class WatchGuard implements AutoCloseable {

  /** So long, in real time, from look to look. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** So many looks without a scan are half a minute. */
  static final int LOOKS = 6;

  /** So many while something is being stored are five minutes. */
  static final int LOOKS_WHILE_STORING = 60;

  private final Duration lookEvery;
  private final LongSupplier steps;
  private final BooleanSupplier storing;
  private final Runnable stuck;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Starts to look.
   *
   * @param lookEvery from look to look: {@link #LOOK_EVERY}
   * @param steps goes up with each scan that has come to its end, and with each time that storing
   *     has; may be asked from any thread
   * @param storing whether the watch is storing something; may be asked from any thread
   * @param stuck ends the program, on the guard's thread; called once
   */
  WatchGuard(Duration lookEvery, LongSupplier steps, BooleanSupplier storing, Runnable stuck) {
    this.lookEvery = lookEvery;
    this.steps = steps;
    this.storing = storing;
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
    long seen = steps.getAsLong();
    int inVain = 0;
    while (!closed.await(lookEvery.toNanos(), TimeUnit.NANOSECONDS)) {
      int patience = storing.getAsBoolean() ? LOOKS_WHILE_STORING : LOOKS;
      long now = steps.getAsLong();
      inVain = now == seen ? inVain + 1 : 0;
      seen = now;
      if (inVain >= patience) {
        return true;
      }
    }
    return false;
  }
}
