package io.panelwatch.hal.contract;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that stands still until a test moves it.
 *
 * <p>{@link #advance} runs every task that falls due, in order of time, on the caller's thread,
 * each at its own time. {@link #sleep} advances by itself, so single-threaded code under test
 * simply goes on.
 */
public final class ManualClock implements BoardClock {

  private record Task(long atNanos, long order, Runnable run) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atNanos).thenComparingLong(Task::order));
  private Instant wall = Instant.parse("2026-03-01T08:00:00Z");
  private long nanos = 1_000_000_000L;
  private long order;
  private boolean trusted = true;

  @Override
  public synchronized Instant wall() {
    return wall;
  }

  @Override
  public synchronized long monotonicNanos() {
    return nanos;
  }

  @Override
  public synchronized boolean wallTrusted() {
    return trusted;
  }

  @Override
  public void sleep(Duration duration) {
    advance(duration);
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable task) {
    var entry = new Task(nanos + Math.max(0, delay.toNanos()), order++, task);
    tasks.add(entry);
    return () -> forget(entry);
  }

  /** Whether anything waits for a time to come. */
  public synchronized boolean isAwaited() {
    return !tasks.isEmpty();
  }

  /** Moves both clocks on, running what falls due. */
  public void advance(Duration duration) {
    long until = monotonicNanos() + duration.toNanos();
    for (Task due = takeDue(until); due != null; due = takeDue(until)) {
      due.run.run();
    }
    moveTo(until);
  }

  /** Steps the wall clock alone, as NTP or a wrong RTC does. */
  public synchronized void stepWall(Duration by) {
    wall = wall.plus(by);
  }

  /** Says whether the wall clock may be believed from now on. */
  public synchronized void trustWall(boolean trust) {
    trusted = trust;
  }

  private synchronized Task takeDue(long until) {
    Task next = tasks.peek();
    if (next == null || next.atNanos > until) {
      return null;
    }
    moveTo(next.atNanos);
    return tasks.poll();
  }

  private synchronized void moveTo(long target) {
    if (target > nanos) {
      wall = wall.plusNanos(target - nanos);
      nanos = target;
    }
  }

  private synchronized void forget(Task entry) {
    tasks.remove(entry);
  }
}
