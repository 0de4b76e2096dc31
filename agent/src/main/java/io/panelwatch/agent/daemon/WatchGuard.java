package io.panelwatch.agent.daemon;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tinylog.Logger;

/**
 * Watches the watch: where no scan comes to its end, nothing is judged any more while clock, link
 * and screens go on as if all were well. Then the program is better ended and started again.
 *
 * <p>Looks are counted and not time, so that a board that was suspended is not taken for a watch
 * that stands still; the time between them is real, as it is for hardware that hangs. The thread is
 * there from the start: a program that is short of memory may get no other.
 *
 * <p>A disk that dies may keep a write for minutes and take it after all, and what it is to take is
 * the very fault that would be lost with the program. Looks at which something is being stored are
 * therefore counted by themselves, and more of them are borne:
 *
 * <pre>
 *   storing          ####################    #
 *   no scan, idle   1                    2345 6   of {@value #LOOKS}
 *   no scan, stored  123...            20    21   of {@value #LOOKS_WHILE_STORING}
 * </pre>
 *
 * <p>Only a scan that has come to its end lets both begin anew. That something was stored does not:
 * a watch that fails at every scan may store what is left of the one before at each of them.
 */
final class WatchGuard implements AutoCloseable {

  /** So long, in real time, from look to look. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** So many looks without a scan are half a minute. */
  static final int LOOKS = 6;

  /** So many at which something is being stored are five minutes. */
  static final int LOOKS_WHILE_STORING = 60;

  /** Why a watch counts as one that stands still. */
  enum Standstill {
    /** It comes to no end, or fails at every scan, and does not wait for the storage. */
    OF_THE_WATCH("no scan has come to its end", LOOKS, ""),
    /** The storage does not let go of it. */
    OF_THE_STORAGE(
        "the watch was waiting for the storage",
        LOOKS_WHILE_STORING,
        "; look at the disk of the state folder");

    private final String sentence;

    Standstill(String what, int looks, String advice) {
      sentence =
          "nothing is judged any more: %s at %d looks, %d s apart%s"
              .formatted(what, looks, LOOK_EVERY.toSeconds(), advice);
    }

    /** What has happened, for the log. */
    String sentence() {
      return sentence;
    }
  }

  private final Duration lookEvery;
  private final LongSupplier scansEnded;
  private final BooleanSupplier storing;
  private final Consumer<Standstill> stuck;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Starts to look.
   *
   * @param lookEvery from look to look: {@link #LOOK_EVERY}
   * @param scansEnded goes up with each scan that has come to its end; may be asked from any thread
   * @param storing whether the watch is storing something; may be asked from any thread
   * @param stuck ends the program, on the guard's thread; called once
   */
  WatchGuard(
      Duration lookEvery,
      LongSupplier scansEnded,
      BooleanSupplier storing,
      Consumer<Standstill> stuck) {
    this.lookEvery = lookEvery;
    this.scansEnded = scansEnded;
    this.storing = storing;
    this.stuck = stuck;
    Thread.ofPlatform().name("watch guard").daemon().start(this::run);
  }

  /** Looks no more. */
  @Override
  public void close() {
    closed.countDown();
  }

  private void run() {
    try {
      standstill().ifPresent(stuck);
    } catch (InterruptedException e) {
      Logger.debug("nobody looks after the watch any more");
    }
  }

  /** Returns once the watch stands still, and with nothing once this is closed. */
  private Optional<Standstill> standstill() throws InterruptedException {
    long seen = scansEnded.getAsLong();
    int idle = 0;
    int whileStoring = 0;
    while (!closed.await(lookEvery.toNanos(), TimeUnit.NANOSECONDS)) {
      boolean stores = storing.getAsBoolean();
      long now = scansEnded.getAsLong();
      if (now != seen) {
        idle = 0;
        whileStoring = 0;
        seen = now;
      } else if (stores) {
        whileStoring++;
      } else {
        idle++;
      }
      if (idle >= LOOKS) {
        return Optional.of(Standstill.OF_THE_WATCH);
      }
      if (whileStoring >= LOOKS_WHILE_STORING) {
        return Optional.of(Standstill.OF_THE_STORAGE);
      }
    }
    return Optional.empty();
  }
}
