package io.panelwatch.agent.daemon;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.tinylog.Logger;

/**
 * Where people's actions wait for the thread that judges: it alone changes how faults stand,
 * between two scans, so that an action and a scan never meet half way.
 *
 * <pre>
 *   control threads   ask ---> waiting ---> serve   the watch, after each scan
 *                      ^                      |
 *                      +------ answer --------+     once it is stored
 * </pre>
 *
 * <p>Who asks waits for a bound of real time, since people do. What the watch has not begun by then
 * is withdrawn and never done; of what it has begun nobody can tell yet.
 */
final class Desk implements AutoCloseable {

  /** Below the bound of a whole exchange on the control socket. */
  static final Duration BOUND = Duration.ofSeconds(4);

  /** More than the control socket serves at a time. */
  private static final int MOST_WAITING = 16;

  /** An action and who waits for its answer; whoever takes it first has the say over it. */
  private record Slip(Action action, AtomicBoolean taken, CompletableFuture<ActionAnswer> answer) {

    boolean take() {
      return taken.compareAndSet(false, true);
    }
  }

  private final Duration bound;
  private final BlockingQueue<Slip> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile Runnable bell = () -> {};
  private volatile boolean closed;

  /**
   * A desk that nobody serves yet.
   *
   * @param bound how long, in real time, an action waits for its answer
   */
  Desk(Duration bound) {
    this.bound = bound;
  }

  /** What wakes who serves, so that an action does not wait for the next scan. */
  void onArrival(Runnable wake) {
    bell = wake;
  }

  /**
   * Has an action done. Called by any thread but the one that serves.
   *
   * @throws IOException when it could not be done because of a defect
   */
  ActionAnswer ask(Action action) throws IOException {
    var slip = new Slip(action, new AtomicBoolean(), new CompletableFuture<>());
    if (closed) {
      return new ActionAnswer.Refused("ending");
    }
    if (!waiting.offer(slip)) {
      return new ActionAnswer.Refused("busy");
    }
    if (closed) {
      // It may have come after those that were turned away.
      turnAway();
    }
    bell.run();
    try {
      return slip.answer.get(bound.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return givenUp(slip);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return givenUp(slip);
    } catch (ExecutionException e) {
      throw new IOException("a defect kept it from being done; see the log", e.getCause());
    }
  }

  private ActionAnswer givenUp(Slip slip) {
    if (slip.take()) {
      waiting.remove(slip);
      return new ActionAnswer.Refused("busy");
    }
    return new ActionAnswer.Unknown();
  }

  /**
   * Does what has come in, in its order.
   *
   * @param act does one and returns once it is stored, or cannot be
   */
  void serve(Function<Action, ActionAnswer> act) {
    List<Slip> came = new ArrayList<>();
    waiting.drainTo(came);
    came.stream().filter(Slip::take).forEach(slip -> serve(slip, act));
  }

  private static void serve(Slip slip, Function<Action, ActionAnswer> act) {
    try {
      slip.answer.complete(act.apply(slip.action));
    } catch (RuntimeException | Error e) {
      slip.answer.completeExceptionally(e);
      Logger.error(e, "{} could not be done", slip.action);
    }
  }

  /** Nothing is done any more; who waits is told at once. */
  @Override
  public void close() {
    closed = true;
    turnAway();
  }

  private void turnAway() {
    List<Slip> left = new ArrayList<>();
    waiting.drainTo(left);
    left.stream()
        .filter(Slip::take)
        .forEach(slip -> slip.answer.complete(new ActionAnswer.Refused("ending")));
  }
}
