package io.panelwatch.agent.report;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was sent on a connection and is not answered yet: so much at a time. Not thread-safe. */
final class Window {

  /** More in flight gains nothing on a local link and makes more to repeat on a bad one. */
  private static final int MOST = 16;

  /** What the client library needs of the broker's receive maximum for itself. */
  private static final int RESERVE = 2;

  /** What was sent. */
  sealed interface Sent {

    /** Whether the broker answers it: what is passing is done once it is on the line. */
    default boolean wantsAnswer() {
      return !(this instanceof Passing);
    }

    record Row(RowPlace place, boolean skipped) implements Sent {}

    record Doc(Document document) implements Sent {}

    record Passing() implements Sent {}
  }

  private final BoardClock clock;
  private final Map<Long, Sent> sent = new HashMap<>();
  private int size;
  private long lastTag;
  private long lastAnswerNanos;

  Window(BoardClock clock) {
    this.clock = clock;
  }

  /** A connection came up, on which nothing was sent. */
  void open(int receiveMaximum) {
    size = Math.clamp(receiveMaximum - RESERVE, 1, MOST);
    sent.clear();
  }

  /** It is gone, and with it every answer that was waited for. */
  void close() {
    sent.clear();
  }

  boolean hasRoom() {
    return sent.size() < size;
  }

  /** Something is sent: the tag that its answer comes with. */
  long add(Sent what) {
    if (!waitsForAnswer()) {
      lastAnswerNanos = clock.monotonicNanos();
    }
    sent.put(++lastTag, what);
    return lastTag;
  }

  /** What was answered; empty where nobody waited for that. */
  Optional<Sent> answered(long tag) {
    Optional<Sent> what = Optional.ofNullable(sent.remove(tag));
    if (what.filter(Sent::wantsAnswer).isPresent()) {
      lastAnswerNanos = clock.monotonicNanos();
    }
    return what;
  }

  private boolean waitsForAnswer() {
    return sent.values().stream().anyMatch(Sent::wantsAnswer);
  }

  /** Whether there is something that was not answered, and nothing was for so long. */
  boolean isLeftUnanswered(Duration within) {
    long waited = clock.monotonicNanos() - lastAnswerNanos;
    return waitsForAnswer() && waited >= within.toNanos();
  }

  /** Whether the row of that place is on its way. */
  boolean holds(RowPlace place) {
    return sent.values().stream()
        .anyMatch(entry -> entry instanceof Sent.Row row && row.place.equals(place));
  }

  /** The documents that are on their way. */
  Set<Document> documents() {
    Set<Document> some = EnumSet.noneOf(Document.class);
    for (Sent entry : sent.values()) {
      if (entry instanceof Sent.Doc(Document document)) {
        some.add(document);
      }
    }
    return some;
  }

  @Override
  public String toString() {
    return sent.size() + " of " + size + " in flight";
  }
}
