package io.panelwatch.agent.fault;

import java.util.Optional;

/**
 * What a technician signs off. It ends no condition: what is read does.
 *
 * @param by who did the repair
 * @param at when it was signed off; empty where an earlier version of this program has kept it
 * @param action what was done, in the technician's words; may be empty
 * @param part what was put in, or empty
 * @param verified whether the retest after it was passed, and nothing was seen of the fault since
 * @param removed whether the component was taken away for good, so that nothing of it is read any
 *     more
 */
public record Resolution(
    Actor by, Optional<Stamp> at, String action, String part, boolean verified, boolean removed) {

  /** The same repair, which has not held. */
  Resolution unverified() {
    return new Resolution(by, at, action, part, false, removed);
  }

  /** Whether another one says the same, whenever that was signed. */
  public boolean saysTheSameAs(Resolution other) {
    return by.equals(other.by)
        && action.equals(other.action)
        && part.equals(other.part)
        && verified == other.verified
        && removed == other.removed;
  }
}
