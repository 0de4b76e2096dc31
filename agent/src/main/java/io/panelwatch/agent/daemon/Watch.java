package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.Scanner;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * The thread that scans the board again and again. The first scan begins at once; the next ones
 * follow {@link #PERIOD} apart, or later where a scan took longer, never two at a time. Where the
 * board says something by itself, the families it speaks of are read at once, and a scan under way
 * does not wait for what is slow: see {@link Agenda}.
 *
 * <p>Whatever goes wrong costs one scan, an {@link Error} included: a watch that has ended reports
 * nothing ever again. One that comes to no end at all is noticed by the {@link WatchGuard}.
 */
final class Watch implements AutoCloseable {

  /** From scan to scan. */
  static final Duration PERIOD = Duration.ofSeconds(2);

  /** How long, in real time, a scan waits for its slowest source. */
  private static final Duration BOUND = Duration.ofSeconds(1);

  /** Before it is asked again what is due, where that could not be told. */
  static final Duration PAUSE = Duration.ofMillis(200);

  private static final Duration END_WITHIN = Duration.ofMillis(500);

  private final BoardClock clock;
  private final Scanner scanner;
  private final Agenda agenda;
  private final BoardEvents events;
  private final Consumer<Scan> cycle;
  private final Runnable between;
  private final Runnable last;
  private final Thread thread;
  private final AtomicLong ended = new AtomicLong();

  /**
   * Starts to watch.
   *
   * @param sources what is scanned: the board's own, and the LCD
   * @param events what the board says by itself
   * @param cycle takes every scan, on the watch's thread
   * @param between what else is done there, after each scan and whenever the watch is {@linkplain
   *     #wake woken}
   * @param last what is done there at the end, after all of that
   */
  Watch(
      BoardClock clock,
      List<SensorSource> sources,
      BoardEvents events,
      Consumer<Scan> cycle,
      Runnable between,
      Runnable last) {
    this.clock = clock;
    this.scanner = new Scanner(clock, sources, BOUND);
    this.agenda = new Agenda(clock, PERIOD);
    this.events = events;
    this.cycle = cycle;
    this.between = between;
    this.last = last;
    thread = Thread.ofPlatform().name("watch").daemon().start(this::run);
  }

  /** Ends; a scan that is being stored is stored first, and what is done last is done then. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      if (!thread.join(END_WITHIN)) {
        Logger.warn("the watch did not end within {} ms", END_WITHIN.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    agenda.close();
    scanner.close();
  }

  /** How many scans were judged and handed on; may be asked from any thread. */
  long scansEnded() {
    return ended.get();
  }

  /** Has done what is done between scans, once a scan under way has ended; from any thread. */
  void wake() {
    agenda.wake();
  }

  private void run() {
    // Before the first scan, so that nothing happens unheard between the two.
    try (BoardEvents.Listening listening = listen()) {
      for (DeviceException deaf : listening.refused()) {
        Logger.info("{}; what changes there is found by reading", deaf.getMessage());
      }
      while (!Thread.currentThread().isInterrupted()) {
        turn();
        doWhatIsBetween();
      }
    } catch (InterruptedException e) {
      Logger.debug("the watch ends");
    } finally {
      doWhatIsLast();
    }
  }

  private void doWhatIsLast() {
    try {
      last.run();
    } catch (RuntimeException | Error e) {
      tell(e, "what is done at the end of the watch was not");
    }
  }

  private BoardEvents.Listening listen() {
    try {
      return events.listen(this::heard);
    } catch (RuntimeException | Error e) {
      tell(e, "the board's events cannot be heard; changes are found by reading");
      return new BoardEvents.Listening(List.of(), () -> {});
    }
  }

  private void heard(SensorFamily family) {
    agenda.heard(family);
    scanner.hurry();
  }

  private void turn() throws InterruptedException {
    try {
      Set<SensorFamily> due = due();
      if (!due.isEmpty()) {
        Scan scan = scanner.scan(due, agenda::hasHeard);
        answered(scan);
        cycle.accept(scan);
        ended.incrementAndGet();
      }
    } catch (RuntimeException | Error e) {
      tell(e, "a scan could not be judged; the next one may be");
    }
  }

  private void doWhatIsBetween() {
    try {
      between.run();
    } catch (RuntimeException | Error e) {
      tell(e, "what is done between scans was not; it is after the next one");
    }
  }

  /** What is due; nothing where that cannot be told, which would be so again at once. */
  private Set<SensorFamily> due() throws InterruptedException {
    try {
      return agenda.take();
    } catch (RuntimeException | Error e) {
      tell(e, "what is to be read next is not known; it is asked again");
      clock.sleep(PAUSE);
      return Set.of();
    }
  }

  /** Before it is judged, so that what is to be read anew waits for no storage. */
  private void answered(Scan scan) {
    try {
      agenda.answered(scan.sources());
    } catch (RuntimeException | Error e) {
      tell(e, "what was read too early is not read anew before everything is");
    }
  }

  /** As well as it can be told: who has no memory left may not get any for a line of the log. */
  private static void tell(Throwable mistake, String what) {
    try {
      Logger.error(mistake, what);
    } catch (RuntimeException | Error speechless) {
      mistake.addSuppressed(speechless);
    }
  }
}
