package io.panelwatch.simulator.board;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decides for each part whether a read of it goes through, fails, or hangs.
 *
 * <p>Has a lock of its own: a read that hangs keeps nobody from repairing the part.
 */
final class SensorGate {

  /** EINTR of errno(3): the reader was interrupted while the part hung. */
  private static final int INTERRUPTED = 4;

  /** ENODEV of errno(3): the board was closed while the part hung. */
  private static final int NO_DEVICE = 19;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Component, Integer> failing = new EnumMap<>(Component.class);
  private final Set<Component> hanging = EnumSet.noneOf(Component.class);
  private boolean closed;

  /**
   * Waits for as long as the part hangs.
   *
   * @return the errno with which the read fails, or 0 when it goes through
   */
  int pass(Component part) {
    lock.lock();
    try {
      while (hanging.contains(part) && !closed) {
        changed.await();
      }
      return closed ? NO_DEVICE : failing.getOrDefault(part, 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    } finally {
      lock.unlock();
    }
  }

  /**
   * What a person is told about the part: {@code works}, {@code hangs}, {@code fails (errno 5)}.
   */
  String describe(Component part) {
    lock.lock();
    try {
      if (hanging.contains(part)) {
        return "hangs";
      }
      Integer errno = failing.get(part);
      return errno == null ? "works" : "fails (errno " + errno + ")";
    } finally {
      lock.unlock();
    }
  }

  void fail(Component part, int errno) {
    change(part, () -> failing.put(part, errno));
  }

  void hang(Component part) {
    change(part, () -> hanging.add(part));
  }

  void repair(Component part) {
    change(part, () -> {});
  }

  /** Ends every read that hangs, and fails every later one. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void change(Component part, Runnable next) {
    lock.lock();
    try {
      failing.remove(part);
      hanging.remove(part);
      next.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
