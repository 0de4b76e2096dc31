package io.panelwatch.agent.command;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Colours on a terminal (SGR of ECMA-48, section 8.3.117): for people only, what they say is always
 * there as a word as well.
 *
 * @param on whether there are any
 */
record Colours(boolean on) {

  /** When there are any. */
  enum When {
    /** On a terminal that is not dumb, unless NO_COLOR (no-color.org) is set to something. */
    AUTO,
    ALWAYS,
    NEVER
  }

  private static final String RED_AND_BOLD = "1;31";
  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String FAINT = "2";

  /** Those for the output of this program. */
  static Colours of(When when, Terminal terminal, Map<String, String> environment) {
    return switch (when) {
      case ALWAYS -> new Colours(true);
      case NEVER -> new Colours(false);
      case AUTO ->
          new Colours(
              terminal.isThere()
                  && environment.getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.getOrDefault("TERM", "dumb").equals("dumb"));
    };
  }

  /** How a fault of that severity looks. */
  UnaryOperator<String> active(String severity) {
    return switch (severity) {
      case "CRITICAL" -> in(RED_AND_BOLD);
      case "MAJOR" -> in(RED);
      default -> in(YELLOW);
    };
  }

  /** How something looks that was tried and refused. */
  UnaryOperator<String> refused() {
    return in(YELLOW);
  }

  /** How something looks that was tried by somebody who did not prove to be the one. */
  UnaryOperator<String> denied() {
    return in(RED);
  }

  /** How something looks that asks for nothing any more, or not now. */
  UnaryOperator<String> quiet() {
    return in(FAINT);
  }

  private UnaryOperator<String> in(String parameters) {
    return text -> on ? "\u001b[" + parameters + "m" + text + "\u001b[0m" : text;
  }
}
