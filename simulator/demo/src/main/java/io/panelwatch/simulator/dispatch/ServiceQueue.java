package io.panelwatch.simulator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The queue that the public sees, and how it moves by itself. An immutable value.
 *
 * @param rev raised by every change
 * @param asOf when it was true, wall clock
 * @param serving who is called where, the latest call first
 * @param waiting people, 0..9999
 * @param standsUntil a queue that was set by hand moves on only after this
 */
public record ServiceQueue(
    long rev, Instant asOf, List<Serving> serving, int waiting, Instant standsUntil) {

  /** How often it moves, on the injected clock. */
  static final Duration STEP = Duration.ofSeconds(8);

  /** How long a published queue may be shown: some missed steps, never many. */
  static final Duration VALID_FOR = Duration.ofSeconds(60);

  private static final Duration STANDS_AFTER_SET = Duration.ofSeconds(60);
  private static final int MAX_SERVING = 8;
  private static final int MAX_WAITING = 9_999;
  private static final int COUNTERS = 3;
  private static final int MINUTES_PER_PERSON = 4;
  private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9-]{1,8}");
  private static final Pattern COUNTER = Pattern.compile("[A-Za-z0-9]{1,4}");

  /**
   * One call.
   *
   * @param ticket such as {@code A042}: letters, digits, dashes, at most 8
   * @param counter such as {@code 3}: letters and digits, at most 4
   */
  public record Serving(String ticket, String counter) {
    /** Refuses what no display could show. */
    public Serving {
      if (!TICKET.matcher(ticket).matches()) {
        throw new IllegalArgumentException(
            "serving.ticket: expected 1 to 8 letters, digits or dashes, such as A042");
      }
      if (!COUNTER.matcher(counter).matches()) {
        throw new IllegalArgumentException(
            "serving.counter: expected 1 to 4 letters or digits, such as 3");
      }
    }
  }

  /** Copies the list. */
  public ServiceQueue {
    serving = List.copyOf(serving);
  }

  /** The queue in the morning. */
  static ServiceQueue opening(Instant now) {
    return new ServiceQueue(1, now, List.of(new Serving("A001", "1")), 7, now);
  }

  /**
   * The queue that someone sets by hand; it stands for a minute before it moves on.
   *
   * @throws IllegalArgumentException one sentence: which value, what is expected
   */
  ServiceQueue set(List<Serving> newServing, int newWaiting, Instant now) {
    if (newServing.size() > MAX_SERVING) {
      throw new IllegalArgumentException("serving: expected at most " + MAX_SERVING + " entries");
    }
    if (newWaiting < 0 || newWaiting > MAX_WAITING) {
      throw new IllegalArgumentException("waiting: expected 0 to " + MAX_WAITING);
    }
    return new ServiceQueue(rev + 1, now, newServing, newWaiting, now.plus(STANDS_AFTER_SET));
  }

  /**
   * The queue one {@link #STEP} later: the next ticket is called to the next counter, and new
   * people come now and then. While it stands it only becomes fresh again.
   */
  ServiceQueue step(Instant now) {
    if (now.isBefore(standsUntil)) {
      return new ServiceQueue(rev + 1, now, serving, waiting, standsUntil);
    }
    if (waiting == 0) {
      return new ServiceQueue(rev + 1, now, serving, COUNTERS, standsUntil);
    }
    var calls = new ArrayList<Serving>();
    calls.add(nextCall());
    serving.stream()
        .filter(s -> !s.counter().equals(calls.getFirst().counter()))
        .limit(COUNTERS - 1L)
        .forEach(calls::add);
    int arrivals = rev % COUNTERS == 0 ? COUNTERS : 0;
    int nowWaiting = Math.min(MAX_WAITING, waiting - 1 + arrivals);
    return new ServiceQueue(rev + 1, now, calls, nowWaiting, standsUntil);
  }

  /** Minutes until the last who waits is called. */
  public int etaMinutes() {
    return Math.ceilDiv(waiting * MINUTES_PER_PERSON, COUNTERS);
  }

  private Serving nextCall() {
    if (serving.isEmpty()) {
      return new Serving("A001", "1");
    }
    Serving last = serving.getFirst();
    String digits = last.ticket().replaceAll("\\D", "");
    int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    String counter = last.counter().matches("\\d") ? last.counter() : "0";
    int nextCounter = Integer.parseInt(counter) % COUNTERS + 1;
    return new Serving("A%03d".formatted(number % 999 + 1), Integer.toString(nextCounter));
  }
}
