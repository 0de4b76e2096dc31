package io.panelwatch.simulator.link;

import java.util.Locale;
import java.util.Optional;

/** What a client of the broker meets. */
public enum BrokerState {
  /** It is served. */
  UP,
  /** Its connection is refused, and one that stood was cut: the broker was killed. */
  DOWN,
  /** It is connected and hears nothing: the broker hangs, or a switch swallows everything. */
  STALLED;

  /** The name on the console's interface: {@code up}, {@code down}, {@code stalled}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that wire name; empty for any other word. */
  public static Optional<BrokerState> ofWireName(String wireName) {
    for (BrokerState state : values()) {
      if (state.wireName().equals(wireName)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
