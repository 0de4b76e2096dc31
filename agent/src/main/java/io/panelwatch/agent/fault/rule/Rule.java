package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;

/** Judges one code. Pure and stateless; the order of its findings is that of the scan. */
public interface Rule {

  /** Which code. */
  String code();

  /** The family of sensors whose components it judges. */
  SensorFamily family();

  /**
   * What the scan says of each component that this code is about. A component of which the code
   * says nothing (a temperature that is not the processor's) is left out.
   */
  List<Finding> judge(Scan scan, Sightings seen, Limits limits);

  /**
   * What it means when a component that was judged before is no longer on the board, although the
   * board was asked: nothing, unless the rule knows better.
   */
  default Verdict ofVanished() {
    return Verdict.NO_DATA;
  }
}
