package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;

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
 * @param testedThisBoot whether there was something to judge it by in the boot of {@code cycle}
 * @param failedThisBoot whether it was a fault at any time of that boot
 */
public record DtcEntry(
    String code,
    String component,
    int total,
    int thisBoot,
    String lastFault,
    int cleanCycles,
    Cycle cycle,
    boolean testedThisBoot,
    boolean failedThisBoot) {

  /** After so many clean cycles it is confirmed no more. */
  public static final int AGED = Occurrence.AGED;

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

  /** What is remembered with the beginning of an episode, which is one more. */
  static DtcEntry begun(Fault fault) {
    return begun(
        Pair.of(fault),
        fault.faultId(),
        fault.occurrence(),
        new Cycle(fault.bootId(), 0, false, true));
  }

  /** The same where the fault is still being made. */
  static DtcEntry begun(Pair pair, String faultId, Occurrence occurrence, Cycle cycle) {
    return new DtcEntry(
        pair.code(),
        pair.component(),
        occurrence.total(),
        occurrence.thisBoot(),
        faultId,
        0,
        cycle,
        true,
        true);
  }

  /** Whether it is of that code on that component. */
  public boolean isOf(String otherCode, String otherComponent) {
    return code.equals(otherCode) && component.equals(otherComponent);
  }

  /** Whether it is confirmed no more: it failed so long ago that it is history. */
  public boolean aged() {
    return cleanCycles >= AGED;
  }

  /** The fault, which is of this code and component, with what is remembered of them. */
  public Fault tell(Fault fault) {
    var status = new DtcStatus(cycle.bootId, testedThisBoot, failedThisBoot);
    Occurrence now = fault.occurrence().with(cleanCycles, status);
    return now.equals(fault.occurrence()) ? fault : fault.with(now);
  }

  /** The same in that cycle: one that is over counts for what it was. */
  DtcEntry in(Cycle now) {
    if (cycle.sameTimeAs(now)) {
      return this;
    }
    boolean clean = cycle.tested && !cycle.failed;
    boolean sameBoot = cycle.bootId.equals(now.bootId);
    return new DtcEntry(
        code,
        component,
        total,
        sameBoot ? thisBoot : 0,
        lastFault,
        clean ? Math.min(AGED, cleanCycles + 1) : cleanCycles,
        now,
        sameBoot && testedThisBoot,
        sameBoot && failedThisBoot);
  }

  /** The same, with something to judge it by in its boot. */
  DtcEntry judged() {
    return with(cleanCycles, cycle, true, failedThisBoot);
  }

  /** The same, seen to be well in its cycle. */
  DtcEntry tested() {
    var well = new Cycle(cycle.bootId, cycle.day, true, cycle.failed);
    return with(cleanCycles, well, true, failedThisBoot);
  }

  /** The same, a fault in its cycle. */
  DtcEntry failed() {
    return with(0, new Cycle(cycle.bootId, cycle.day, cycle.tested, true), testedThisBoot, true);
  }

  private DtcEntry with(int cleanCycles, Cycle cycle, boolean tested, boolean failed) {
    return new DtcEntry(
        code, component, total, thisBoot, lastFault, cleanCycles, cycle, tested, failed);
  }
}
