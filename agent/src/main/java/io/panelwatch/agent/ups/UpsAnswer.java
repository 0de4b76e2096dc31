package io.panelwatch.agent.ups;

import java.util.Map;

/** What came of asking for a UPS, and when: the board's monotonic time. */
sealed interface UpsAnswer {

  /**
   * Its server has told of it.
   *
   * @param variables by name, as {@code ups.status} to {@code OL CHRG}
   */
  record Told(Map<String, String> variables, long nanos) implements UpsAnswer {

    public Told {
      variables = Map.copyOf(variables);
    }
  }

  /**
   * Its server has said no, or nothing.
   *
   * @param reason the server's word, or what was wrong
   */
  record Refused(String reason, long nanos) implements UpsAnswer {}

  /** When that was, in the board's monotonic time. */
  long nanos();
}
