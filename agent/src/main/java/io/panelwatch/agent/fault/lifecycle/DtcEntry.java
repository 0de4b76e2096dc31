package io.panelwatch.agent.fault.lifecycle;

/**
 * What is remembered of a code on a component that has failed, whatever became of its episodes: the
 * occurrence and aging counters and the status bits of ISO 14229.
 *
 * @param code which code
 * @param component on which component
 * @param total how many episodes there were, from 1
 * @param thisBoot how many of them began in the boot of {@code cycle}
 * @param lastFault the faultId of the latest one
 * @param cleanCycles how many cycles were clean since it last failed, 0 to {@value #AGED}; cycles
 *     in which it was not tested do not count
 * @param cycle the latest cycle in which there was anything to remember
 */
public record DtcEntry(
    String code,
    String component,
    int total,
    int thisBoot,
    String lastFault,
    int cleanCycles,
    Cycle cycle) {

  /** After so many clean cycles it is confirmed no more. */
  public static final int AGED = 40;

  /**
   * A boot, or one day of it.
   *
   * @param bootId which boot
   * @param day how many times 24 hours the board was up when it began
   * @param tested whether it was seen to be well: {@code testNotCompletedThisOperationCycle} is the
   *     contrary, as long as it did not fail
   * @param failed whether it was a fault at any time: {@code testFailedThisOperationCycle}
   */
  public record Cycle(String bootId, long day, boolean tested, boolean failed) {

    private boolean sameTimeAs(Cycle other) {
      return bootId.equals(other.bootId) && day == other.day;
    }
  }

  /** Whether it is confirmed no more: it failed so long ago that it is history. */
  public boolean aged() {
    return cleanCycles >= AGED;
  }

  /** The same in that cycle: one that is over counts for what it was. */
  DtcEntry in(Cycle now) {
    if (cycle.sameTimeAs(now)) {
      return this;
    }
    boolean clean = cycle.tested && !cycle.failed;
    return new DtcEntry(
        code,
        component,
        total,
        cycle.bootId.equals(now.bootId) ? thisBoot : 0,
        lastFault,
        clean ? Math.min(AGED, cleanCycles + 1) : cleanCycles,
        now);
  }

  /** The same, seen to be well in its cycle. */
  DtcEntry tested() {
    return with(cleanCycles, new Cycle(cycle.bootId, cycle.day, true, cycle.failed));
  }

  /** The same, a fault in its cycle. */
  DtcEntry failed() {
    return with(0, new Cycle(cycle.bootId, cycle.day, cycle.tested, true));
  }

  private DtcEntry with(int cleanCycles, Cycle cycle) {
    return new DtcEntry(code, component, total, thisBoot, lastFault, cleanCycles, cycle);
  }
}
