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
 *
 * <p>A round that is told to {@link #hurry} still reads every source, and waits no longer for those
 * that take their time: they go on, and the next scan takes what they say.
 *
 * <p>Sources are read by changing threads, and each read happens before the next one of its source:
 * every hand-over goes through the round's lock.
 */
final class Round {

  /** How long a source may keep the others waiting. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  /** How long each may do so once the round is in a hurry. */
  private static final Duration HURRIED_PATIENCE = Duration.ofMillis(10);

  private final Duration longest;
  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition answered = lock.newCondition();
  private final Deque<Probe> ahead;
  private final Set<Probe> open;
  private Optional<Probe> reading = Optional.empty();
  private Optional<Turns> reader = Optional.empty();
  private List<Probe> notBegun = List.of();
  private boolean hurried;
  private Duration waited = Duration.ZERO;

  /**
   * @param asked what is read, in this order
   * @param late what an earlier round has begun to read and not waited for
   * @param longest how long one device of a source may take
   * @param threads runs each task on a thread of its own
   */
  Round(List<Probe> asked, List<Probe> late, Duration longest, Executor threads) {
    this.longest = longest;
    this.threads = threads;
    ahead = new ArrayDeque<>(asked);
    open = new LinkedHashSet<>(asked);
    open.addAll(late);
  }

  /**
   * Reads. Returns when every source has answered, at the latest when the bound is over; earlier
   * when it is told to hurry.
   *
   * @return whether it was left before its bound was over
   */
  boolean read(Duration bound) throws InterruptedException {
    open.forEach(probe -> probe.whenRead(this::ended));
    long left = bound.toNanos();
    lock.lock();
    try {
      open.removeIf(probe -> !ahead.contains(probe) && probe.answered());
      begin();
      boolean leaves = false;
      while (!open.isEmpty() && left > 0 && !leaves) {
        Optional<Probe> before = reading;
        int openBefore = open.size();
        boolean hurriedStep = hurried;
        long step = Math.min(left, patience(hurriedStep).toNanos());
        left -= step - Math.max(0, answered.awaitNanos(step));
        boolean moved = open.size() < openBefore || !reading.equals(before);
        leaves = hurriedStep && !moved && ahead.isEmpty();
        goOnBeside(before);
      }
      return leaves;
    } finally {
      waited = bound.minusNanos(left);
      notBegun = List.copyOf(ahead);
      ahead.clear();
      reader = Optional.empty();
      lock.unlock();
    }
  }

  /** What was not even begun once {@link #read} has ended, with an exception or without. */
  List<Probe> notBegun() {
    return notBegun;
  }

  /** How long, in real time, {@link #read} has waited. */
  Duration waited() {
    return waited;
  }

  private Duration patience(boolean inAHurry) {
    Duration usual = inAHurry ? HURRIED_PATIENCE : PATIENCE;
    return usual.compareTo(longest) < 0 ? usual : longest;
  }

  /** Something else waits to be read; may be called by any thread, at any time. */
  void hurry() {
    lock.lock();
    try {
      hurried = true;
      answered.signalAll();
    } finally {
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
        probe = next(this);
      }
    }
  }
}
