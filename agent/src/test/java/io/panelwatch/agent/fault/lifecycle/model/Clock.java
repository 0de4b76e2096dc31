package io.panelwatch.agent.fault.lifecycle.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The time of a story, and what the board's clocks show of it. Either side has one of its own. */
public final class Clock {

  private final Map<Long, When> looks = new HashMap<>();
  private long second;
  private long wallAhead;
  private boolean trusted = true;
  private int boot = 1;
  private long bootSecond;

  /** Which second of the story it is; goes on whatever becomes of the board and its clocks. */
  public long second() {
    return second;
  }

  /** How the present moment is told. */
  public When now() {
    return new When(second + wallAhead, trusted, boot, second - bootSecond);
  }

  /** So many seconds pass. */
  public void pass(int seconds) {
    second += seconds;
  }

  /** The board is switched off, and on again so many seconds later. */
  public void reboot(int seconds) {
    second += seconds;
    boot++;
    bootSecond = second;
  }

  /** Somebody sets the wall clock, or it is found to be right or wrong. */
  public void set(int ahead, boolean believed) {
    wallAhead += ahead;
    trusted = believed;
  }

  /** The agent looks now: what it sees for the first time is told by this moment. */
  void look() {
    looks.put(second, now());
  }

  /** How the second of a look is told. */
  When at(long look) {
    return Objects.requireNonNull(looks.get(look));
  }
}
