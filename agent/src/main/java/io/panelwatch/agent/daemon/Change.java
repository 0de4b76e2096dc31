package io.panelwatch.agent.daemon;

import io.panelwatch.agent.state.DeviceState;

/**
 * A state that is to be shown.
 *
 * @param sinceNanos monotonic time of the event since which the screen has not been looked at
 */
record Change(DeviceState state, long sinceNanos) {

  /** A state just made. */
  static Change to(DeviceState state) {
    return new Change(state, state.monotonicNanos());
  }

  /** A newer state instead of this one, which nobody saw: what it would have shown is as old. */
  Change replacedBy(Change newer) {
    return new Change(newer.state, Math.min(sinceNanos, newer.sinceNanos));
  }
}
