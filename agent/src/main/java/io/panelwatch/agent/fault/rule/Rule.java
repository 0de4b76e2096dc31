package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Scan;
import java.util.List;

/** Judges one code. Pure and stateless; the order of its findings is that of the scan. */
public interface Rule {

  /** Which code. */
  String code();

  /**
   * What the scan says of each component that this code is about. A component of which the code
   * says nothing (a temperature that is not the processor's) is left out.
   *
   * @param past what was seen up to this scan, this scan included
   */
  List<Finding> judge(Scan scan, Past past, Limits limits);

  /**
   * What it means when this scan finds nothing of a component that was judged before: nothing,
   * unless the rule knows better. Only a family that {@linkplain Scan#answered answered} proves
   * that a component is gone.
   */
  default Verdict ofVanished(Scan scan) {
    return Verdict.NO_DATA;
  }

  /**
   * Whether an active fault of this code can be the cause of those that the catalogue calls its
   * symptoms.
   */
  default boolean explains(Fault fault, Past past) {
    return true;
  }

  /**
   * Whether its components tell of one and the same, each by its own means. The first that is a
   * fault tells of it then, and the others begin no episode while that one is announced.
   */
  default boolean tellsOnce() {
    return false;
  }

  /** What an active fault of this code, which is older than this run, proves of the past. */
  default Past recall(Fault fault, Past past) {
    return past;
  }
}
