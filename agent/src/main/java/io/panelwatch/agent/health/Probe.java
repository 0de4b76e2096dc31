package io.panelwatch.agent.health;

import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * One sensor source, as it is asked and answers. A source that has not answered yet is not asked
 * again. Reading happens on a thread of its own; everything else on the scanner's.
 */
final class Probe {

  /** What reading a source came to. */
  private sealed interface Answer {}

  private record Read(List<Reading> readings, long tookNanos, long readNanos) implements Answer {}

  private record Refused(int errno, String path) implements Answer {}

  private final SensorSource source;
  private final BoardClock clock;
  private final SensorFamily family;

  /** Asked for once: some sources look for it. */
  private final String lookedIn;

  private boolean taken = true;
  private SourceState state;
  private List<Reading> readings = List.of();

  /** How long, in real time, scans have waited for it since it was asked. */
  private Duration waited = Duration.ZERO;

  /** Shared with the reading thread, as the next two. */
  private Optional<Answer> answer = Optional.empty();

  /** How often a device was left; who read before that has nothing to say any more. */
  private int left;

  private boolean defectTold;
  private volatile Consumer<Probe> whenRead = probe -> {};

  /**
   * @param clock stamps its answers
   */
  Probe(SensorSource source, BoardClock clock) {
    this.source = source;
    this.clock = clock;
    family = source.family();
    lookedIn = source.lookedIn();
    state = new SourceState(family, Outcome.NOT_READ, 0, lookedIn, 0, clock.monotonicNanos());
  }

  /**
   * Wants to hear the source, unless it is still busy or has answered too late for the scan before:
   * that answer is then the one for this scan, so that a source slower than the bound is heard too.
   *
   * @param longest how long a device of it may have kept it busy
   * @return whether it is to be read
   */
  boolean ask(Duration longest) {
    boolean free = taken || leaveHungDevice(longest);
    taken = false;
    waited = free ? Duration.ZERO : waited;
    return free;
  }

  /** Whether one that is busy may still answer soon, as far as is known. */
  boolean isAwaited() {
    return state.outcome() != Outcome.HUNG;
  }

  /**
   * It was not read after all, which is no fault of its own: what is known of it is old now. It is
   * asked anew the next time.
   */
  void wasNotRead() {
    taken = true;
    readings = stale();
  }

  /**
   * Nobody waits for it any longer, though its time is not over: what is known of it stands, unless
   * it was left so in scan after scan.
   *
   * @param another how long this scan has waited for it
   * @param bound how long scans wait for it in all
   */
  void leave(Duration another, Duration bound) {
    waited = waited.plus(another);
    if (waited.compareTo(bound) >= 0) {
      take();
    }
  }

  /** Takes the answer if there is one by now; otherwise what was known before has become stale. */
  void take() {
    Optional<Answer> given = given();
    if (given.isEmpty()) {
      readings = stale();
      become(unread(Outcome.HUNG, 0, lookedIn));
      return;
    }
    taken = true;
    switch (given.get()) {
      case Read(List<Reading> read, long tookNanos, long readNanos) -> {
        readings = read;
        become(new SourceState(family, Outcome.ANSWERED, 0, lookedIn, tookNanos, readNanos));
      }
      case Refused(int errno, String path) -> {
        readings = stale();
        become(unread(Outcome.FAILED, errno, path));
      }
    }
  }

  private synchronized Optional<Answer> given() {
    Optional<Answer> given = answer;
    answer = Optional.empty();
    return given;
  }

  /** Whether there is an answer that was not taken yet. */
  synchronized boolean answered() {
    return answer.isPresent();
  }

  /** As {@link SensorSource#leaveHungDevice}: true where the source is to be read once more. */
  synchronized boolean leaveHungDevice(Duration longest) {
    boolean leaves = answer.isEmpty() && source.leaveHungDevice(longest);
    left += leaves ? 1 : 0;
    return leaves;
  }

  /** Tells that one when it has been read; nobody else from now on. */
  void whenRead(Consumer<Probe> told) {
    whenRead = told;
  }

  SensorFamily family() {
    return family;
  }

  SourceState state() {
    return state;
  }

  List<Reading> readings() {
    return readings;
  }

  private List<Reading> stale() {
    return readings.stream().map(Reading::asStale).toList();
  }

  /** Reads the source, on a thread that may be lost to it. */
  void read() {
    int before = left();
    Optional<Answer> read = heard(before);
    synchronized (this) {
      if (left == before) {
        answer = read;
      }
    }
    whenRead.accept(this);
  }

  private synchronized int left() {
    return left;
  }

  private Optional<Answer> heard(int before) {
    try {
      long began = clock.monotonicNanos();
      List<Reading> read =
          source.read().stream().flatMap(sample -> Readings.of(sample).stream()).toList();
      long ended = clock.monotonicNanos();
      return Optional.of(new Read(read, ended - began, ended));
    } catch (DeviceException e) {
      return Optional.of(new Refused(e.errno(), e.path()));
    } catch (RuntimeException | Error e) {
      tellOnce(before, e);
      return Optional.of(new Refused(0, lookedIn));
    }
  }

  /**
   * A binding's mistake, a class that is missing included: it must cost its own readings only, and
   * somebody must hear of it, once. Who was left alone with a device ends like this, too.
   */
  private synchronized void tellOnce(int before, Throwable mistake) {
    if (left == before && !defectTold) {
      defectTold = true;
      Logger.warn(mistake, "{} could not be read; the other sensors go on", lookedIn);
    }
  }

  /** Its readings stay those of its latest answer. */
  private SourceState unread(Outcome outcome, int errno, String path) {
    return new SourceState(family, outcome, errno, path, state.tookNanos(), state.readNanos());
  }

  /** Tells the log of a change only: a source that stays dead is told once. */
  private void become(SourceState next) {
    if (next.outcome() != state.outcome()) {
      switch (next.outcome()) {
        case ANSWERED -> {
          if (state.outcome() != Outcome.NOT_READ) {
            Logger.info("{} answers again", next.path());
          }
        }
        case NOT_READ -> {}
        case FAILED -> Logger.warn("{} cannot be read (errno {})", next.path(), next.errno());
        case HUNG -> Logger.warn("{} does not answer; its last readings are stale", next.path());
      }
    }
    state = next;
  }
}
