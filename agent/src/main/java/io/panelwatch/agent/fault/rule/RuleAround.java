package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.health.Scan;

/** A rule that adds to another one, of the same code, when what that one judged is not listed. */
interface RuleAround extends Rule {

  /** Judges what is there. */
  Rule rule();

  @Override
  default String code() {
    return rule().code();
  }

  @Override
  default Verdict ofVanished(Scan scan) {
    return rule().ofVanished(scan);
  }

  @Override
  default boolean explains(Fault fault, Past past) {
    return rule().explains(fault, past);
  }
}
