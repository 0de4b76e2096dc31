package io.panelwatch.simulator.dispatch;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.simulator.dispatch.PassingMessage.Direction;
import io.panelwatch.simulator.dispatch.ReportRow.Unreadable;
import io.panelwatch.simulator.dispatch.ServiceQueue.Serving;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * The reference dispatch backend on a broker: records every fault, sends someone, acknowledges what
 * it has stored, and publishes a queue that moves.
 *
 * <pre>{@code
 * try (var backend = DispatchBackend.start(settings, clock, console)) {
 *   backend.setQueue(List.of(new Serving("A042", "3")), 12);
 * }
 * }</pre>
 *
 * <p>It need not be connected to be started, and may lose the broker for any time. Its methods are
 * thread-safe; everything happens on one thread of its own, fed by a bounded queue.
 */
public final class DispatchBackend implements AutoCloseable {

  private static final int MAX_PENDING = 1_024;
  private static final Duration END_WITHIN = Duration.ofMillis(700);

  private final BoardClock clock;
  private final DispatchListener listener;
  private final BackendStore store;
  private final DownMessages down;
  private final MqttLink link;
  private final Thread worker;
  private final BlockingQueue<Runnable> pending = new ArrayBlockingQueue<>(MAX_PENDING);
  private final AtomicLong badMessages = new AtomicLong();
  private volatile BackendState state;
  private volatile ServiceQueue queue;
  private volatile boolean closed;

  /**
   * Where the backend works.
   *
   * @param brokerUrl such as {@code tcp://127.0.0.1:1883}
   * @param store its SQLite file; made when missing
   * @param clientId its MQTT client identifier, one per broker
   * @param crew whom it can send
   */
  public record Settings(String brokerUrl, Path store, String clientId, List<Agent> crew) {
    /** Copies the list. */
    public Settings {
      crew = List.copyOf(crew);
    }
  }

  private DispatchBackend(
      Settings settings, BoardClock clock, DispatchListener listener, BackendStore store)
      throws SQLException, IOException {
    this.clock = clock;
    this.listener = listener;
    this.store = store;
    this.down = new DownMessages(store.raiseEpoch(clock.wall()));
    var tickets = new TreeMap<Long, Ticket>();
    store.tickets().forEach(ticket -> tickets.put(ticket.number(), ticket));
    this.state = BackendState.of(store.ledgers(), new TicketBook(settings.crew(), tickets));
    this.queue = ServiceQueue.opening(clock.wall());
    this.link = new MqttLink(settings.brokerUrl(), settings.clientId(), clock, new Inbox());
    this.worker = Thread.ofVirtual().name("dispatch").unstarted(this::work);
  }

  /**
   * Opens the store, raises the backend's epoch and starts to connect in the background.
   *
   * @param clock stamps tickets and moves the queue
   * @throws IOException one sentence, when the store cannot be used
   */
  public static DispatchBackend start(
      Settings settings, BoardClock clock, DispatchListener listener) throws IOException {
    BackendStore store = BackendStore.open(settings.store());
    try {
      var backend = new DispatchBackend(settings, clock, listener, store);
      backend.worker.start();
      backend.link.start();
      backend.scheduleStep();
      return backend;
    } catch (SQLException | IOException e) {
      closeAfter(e, store);
      throw new IOException("the dispatch store " + settings.store() + ": " + e.getMessage(), e);
    }
  }

  private static void closeAfter(Exception failure, BackendStore store) {
    try {
      store.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** All tickets, the oldest first. */
  public List<Ticket> tickets() {
    return List.copyOf(state.book().tickets().values());
  }

  /** The queue as it was published last. */
  public ServiceQueue queue() {
    return queue;
  }

  /** Whether the broker is there. */
  public boolean isConnected() {
    return link.isConnected();
  }

  /** How many messages broke the contract since the start. */
  public long badMessages() {
    return badMessages.get();
  }

  /**
   * Sets and publishes the queue; it stands for a minute and then moves on.
   *
   * @param serving at most 8, the latest call first
   * @param waiting 0 to 9999
   * @throws IllegalArgumentException one sentence; nothing was changed
   */
  public void setQueue(List<Serving> serving, int waiting) {
    ServiceQueue wanted;
    synchronized (this) {
      wanted = queue.set(serving, waiting, clock.wall());
      queue = wanted;
    }
    later(this::publishQueue);
  }

  /** Ends the connection and closes the store, within two seconds. */
  @Override
  public void close() {
    closed = true;
    link.close();
    worker.interrupt();
    try {
      worker.join(END_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The only thread that changes the state, uses the store and publishes. */
  private void work() {
    try (store) {
      while (!closed) {
        guarded(pending.take());
      }
    } catch (InterruptedException e) {
      Logger.debug("dispatch: ends");
    } catch (SQLException e) {
      Logger.warn("dispatch: the store did not close: {}", e.getMessage());
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      Logger.error(e, "dispatch: a task failed; the next one goes on");
    }
  }

  private boolean later(Runnable task) {
    return !closed && pending.offer(task);
  }

  private void take(Inbound inbound) {
    int shown = Math.min(inbound.payload().length, PassingMessage.MAX_PAYLOAD);
    passing(
        Direction.UP,
        inbound.topic(),
        inbound.qos(),
        inbound.retained(),
        new String(inbound.payload(), 0, shown, StandardCharsets.UTF_8),
        inbound.payload().length);
    try {
      Optional<UpMessage> message = UpMessageReader.read(inbound.topic(), inbound.payload());
      if (message.isPresent()) {
        if (message.get() instanceof ReportRow(_, _, _, Unreadable(String reason), _)) {
          bad(inbound.topic(), reason);
        }
        follow(message.get());
      }
      inbound.complete();
    } catch (BadMessageException e) {
      // It would be as bad the next time: it is counted and taken off the broker.
      bad(inbound.topic(), String.valueOf(e.getMessage()));
      inbound.complete();
    } catch (SQLException e) {
      Logger.error("dispatch: not stored, so not acknowledged: {}", e.getMessage());
    }
  }

  private void bad(String topic, String reason) {
    badMessages.incrementAndGet();
    Logger.warn("dispatch: {} is not understood: {}", topic, reason);
  }

  private void follow(UpMessage message) throws BadMessageException, SQLException {
    Instant now = clock.wall();
    boolean newDevice = !state.statuses().containsKey(message.device());
    BackendState.Change change = state.on(message, now);
    List<Ticket> changed = change.state().book().changedSince(state.book());
    store.commit(change.steps(), changed, now);
    state = change.state();
    for (Ledger.Step step : change.steps()) {
      if (step.ledger().contiguous().isPresent()) {
        publish(down.ack(step.ledger()));
      }
    }
    announce(changed);
    if (newDevice && state.statuses().containsKey(message.device())) {
      publish(down.queue(message.device(), queue));
    }
  }

  private void announce(List<Ticket> changed) {
    for (Ticket ticket : changed) {
      tell(l -> l.onTicket(ticket));
      publish(down.ticket(ticket));
    }
  }

  private void scheduleStep() {
    clock.schedule(
        ServiceQueue.STEP,
        () -> {
          boolean taken = later(this::step);
          if (!taken && !closed) {
            scheduleStep();
          }
        });
  }

  private void step() {
    synchronized (this) {
      queue = queue.step(clock.wall());
    }
    publishQueue();
    archive();
    scheduleStep();
  }

  private void archive() {
    Instant now = clock.wall();
    TicketBook book = state.book().archive(now);
    List<Ticket> archived = book.changedSince(state.book());
    if (archived.isEmpty()) {
      return;
    }
    try {
      store.commit(List.of(), archived, now);
      state = state.withBook(book);
      announce(archived);
    } catch (SQLException e) {
      Logger.error("dispatch: tickets not archived, tried again: {}", e.getMessage());
    }
  }

  private void publishQueue() {
    state.statuses().keySet().forEach(device -> publish(down.queue(device, queue)));
  }

  /** What a device may have missed. Its ack follows from the status that it left on the broker. */
  private void publishAgain() {
    state.book().tickets().values().stream()
        .filter(ticket -> ticket.state() != Ticket.State.ARCHIVED)
        .forEach(ticket -> publish(down.ticket(ticket)));
    publishQueue();
  }

  private void publish(Publication publication) {
    if (link.publish(publication)) {
      byte[] bytes = publication.bytes();
      passing(Direction.DOWN, publication.topic(), 1, true, publication.payload(), bytes.length);
    }
  }

  private void passing(
      Direction direction, String topic, int qos, boolean retained, String payload, int length) {
    var message =
        new PassingMessage(clock.wall(), direction, topic, qos, retained, payload, length);
    tell(l -> l.onMessage(message));
  }

  private void tell(Consumer<DispatchListener> news) {
    try {
      news.accept(listener);
    } catch (RuntimeException e) {
      Logger.error(e, "dispatch: a listener failed");
    }
  }

  /** Hands over from the link's threads to the worker. */
  private final class Inbox implements MqttLink.Owner {
    @Override
    public void connected() {
      later(
          () -> {
            tell(l -> l.onConnection(true));
            publishAgain();
          });
    }

    @Override
    public void disconnected() {
      later(() -> tell(l -> l.onConnection(false)));
    }

    @Override
    public boolean arrived(Inbound message) {
      return later(() -> take(message));
    }
  }
}
