package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the watch reads next, and when: everything once in a period, and between that the families
 * of which the board has said something.
 *
 * <pre>
 *   heard  |.  .                        |..          families wait for JOIN: a burst is one scan
 *   read        |##                          |##     these families only
 *   period ------------------------------------|##   everything, once in a period
 * </pre>
 *
 * <p>Numbers that no rule judges are read for people only, and a power meter may take its time:
 * they are left to every {@value #SELDOM}th period, so that who speaks up seldom has to wait for
 * them. That is still several times within what a health message or a metrics reader waits for.
 *
 * <p>A board that babbles is read {@value #PROMPT} times promptly, and then only once in a {@link
 * #GAP} until everything has been read again. A power-fail line has as many prompt reads of its
 * own: a loose cable must not cost it the last milliseconds of the board.
 *
 * <p>A read that had begun before its family was heard of may have missed what the board spoke of:
 * such a family is {@linkplain #answered heard again}.
 *
 * <p>{@link #heard} and {@link #wake} may be called from any thread and never block; one thread
 * takes.
 */
final class Agenda implements AutoCloseable {

  /** One cause makes several events: a plug that is pulled tells of its battery as well. */
  static final Duration JOIN = Duration.ofMillis(2);

  /** So many early scans in a period begin as soon as their burst is joined. */
  static final int PROMPT = 10;

  /** What a further one waits instead. */
  static final Duration GAP = Duration.ofMillis(200);

  /** Once in so many periods. */
  static final int SELDOM = 5;

  /** Families whose numbers no rule judges. */
  static final Set<SensorFamily> UNJUDGED =
      Set.of(
          SensorFamily.COOLING_DEVICES,
          SensorFamily.CURRENTS,
          SensorFamily.POWERS,
          SensorFamily.ENERGIES,
          SensorFamily.HUMIDITIES);

  private static final BoardClock.Timer NONE = () -> {};

  private final BoardClock clock;
  private final Duration period;

  /** The families that wait, and when each was heard of last. */
  private final Map<SensorFamily, Long> heard = new EnumMap<>(SensorFamily.class);

  /** The same of those that are being read. */
  private final Map<SensorFamily, Long> taken = new EnumMap<>(SensorFamily.class);

  private boolean everythingDue = true;
  private boolean heardDue;
  private boolean waiting;
  private boolean woken;
  private boolean slow;
  private int early;
  private int urgent;
  private int periods;
  private BoardClock.Timer everythingTimer = NONE;
  private BoardClock.Timer heardTimer = NONE;

  /**
   * @param period from taking everything to everything being due again
   */
  Agenda(BoardClock clock, Duration period) {
    this.clock = clock;
    this.period = period;
  }

  /** The board has spoken up. */
  synchronized void heard(SensorFamily family) {
    heard.put(family, clock.monotonicNanos());
    boolean babbles = early >= PROMPT;
    boolean prompt = waiting && !slow;
    if (babbles && !prompt && isUrgent(family)) {
      urgent++;
      heardTimer.cancel();
      readAfter(JOIN);
    } else if (!waiting) {
      readAfter(babbles ? GAP : JOIN);
    }
  }

  private boolean isUrgent(SensorFamily family) {
    return family == SensorFamily.POWER_FAIL_LINES && urgent < PROMPT;
  }

  private void readAfter(Duration delay) {
    waiting = true;
    slow = delay.equals(GAP);
    heardTimer = clock.schedule(delay, this::readHeard);
  }

  /** Whether the board has spoken up since something was taken last. */
  synchronized boolean hasHeard() {
    return !heard.isEmpty();
  }

  /**
   * What was taken last has been read. A family of which an older read has told is heard again.
   *
   * @param sources how they fared
   */
  synchronized void answered(List<SourceState> sources) {
    for (SourceState source : sources) {
      Long since = taken.get(source.family());
      boolean late = since != null && source.readNanos() - source.tookNanos() - since < 0;
      if (late && source.answered()) {
        heard(source.family());
      }
    }
    taken.clear();
  }

  /** Who takes has something else to do: it is not to wait for what falls due next. */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /**
   * Blocks until something is due, and not at all after {@link #wake}; everything is due at the
   * first call.
   *
   * @return the families to read now; none where nothing is due yet
   */
  synchronized Set<SensorFamily> take() throws InterruptedException {
    Set<SensorFamily> due = takeDue();
    while (due.isEmpty() && !woken) {
      wait();
      due = takeDue();
    }
    woken = false;
    return due;
  }

  /** Takes what is due already; an empty set where nothing is. */
  synchronized Set<SensorFamily> takeDue() {
    if (everythingDue) {
      early = 0;
      urgent = 0;
      everythingTimer = clock.schedule(period, this::readEverything);
      return taken(dueInThisPeriod());
    }
    if (heardDue) {
      early++;
      return taken(EnumSet.copyOf(heard.keySet()));
    }
    return Set.of();
  }

  private Set<SensorFamily> dueInThisPeriod() {
    Set<SensorFamily> due = EnumSet.allOf(SensorFamily.class);
    if (periods != 0) {
      due.removeAll(UNJUDGED);
      due.addAll(heard.keySet());
    }
    periods = (periods + 1) % SELDOM;
    return due;
  }

  private Set<SensorFamily> taken(Set<SensorFamily> due) {
    everythingDue = false;
    heardDue = false;
    waiting = false;
    taken.clear();
    taken.putAll(heard);
    heard.clear();
    heardTimer.cancel();
    return due;
  }

  /** Nothing falls due any more. */
  @Override
  public synchronized void close() {
    everythingTimer.cancel();
    heardTimer.cancel();
  }

  private synchronized void readEverything() {
    everythingDue = true;
    notifyAll();
  }

  private synchronized void readHeard() {
    // What was heard may have been read with everything else just before its timer was cancelled.
    heardDue = !heard.isEmpty();
    notifyAll();
  }
}
