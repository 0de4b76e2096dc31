package io.panelwatch.agent.config;

import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code [limits.CODE]}, or {@code [limits.CODE."COMPONENT"]}: what this board does differently
 * from the catalogue for one fault code, or for one code on one component. What is empty stays as
 * it is: for a component as the code has it, for a code as the catalogue has it. An on-delay that
 * the catalogue gives a component by name stays also where the code is given another.
 *
 * @param raise the fault begins at or past this, in the catalogue's unit; one number for each level
 *     from the mildest on, and may be fewer
 * @param clear the fault ends at or past this, on the other side; likewise
 * @param onDelay how long the condition must hold, up to 24 h
 * @param offDelay how long it must be gone, up to 31 days
 * @param severity instead of the catalogue's: {@code critical}, {@code major} or {@code minor}
 * @param enabled false: never raised; true: raised although the catalogue leaves it switched off
 */
public record LimitSettings(
    List<Double> raise,
    List<Double> clear,
    Optional<Duration> onDelay,
    Optional<Duration> offDelay,
    Optional<Severity> severity,
    Optional<Boolean> enabled) {

  public LimitSettings {
    raise = List.copyOf(raise);
    clear = List.copyOf(clear);
  }

  /** The same as the limits take it. */
  public LimitOverride override() {
    return new LimitOverride(raise, clear, onDelay, offDelay, severity, enabled);
  }
}
