package io.panelwatch.agent.daemon;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * Ends the program in order when SIGTERM or SIGINT asks for it, or when it has failed.
 *
 * <pre>{@code
 * try (var termination = Termination.onSignal();
 *     var daemon = Daemon.start(...)) {
 *   termination.await();
 * } // the daemon is closed first, then the signal is answered with exit status 0
 * }</pre>
 *
 * <p>The JVM waits for {@link #close} at most {@link #GRACE} after the signal, then ends all the
 * same.
 */
public final class Termination implements AutoCloseable {

  /** How long closing may take once a signal came. */
  public static final Duration GRACE = Duration.ofMillis(1_900);

  /** EX_SOFTWARE of sysexits.h; a service manager starts such a program again. */
  private static final int FAILED = 70;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean failed;
  private final Thread hook = Thread.ofPlatform().name("termination").unstarted(this::answer);

  private Termination() {}

  /** Listens for signals from now on. */
  public static Termination onSignal() {
    var termination = new Termination();
    Runtime.getRuntime().addShutdownHook(termination.hook);
    return termination;
  }

  /** Waits for a signal. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /**
   * Waits for a signal, at most that much real time.
   *
   * @return whether there was one
   */
  public boolean await(Duration atMost) throws InterruptedException {
    return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The program cannot do its work any more: ends it as a signal would, with exit status 70. Does
   * not return; what cannot be closed within {@link #GRACE} is left as it is.
   */
  public void fail() {
    failed = true;
    asked.countDown();
    answer();
  }

  /** Everything is closed: the JVM may go. */
  @Override
  public void close() {
    ended.countDown();
    if (asked.getCount() > 0) {
      forgetHook();
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      Logger.debug("A signal came just now; it is answered, since everything is closed");
    }
  }

  /** Runs when the JVM is to end; returning would let it end with the signal's own status. */
  private void answer() {
    asked.countDown();
    try {
      boolean inTime = ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      Runtime.getRuntime().halt(inTime && !failed ? 0 : FAILED);
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(FAILED);
    }
  }
}
