package io.panelwatch.agent.daemon;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.DeviceStateFold;
import io.panelwatch.agent.state.Event;
import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * The one thread that owns the device's state: takes events in order, folds each into the state,
 * and hands the result on.
 *
 * <p>Every full second of the wall clock it posts a {@link Event.Tick} to itself, because screens
 * carry a clock. {@link #post} is thread-safe and blocks only while {@value #QUEUE_LENGTH} events
 * wait, which folding at microseconds each does not let happen.
 */
final class DeviceLoop implements AutoCloseable {

  private static final int QUEUE_LENGTH = 4096;
  private static final Duration END_WITHIN = Duration.ofMillis(200);

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(QUEUE_LENGTH);
  private final BoardClock clock;
  private final DeviceStateFold fold;
  private final Consumer<DeviceState> listener;
  private final Thread thread;
  private volatile DeviceState state;
  private Optional<BoardClock.Timer> ticker = Optional.empty();
  private boolean closed;

  /**
   * Starts the loop. The listener hears the initial state at once, on the caller's thread.
   *
   * @param listener hears every new state, on the loop's thread; must not block
   */
  DeviceLoop(BoardClock clock, DeviceState initial, Consumer<DeviceState> listener) {
    this.clock = clock;
    this.fold = new DeviceStateFold(clock);
    this.listener = listener;
    this.state = initial;
    listener.accept(initial);
    thread = Thread.ofPlatform().name("device").daemon().start(this::run);
    scheduleTick();
  }

  /** The newest state. */
  DeviceState state() {
    return state;
  }

  /** Hands an event to the loop. */
  void post(Event event) {
    try {
      events.put(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends; the listener hears nothing more. */
  @Override
  public void close() {
    stopTicking();
    thread.interrupt();
    try {
      if (!thread.join(END_WITHIN)) {
        Logger.warn("a listener of the device's state holds its thread up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        take(events.take());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // The state before the event stands; a device whose state has stopped is worse than one
        // that lost an event, and the next scan tells everything again.
        Logger.error(e, "an event could not be taken into the device's state");
      }
    }
  }

  private void take(Event event) {
    DeviceState next = fold.apply(state, event);
    state = next;
    listener.accept(next);
  }

  /** Synchronised, so that a tick which falls due while the loop ends is the last one. */
  private synchronized void scheduleTick() {
    if (!closed) {
      Instant now = clock.wall();
      Instant nextSecond = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      ticker = Optional.of(clock.schedule(Duration.between(now, nextSecond), this::tick));
    }
  }

  private void tick() {
    events.offer(new Event.Tick());
    scheduleTick();
  }

  private synchronized void stopTicking() {
    closed = true;
    ticker.ifPresent(BoardClock.Timer::cancel);
  }
}
