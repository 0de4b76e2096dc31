package io.panelwatch.agent.ups;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import io.panelwatch.hal.BoardClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.tinylog.Logger;

/**
 * Asks for a UPS again and again, on a thread of its own, so that no scan waits for a network. The
 * connection is kept while the server answers; it is asked every {@link #PERIOD}, as upsd itself
 * asks its driver, or the loss of the mains would be told late. A server that does not answer is
 * tried again every {@link #RETRY}.
 *
 * <p>Each question, the connection included, has {@link #PATIENCE}: then it is cut off. Looking up
 * the server's name cannot be cut off, and holds up this thread alone: answers become old, which
 * whoever takes them sees by their time.
 */
final class UpsPoll implements AutoCloseable {

  /** From answer to question: {@code pollinterval} of ups.conf(5) is 2 s unless set. */
  static final Duration PERIOD = Duration.ofSeconds(2);

  /** From no answer to the next question. */
  static final Duration RETRY = Duration.ofSeconds(15);

  /** How long a whole answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final BoardClock.Timer NONE = () -> {};

  private final UpsAddress ups;
  private final BoardClock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("ups").daemon().factory());
  private volatile Optional<UpsAnswer> latest = Optional.empty();

  // Guarded by this.
  private NutConnection connection;
  private BoardClock.Timer next = NONE;
  private boolean closed;

  /** Begins with the first question. */
  UpsPoll(UpsAddress ups, BoardClock clock) {
    this.ups = ups;
    this.clock = clock;
    connection = new NutConnection(ups);
    askOnThread();
  }

  /** The newest answer; empty before there was any. May be asked from any thread. */
  Optional<UpsAnswer> latest() {
    return latest;
  }

  /** Asks no more; a question under way is cut off. */
  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
    thread.shutdownNow();
    cutOff(connection);
  }

  private synchronized void askAfter(Duration wait) {
    if (!closed) {
      next = clock.schedule(wait, this::askOnThread);
    }
  }

  private void askOnThread() {
    try {
      thread.execute(this::ask);
    } catch (RejectedExecutionException e) {
      Logger.debug("No UPS is asked for after the end: {}", e.getMessage());
    }
  }

  private void ask() {
    UpsAnswer answer = answer();
    askAfter(answer instanceof UpsAnswer.Told ? PERIOD : RETRY);
    latest = Optional.of(answer);
  }

  /** A kept connection may have been ended by a server that was started again: tried once anew. */
  private UpsAnswer answer() {
    NutConnection kept = connection();
    boolean used = kept.made();
    UpsAnswer answer = answer(kept);
    return used && answer instanceof UpsAnswer.Refused ? answer(connection()) : answer;
  }

  private UpsAnswer answer(NutConnection over) {
    BoardClock.Timer deadline = clock.schedule(PATIENCE, () -> cutOff(over));
    try {
      return new UpsAnswer.Told(over.variables(), clock.monotonicNanos());
    } catch (NutException refused) {
      return refused(over, String.valueOf(refused.getMessage()));
    } catch (IOException | RuntimeException | Error noAnswer) {
      Logger.debug("{} gives no answer: {}", ups, noAnswer);
      return refused(over, "no answer");
    } finally {
      deadline.cancel();
    }
  }

  private UpsAnswer refused(NutConnection over, String reason) {
    cutOff(over);
    renew();
    return new UpsAnswer.Refused(reason, clock.monotonicNanos());
  }

  private synchronized NutConnection connection() {
    return connection;
  }

  private synchronized void renew() {
    if (!closed) {
      connection = new NutConnection(ups);
    }
  }

  private static void cutOff(NutConnection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      Logger.debug("A connection to a UPS's server did not end well: {}", e.getMessage());
    }
  }
}
