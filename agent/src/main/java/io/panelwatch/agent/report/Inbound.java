package io.panelwatch.agent.report;

import io.panelwatch.agent.report.BackendDocument.Ack;
import io.panelwatch.agent.report.BackendDocument.Receipt;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.Notice;
import io.panelwatch.agent.state.QueueInfo;
import io.panelwatch.agent.state.Ticket;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.KeptDocument;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.hal.BoardClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tinylog.Logger;

/**
 * What the backend says: bounded, checked, kept, then told as events.
 *
 * <p>Nothing that arrives can end the link or the thread. A message that does not fit is counted,
 * named once per topic in the log, and dropped. Not thread-safe: the reporter's thread.
 */
final class Inbound {

  /** What is subscribed to, below the device's root. */
  static final List<String> TOPICS = List.of("dn/ack", "dn/queue", "dn/ticket/+", "dn/notice");

  static final int MAX_BYTES = 64 * 1024;

  private static final String ACK = "dn/ack";
  private static final String QUEUE = "dn/queue";
  private static final String NOTICE = "dn/notice";
  private static final String TICKET = "dn/ticket/";
  private static final Pattern TICKET_ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /** Topics whose first bad message is named; beyond these, only counted. */
  private static final int MAX_NAMED_TOPICS = 64;

  private final String root;
  private final FaultStore store;
  private final BoardClock clock;
  private final Consumer<Event> events;
  private final Consumer<Ack> acks;
  private final Set<String> namedTopics = new HashSet<>();
  private long lastAckEpoch;
  private long refused;

  /**
   * The way in.
   *
   * @param root of the device's topics, with its slash
   * @param acks gets the acknowledgements that are not of the past
   */
  Inbound(
      String root, FaultStore store, BoardClock clock, Consumer<Event> events, Consumer<Ack> acks) {
    this.root = root;
    this.store = store;
    this.clock = clock;
    this.events = events;
    this.acks = acks;
  }

  /** Tells again what was kept before the program ended. */
  void restore() {
    for (KeptDocument kept : store.documents()) {
      var payload = ByteBuffer.wrap(kept.payload().getBytes(StandardCharsets.UTF_8));
      guarded(kept.topic(), () -> document(kept.topic(), payload, OptionalLong.empty()));
    }
  }

  /** Takes a message; whatever it is, it may be acknowledged afterwards. */
  void take(Wire.Incoming message) {
    String topic = message.topic();
    guarded(
        topic,
        () -> {
          if (!topic.startsWith(root)) {
            throw new IllegalArgumentException("topic: expected one below " + root);
          }
          if (message.payload().remaining() > MAX_BYTES) {
            throw new IllegalArgumentException("payload: expected at most " + MAX_BYTES + " bytes");
          }
          route(topic.substring(root.length()), message);
        });
  }

  /** How many messages were refused since the start. */
  long refused() {
    return refused;
  }

  private void route(String topic, Wire.Incoming message) {
    ByteBuffer payload = message.payload();
    if (topic.equals(ACK)) {
      acknowledgement(Fields.parse(payload));
    } else if (payload.hasRemaining()) {
      document(topic, payload, message.expirySeconds());
    } else {
      removal(topic);
    }
  }

  private void acknowledgement(Fields fields) {
    Ack ack = Ack.of(fields);
    if (ack.backendEpoch() >= lastAckEpoch) {
      lastAckEpoch = ack.backendEpoch();
      acks.accept(ack);
    }
  }

  private void document(String topic, ByteBuffer payload, OptionalLong expirySeconds) {
    Fields fields = Fields.parse(payload);
    String json = Fields.decode(payload);
    if (topic.equals(QUEUE)) {
      QueueInfo queue = BackendDocument.queue(fields, receipt(expirySeconds));
      keep(
          new KeptDocument(topic, queue.backendEpoch(), queue.rev(), json),
          new Event.QueueReceived(queue));
    } else if (topic.equals(NOTICE)) {
      Notice notice = BackendDocument.notice(fields);
      keep(
          new KeptDocument(topic, notice.backendEpoch(), notice.rev(), json),
          new Event.NoticeReceived(notice));
    } else {
      Ticket ticket = BackendDocument.ticket(fields, ticketId(topic));
      keep(
          new KeptDocument(topic, ticket.backendEpoch(), ticket.rev(), json),
          new Event.TicketReceived(ticket));
    }
  }

  private void keep(KeptDocument document, Event event) {
    if (isNews(document)) {
      events.accept(event);
    }
  }

  private boolean isNews(KeptDocument document) {
    try {
      return store.keep(document);
    } catch (StoreException e) {
      // The public must not wait for a disk; the device's state drops what is older, too.
      Logger.error("{} is shown and not kept: {}", document.topic(), e.getMessage());
      return true;
    }
  }

  /** An empty retained message is how a topic is taken back. */
  private void removal(String topic) {
    if (topic.equals(NOTICE)) {
      store.forget(topic);
      events.accept(new Event.NoticeRemoved());
    } else if (!topic.equals(QUEUE)) {
      String id = ticketId(topic);
      store.forget(topic);
      events.accept(new Event.TicketRemoved(id));
    }
    // A queue that is taken back stays until its validity is over, which is soon.
  }

  private static String ticketId(String topic) {
    String id = topic.startsWith(TICKET) ? topic.substring(TICKET.length()) : "";
    if (!TICKET_ID.matcher(id).matches()) {
      throw new IllegalArgumentException("topic: expected one that was subscribed to");
    }
    return id;
  }

  private Receipt receipt(OptionalLong expirySeconds) {
    return new Receipt(clock.wall(), clock.wallTrusted(), clock.monotonicNanos(), expirySeconds);
  }

  private void guarded(String topic, Runnable work) {
    try {
      work.run();
    } catch (StoreException e) {
      // Retained by the broker, so it comes again at the next connect.
      Logger.error("A message on {} could not be kept: {}", topic, e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      refuse(topic, e);
    }
  }

  private void refuse(String topic, Throwable why) {
    refused++;
    if (namedTopics.size() < MAX_NAMED_TOPICS && namedTopics.add(topic)) {
      Logger.warn(
          "A message on {} was dropped, and any like it will be silently: {}",
          topic,
          why.getMessage());
    }
  }
}
