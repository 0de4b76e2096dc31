package io.panelwatch.agent.report;

import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tinylog.Logger;

/**
 * The link to the backend, running.
 *
 * <pre>{@code
 * var encoder = new ReportEncoder(profile, clock);
 * try (var reporting = Reporting.start(config, store, encoder, clock, mailbox::put)) {
 *   store.commit(batch, encoder);
 *   reporting.reportsCommitted();
 * }
 * }</pre>
 *
 * <p>Thread-safe; no method blocks but {@link #close}.
 */
public final class Reporting implements AutoCloseable {

  private static final Duration CLOSE_WITHIN = Duration.ofMillis(1_200);

  private final ExecutorService thread;
  private final Reporter reporter;

  private Reporting(ExecutorService thread, Reporter reporter) {
    this.thread = thread;
    this.reporter = reporter;
  }

  /**
   * Starts reporting. Documents that were kept from an earlier run are told first.
   *
   * @param encoder the one that reports are committed with
   * @param events gets what the backend says and how the link stands, on the reporter's thread;
   *     must return at once
   * @throws IllegalArgumentException when the broker's address is of a kind that is refused
   */
  public static Reporting start(
      ReportingConfig config,
      FaultStore store,
      ReportEncoder encoder,
      BoardClock clock,
      Consumer<Event> events) {
    DeviceProfile profile = config.profile();
    List<String> filters = Inbound.TOPICS.stream().map(t -> profile.root() + t).toList();
    var wire = new PahoWire(config.broker(), profile.device(), filters);
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("panelwatch-reporter").daemon().factory());
    var backoff = new Backoff(RandomGenerator.getDefault());
    var reporter = new Reporter(profile, store, encoder, clock, wire, backoff, thread, events);
    reporter.start();
    return new Reporting(thread, reporter);
  }

  /** Reports were committed to the store: they are sent now, or when there is a link. */
  public void reportsCommitted() {
    reporter.reportsCommitted();
  }

  /** Tells the backend how the board is, if there is a link just now. */
  public void health(Health health) {
    reporter.health(health);
  }

  /** Tells the backend what the board is made of, where that is news. */
  public void inventory(Inventory inventory) {
    reporter.inventory(inventory);
  }

  /** How reporting fares, as of the last thing that happened on the link. */
  public LinkHealth linkHealth() {
    return reporter.linkHealth();
  }

  /**
   * Says goodbye to the broker, so that the will is not sent, and ends within about a second. The
   * store may be closed afterwards.
   */
  @Override
  public void close() {
    reporter.end();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        Logger.warn("The broker did not let go in time; the will tells that this device left");
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
