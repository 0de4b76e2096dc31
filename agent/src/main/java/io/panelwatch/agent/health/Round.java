package io.panelwatch.agent.health;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One scan's sources, read one after the other on one thread. A source that takes long keeps that
 * thread, and another one goes on with the rest.
 *
 * <pre>
 * thread 1   fans  temperatures  rails.............(hangs: keeps the thread)
 * thread 2                                supplies  rails again, without the chip that hangs
 * waiting    |-------------------------patience----|
 * </pre>
 *
 * <p>So a scan in which nothing hangs costs two hand-overs, whatever the number of sources. A
 * source that can tell its devices apart is read again without the one that hangs.
 */
final class Round {

  /** How long a source may keep the others waiting. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Duration longest;
  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition answered = lock.newCondition();
  private final Deque<Probe> ahead;
  private final Set<Probe> open;
  private Optional<Probe> reading = Optional.empty();
  private Optional<Turns> reader = Optional.empty();

  /**
   * @param asked what is read, in this order
   * @param longest how long one device of a source may take
   * @param threads runs each task on a thread of its own
   */
  Round(List<Probe> asked, Duration longest, Executor threads) {
    this.longest = longest;
    this.threads = threads;
    ahead = new ArrayDeque<>(asked);
    open = new LinkedHashSet<>(asked);
  }

  /**
   * Reads. Returns when every source has answered, at the latest when the bound is over.
   *
   * @return what was not even begun by then
   */
  List<Probe> read(Duration bound) throws InterruptedException {
    long patience = Math.min(PATIENCE.toNanos(), longest.toNanos());
    lock.lock();
    try {
      begin();
      long left = bound.toNanos();
      while (!open.isEmpty() && left > 0) {
        Optional<Probe> before = reading;
        long step = Math.min(left, patience);
        left -= step - Math.max(0, answered.awaitNanos(step));
        goOnBeside(before);
      }
      return List.copyOf(ahead);
    } finally {
      ahead.clear();
      reader = Optional.empty();
      lock.unlock();
    }
  }

  private void begin() {
    if (!ahead.isEmpty()) {
      var turns = new Turns();
      reader = Optional.of(turns);
      reading = Optional.empty();
      threads.execute(turns);
    }
  }

  /** Lets another thread read what waits, where one source has kept the reader for a whole step. */
  private void goOnBeside(Optional<Probe> before) {
    for (Probe late : open) {
      if (!ahead.contains(late) && late.leaveHungDevice(longest)) {
        ahead.addFirst(late);
      }
    }
    boolean kept = reading.isPresent() && reading.equals(before);
    if (kept || reader.isEmpty()) {
      begin();
    }
  }

  private Optional<Probe> next(Turns turns) {
    lock.lock();
    try {
      if (!reader.equals(Optional.of(turns))) {
        return Optional.empty(); // somebody else goes on
      }
      reading = Optional.ofNullable(ahead.poll());
      if (reading.isEmpty()) {
        reader = Optional.empty();
      }
      return reading;
    } finally {
      lock.unlock();
    }
  }

  private void ended(Probe probe) {
    lock.lock();
    try {
      if (probe.answered()) {
        open.remove(probe);
      }
      if (open.isEmpty()) {
        answered.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What one thread does. */
  private final class Turns implements Runnable {
    @Override
    public void run() {
      Optional<Probe> probe = next(this);
      while (probe.isPresent()) {
        probe.get().read();
        ended(probe.get());
        probe = next(this);
      }
    }
  }
}
