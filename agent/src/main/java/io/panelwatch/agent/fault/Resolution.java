package io.panelwatch.agent.fault;

/**
 * What a technician signs off. It ends no condition: what is read does.
 *
 * @param by who did the repair
 * @param action what was done, in the technician's words; may be empty
 * @param part what was put in, or empty
 * @param verified whether the retest after it was passed, and nothing was seen of the fault since
 * @param removed whether the component was taken away for good, so that nothing of it is read any
 *     more
 */
public record Resolution(Actor by, String action, String part, boolean verified, boolean removed) {

  /** The same repair, which has not held. */
  Resolution unverified() {
    return new Resolution(by, action, part, false, removed);
  }
}
