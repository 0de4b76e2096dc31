package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.lifecycle.model.Answer.Became;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Told;
import java.util.List;

/** What became of something that somebody did. */
record Done(Became became, List<Told> told) {
  static final Done ALREADY = new Done(Became.ALREADY, List.of());
  static final Done REFUSED = new Done(Became.REFUSED, List.of());

  static Done of(List<Told> told) {
    return new Done(Became.DONE, told);
  }
}
