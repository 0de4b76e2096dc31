package io.panelwatch.agent.fault.lifecycle.model;

/**
 * What was signed off of an episode.
 *
 * @param by who did it
 * @param action what was done
 * @param part what was put in
 * @param verified whether it was tried out and was well, and nothing was seen since
 * @param removed whether what had the fault was taken away for good
 */
public record Repair(String by, String action, String part, boolean verified, boolean removed) {

  /** The same, which has not held. */
  Repair unverified() {
    return new Repair(by, action, part, false, removed);
  }
}
