package io.panelwatch.agent.fault;

import java.util.Locale;

/** What a fault means to the people who use the kiosk. Not severity. */
public enum PublicImpact {
  NONE,
  DEGRADED,
  OUT_OF_SERVICE;

  /** As it stands in JSON: {@code out-of-service}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
