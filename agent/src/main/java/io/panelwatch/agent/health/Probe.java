package io.panelwatch.agent.health;

import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tinylog.Logger;

/**
 * One sensor source on a thread of its own. Asking never blocks; a source that has not answered yet
 * is not asked again. Everything but the reading itself happens on the scanner's thread.
 */
final class Probe {

  /** What reading a source came to. */
  private sealed interface Answer {}

  private record Read(List<Reading> readings, long tookNanos, long readNanos) implements Answer {}

  private record Refused(int errno, String path) implements Answer {}

  private final SensorSource source;
  private final BoardClock clock;
  private final ExecutorService thread;
  private CompletableFuture<Answer> answer = new CompletableFuture<>();
  private boolean taken = true;
  private SourceState state;
  private List<Reading> readings = List.of();

  /** Belongs to the reading thread. */
  private boolean defectTold;

  /**
   * @param clock stamps its answers
   */
  Probe(SensorSource source, BoardClock clock) {
    this.source = source;
    this.clock = clock;
    this.state =
        new SourceState(
            source.family(), Outcome.ANSWERED, 0, source.lookedIn(), 0, clock.monotonicNanos());
    // A platform thread: a system call that hangs would pin a carrier of virtual threads, of which
    // a small board has one or two, and so stop every other probe as well.
    String name = "probe-" + source.family().name().toLowerCase(Locale.ROOT);
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Asks the source, unless it is still busy or has answered too late for the scan before: that
   * answer is then the one for this scan, so that a source slower than the bound is heard too.
   *
   * @return completes when there is an answer; already complete when there is nothing to wait for
   */
  CompletableFuture<?> ask() {
    if (!taken) {
      return CompletableFuture.completedFuture(null);
    }
    taken = false;
    answer = CompletableFuture.supplyAsync(this::read, thread);
    return answer;
  }

  /** Takes the answer if there is one by now; otherwise what was known before has become stale. */
  void take() {
    if (answer.isDone()) {
      taken = true;
      switch (answer.join()) {
        case Read(List<Reading> read, long tookNanos, long readNanos) -> {
          readings = read;
          become(
              new SourceState(
                  family(), Outcome.ANSWERED, 0, source.lookedIn(), tookNanos, readNanos));
        }
        case Refused(int errno, String path) -> {
          readings = stale();
          become(unread(Outcome.FAILED, errno, path));
        }
      }
    } else {
      readings = stale();
      become(unread(Outcome.HUNG, 0, source.lookedIn()));
    }
  }

  SensorFamily family() {
    return source.family();
  }

  SourceState state() {
    return state;
  }

  List<Reading> readings() {
    return readings;
  }

  void stop() {
    thread.shutdownNow();
  }

  private List<Reading> stale() {
    return readings.stream().map(Reading::asStale).toList();
  }

  private Answer read() {
    try {
      long began = clock.monotonicNanos();
      List<Reading> read =
          source.read().stream().flatMap(sample -> Readings.of(sample).stream()).toList();
      long ended = clock.monotonicNanos();
      return new Read(read, ended - began, ended);
    } catch (DeviceException e) {
      return new Refused(e.errno(), e.path());
    } catch (RuntimeException | Error e) {
      // A binding's mistake, a class that is missing included: it must cost its own readings only,
      // and somebody must hear of it, once.
      if (!defectTold) {
        defectTold = true;
        Logger.warn(e, "{} could not be read; the other sensors go on", source.lookedIn());
      }
      return new Refused(0, source.lookedIn());
    }
  }

  /** Its readings stay those of its latest answer. */
  private SourceState unread(Outcome outcome, int errno, String path) {
    return new SourceState(family(), outcome, errno, path, state.tookNanos(), state.readNanos());
  }

  /** Tells the log of a change only: a source that stays dead is told once. */
  private void become(SourceState next) {
    if (next.outcome() != state.outcome()) {
      switch (next.outcome()) {
        case ANSWERED -> Logger.info("{} answers again", next.path());
        case FAILED -> Logger.warn("{} cannot be read (errno {})", next.path(), next.errno());
        case HUNG -> Logger.warn("{} does not answer; its last readings are stale", next.path());
      }
    }
    state = next;
  }
}
