package io.panelwatch.agent.config;

import java.util.Optional;

/**
 * {@code [buttons]}: the lines of the four buttons, {@code up-line}, {@code down-line}, {@code
 * ok-line} and {@code back-line}, named like those of {@link SpiSettings}. A button that is not
 * wired is absent.
 */
public record ButtonSettings(
    Optional<String> upLine,
    Optional<String> downLine,
    Optional<String> okLine,
    Optional<String> backLine) {

  /** No buttons. */
  public static final ButtonSettings NONE =
      new ButtonSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
