package io.panelwatch.agent.config;

import io.panelwatch.agent.fault.FaultType;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which sections {@code [limits.CODE]} there may be. */
final class FaultCodes {

  private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9A-Z][0-9]{2}");

  private FaultCodes() {}

  /** What is wrong with a code; empty where nothing is. */
  static Optional<String> problemOf(String code) {
    String expected = "is no fault code, expected one that panelwatch catalogue lists, as FAN-201";
    if (!FORM.matcher(code).matches()) {
      return Optional.of(expected);
    }
    try {
      FaultType.ofCode(code);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(expected + " (" + e.getMessage() + ")");
    }
  }
}
