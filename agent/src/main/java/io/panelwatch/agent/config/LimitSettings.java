package io.panelwatch.agent.config;

import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Severity;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code [limits.CODE]}: what this board does differently from the catalogue for one fault code.
 * What is empty stays as the catalogue has it.
 *
 * @param raise the fault begins at or past this, in the catalogue's unit
 * @param clear the fault ends at or past this, on the other side
 * @param onDelay how long the condition must hold, up to 24 h
 * @param offDelay how long it must be gone, up to 24 h
 * @param severity instead of the catalogue's: {@code critical}, {@code major} or {@code minor}
 * @param enabled false: this code is never raised
 */
public record LimitSettings(
    OptionalDouble raise,
    OptionalDouble clear,
    Optional<Duration> onDelay,
    Optional<Duration> offDelay,
    Optional<Severity> severity,
    boolean enabled) {

  /** The same as the limits take it: numbers are those of the code's mildest level. */
  public LimitOverride override() {
    return new LimitOverride(
        raise.stream().boxed().toList(),
        clear.stream().boxed().toList(),
        onDelay,
        offDelay,
        severity,
        Optional.of(enabled));
  }
}
