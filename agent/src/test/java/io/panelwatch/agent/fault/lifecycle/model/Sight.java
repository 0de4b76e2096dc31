package io.panelwatch.agent.fault.lifecycle.model;

import static io.panelwatch.agent.fault.lifecycle.model.Sight.Is.GONE;
import static io.panelwatch.agent.fault.lifecycle.model.Sight.Is.IN_BETWEEN;
import static io.panelwatch.agent.fault.lifecycle.model.Sight.Is.THERE;
import static io.panelwatch.agent.fault.lifecycle.model.Sight.Is.UNREADABLE;

/** What can be seen of a subject, for each of its levels. */
public enum Sight {
  WELL(GONE, GONE),
  /** Within the hysteresis of the mild level. */
  NEARLY(IN_BETWEEN, GONE),
  BAD(THERE, GONE),
  /** Past the mild level, within the hysteresis of the worst. */
  WORSE(THERE, IN_BETWEEN),
  WORST(THERE, THERE),
  UNKNOWN(UNREADABLE, UNREADABLE);

  /** What is seen of one level. */
  public enum Is {
    THERE,
    IN_BETWEEN,
    GONE,
    UNREADABLE
  }

  private final Is mild;
  private final Is worst;

  Sight(Is mild, Is worst) {
    this.mild = mild;
    this.worst = worst;
  }

  /** Whether it is seen that there is something, and that it is no fault. */
  boolean isThereAndWell() {
    return this == WELL || this == NEARLY;
  }

  /** Whether anything of the fault is seen. */
  boolean isSeen() {
    return mild == THERE || worst == THERE;
  }

  /** Of one level, the mildest being 0. */
  public Is at(int level) {
    return level == 0 ? mild : worst;
  }
}
