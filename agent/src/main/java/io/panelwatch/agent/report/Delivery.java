package io.panelwatch.agent.report;

import io.panelwatch.agent.store.AckOutcome;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.OutboxRow;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tinylog.Logger;

/**
 * What is sent, when, and again.
 *
 * <p>Rows of the outbox go in order of their places, with at most a window of messages unanswered.
 * {@code cursor} is the last row that was sent on this connection; it goes back to the beginning at
 * every connect and whenever nothing has moved for {@link #FIRST_RESEND}, twice that, and so on up
 * to {@link #LAST_RESEND}. What the broker answers never removes a row:
 *
 * <pre>
 *   &lt; 0x80                 the broker has it: progress
 *   0x10                   nobody listened: the row comes again with the next resend
 *   0x95, 0x99             this message is refused: its place is sent empty instead
 *   any other &gt;= 0x80      hold all rows until the next resend
 * </pre>
 *
 * <p>Not thread-safe: everything happens on the reporter's thread.
 */
final class Delivery {

  static final Duration FIRST_RESEND = Duration.ofSeconds(30);
  static final Duration LAST_RESEND = Duration.ofMinutes(10);

  /** A broker that answers nothing for so long does not work, whatever else it says. */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final FaultStore store;
  private final OutboxEncoder encoder;
  private final BoardClock clock;
  private final String root;
  private final Document.Maker documents;

  private Optional<Wire.Connection> connection = Optional.empty();
  private final Window window;
  private final DueDocuments due = new DueDocuments();
  private long epoch;
  private RowPlace cursor = RowPlace.FIRST;
  private final TreeSet<RowPlace> askedFor = new TreeSet<>();
  private boolean held;
  private final ReportAnswers answers = new ReportAnswers();
  private Duration resendAfter = FIRST_RESEND;
  private long lastProgressNanos;

  /**
   * A delivery that is not connected.
   *
   * @param root of the device's topics, with its slash
   * @param documents makes the documents, which are sent before any row
   */
  Delivery(
      FaultStore store,
      OutboxEncoder encoder,
      BoardClock clock,
      String root,
      Document.Maker documents) {
    this.store = store;
    this.encoder = encoder;
    this.clock = clock;
    this.root = root;
    this.documents = documents;
    window = new Window(clock);
  }

  /** A connection came up: everything that the backend has not acknowledged is sent on it. */
  void connected(Wire.Connection up, int receiveMaximum) {
    connection = Optional.of(up);
    window.open(receiveMaximum);
    due.connected();
    resendAfter = FIRST_RESEND;
    fromTheBeginning();
    pump();
  }

  /** The connection is gone, and with it every answer that was waited for. */
  void disconnected() {
    connection = Optional.empty();
    window.close();
  }

  /** A document changed, or rows were committed. */
  void changed(Document document) {
    due.add(document);
    pump();
  }

  /** Sends something that nobody misses, unless the window is full. */
  void sendPassing(Wire.Outgoing message) {
    if (connection.isPresent() && window.hasRoom()) {
      send(message, new Window.Sent.Passing());
    }
  }

  /** The broker answered a publish. */
  void published(long tag, int reasonCode) {
    window
        .answered(tag)
        .ifPresentOrElse(
            sent -> answered(sent, reasonCode),
            () -> Logger.debug("An answer came that nobody waited for"));
    pump();
  }

  private void answered(Window.Sent sent, int reasonCode) {
    switch (sent) {
      case Window.Sent.Row row -> rowAnswered(row, reasonCode);
      case Window.Sent.Doc(Document document) when reasonCode >= ReasonCode.FIRST_ERROR ->
          due.refused(document, reasonCode);
      case Window.Sent.Doc(Document document) -> due.accepted(document);
      case Window.Sent.Passing _ -> {}
    }
  }

  private void rowAnswered(Window.Sent.Row row, int reasonCode) {
    if (reasonCode < ReasonCode.FIRST_ERROR) {
      answers.accepted(row.place());
      if (reasonCode != ReasonCode.NO_MATCHING_SUBSCRIBERS) {
        lastProgressNanos = clock.monotonicNanos();
      }
      return;
    }
    if (rowAt(row.place()).isEmpty()) {
      return;
    }
    answers.refused(row.place(), clock.monotonicNanos());
    Logger.warn(
        "The broker refused report {} with 0x{}", row.place(), Integer.toHexString(reasonCode));
    boolean messageItself =
        reasonCode == ReasonCode.PACKET_TOO_LARGE
            || reasonCode == ReasonCode.PAYLOAD_FORMAT_INVALID;
    if (messageItself && !row.skipped()) {
      store.skip(row.place().epoch(), row.place().seq(), encoder);
      answers.givenUp(row.place());
      askedFor.add(row.place());
    } else {
      held = true;
    }
  }

  /**
   * Whether the broker leaves everything unanswered. The line may be well, and its keep-alive
   * answered; with a full window nothing would be sent again for as long as that lasts.
   */
  boolean isLeftUnanswered() {
    return window.isLeftUnanswered(ANSWER_WITHIN);
  }

  /** What the broker has answered to reports. */
  ReportAnswers answers() {
    return answers;
  }

  /**
   * The backend acknowledged.
   *
   * @param of the epoch of the outbox that it speaks of
   * @param missing rows that it wants again, of the same epoch
   * @return whether it has reports that it did not have before
   */
  boolean acknowledged(long of, long contiguous, List<Long> missing) {
    AckOutcome outcome = store.acknowledge(of, contiguous, encoder);
    switch (outcome) {
      case AckOutcome.OTHER_EPOCH -> {
        return false;
      }
      case AckOutcome.NEW_EPOCH -> {
        Logger.warn("The backend knows reports that this store lost: a new outbox epoch begins");
        answers.allDone();
      }
      case AckOutcome.ADVANCED -> {
        answers.done(new RowPlace(of, contiguous));
        resendAfter = FIRST_RESEND;
        lastProgressNanos = clock.monotonicNanos();
      }
      case AckOutcome.NOTHING_NEW -> {}
    }
    askAgain(of, missing);
    pump();
    return outcome == AckOutcome.ADVANCED;
  }

  /** Rows that are gone cannot be sent: the status then says where the outbox begins. */
  private void askAgain(long of, List<Long> missing) {
    OutboxStatus outbox = store.outboxStatus();
    for (long seq : missing) {
      var place = new RowPlace(of, seq);
      if (of == outbox.epoch() && seq < outbox.oldestSeq()) {
        due.add(Document.STATUS);
      } else if (place.compareTo(cursor) <= 0) {
        askedFor.add(place);
      }
    }
  }

  /**
   * Another epoch is in force: the backend lost rows, or the storage began to refuse or works
   * again. The backend is told so first.
   */
  private void followEpoch() {
    long now = store.outboxStatus().epoch();
    if (now != epoch) {
      epoch = now;
      due.add(Document.STATUS);
      due.add(Document.ACTIVE_FAULTS);
      fromTheBeginning();
    }
  }

  /**
   * Sends everything again if nothing has moved for long enough.
   *
   * @return how long until it is worth asking again
   */
  Duration resendIfStuck() {
    Duration waited = Duration.ofNanos(clock.monotonicNanos() - lastProgressNanos);
    if (waited.compareTo(resendAfter) < 0) {
      return resendAfter.minus(waited);
    }
    if (store.outboxStatus().depth() == 0 && !due.standsRefused()) {
      // Idle is not stuck: the next row must not wait as long as one that nobody takes.
      resendAfter = FIRST_RESEND;
      lastProgressNanos = clock.monotonicNanos();
      return resendAfter;
    }
    resendAfter = min(resendAfter.multipliedBy(2), LAST_RESEND);
    due.retry();
    fromTheBeginning();
    pump();
    return resendAfter;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private void fromTheBeginning() {
    cursor = RowPlace.FIRST;
    askedFor.clear();
    held = false;
    lastProgressNanos = clock.monotonicNanos();
  }

  /** Fills the window: documents, then rows that were asked for, then the next rows in order. */
  private void pump() {
    if (connection.isEmpty()) {
      return;
    }
    followEpoch();
    while (window.hasRoom() && (sendDocument() || sendRow())) {
      Logger.trace("{}", window);
    }
  }

  private boolean sendDocument() {
    Optional<Document> next = due.take(window.documents());
    next.flatMap(document -> documents.make(document, due.isBrief(document)))
        .ifPresent(message -> send(message, new Window.Sent.Doc(next.orElseThrow())));
    return next.isPresent();
  }

  private boolean sendRow() {
    if (held) {
      return false;
    }
    Optional<OutboxRow> row = nextAskedFor().or(this::nextInOrder);
    row.ifPresent(this::send);
    return row.isPresent();
  }

  private Optional<OutboxRow> nextAskedFor() {
    while (!askedFor.isEmpty()) {
      RowPlace place = askedFor.removeFirst();
      Optional<OutboxRow> row = rowAt(place);
      if (row.isPresent() && !window.holds(place)) {
        return row;
      }
    }
    return Optional.empty();
  }

  private Optional<OutboxRow> nextInOrder() {
    Optional<OutboxRow> row = rowAfter(cursor);
    while (row.isPresent() && window.holds(RowPlace.of(row.get()))) {
      row = rowAfter(RowPlace.of(row.get()));
    }
    row.ifPresent(found -> cursor = RowPlace.of(found));
    return row;
  }

  private Optional<OutboxRow> rowAfter(RowPlace place) {
    return store.outboxAfter(place.epoch(), place.seq(), 1).stream().findFirst();
  }

  private Optional<OutboxRow> rowAt(RowPlace place) {
    return rowAfter(new RowPlace(place.epoch(), place.seq() - 1))
        .filter(row -> RowPlace.of(row).equals(place));
  }

  private void send(OutboxRow row) {
    send(
        Messages.event(root + row.topic().path(), row.payload()),
        new Window.Sent.Row(RowPlace.of(row), row.skipped()));
  }

  private void send(Wire.Outgoing message, Window.Sent as) {
    long tag = window.add(as);
    connection.ifPresent(up -> up.publish(message, tag));
  }
}
