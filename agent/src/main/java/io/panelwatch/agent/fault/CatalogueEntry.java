package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one code before anything has failed.
 *
 * @param code {@code FAN-201}
 * @param failureMode how it fails, in a word of the field: {@code stopped}
 * @param kind whose trade the repair is
 * @param ne107 status signal
 * @param source where it looks, for a person: kernel names
 * @param unit of the limits, in UCUM where UCUM has one; {@code bool} for a yes or no
 * @param levels at least one, from the mildest to the worst
 * @param onDelay how long the condition must hold before it is a fault
 * @param statedOffDelay how long it must be gone, where that is not twice the on-delay
 * @param suppresses codes that are symptoms of this one while it is active
 * @param symptom one sentence
 * @param advice steps in the order to take them
 * @param part what to bring; empty where nothing
 */
public record CatalogueEntry(
    String code,
    String failureMode,
    FaultKind kind,
    Ne107 ne107,
    String source,
    String unit,
    List<Level> levels,
    Duration onDelay,
    Optional<Duration> statedOffDelay,
    List<String> suppresses,
    Text symptom,
    List<Text> advice,
    String part) {

  public CatalogueEntry {
    levels = List.copyOf(levels);
    suppresses = List.copyOf(suppresses);
    advice = List.copyOf(advice);
    if (levels.isEmpty() || advice.isEmpty()) {
      throw new IllegalArgumentException(code + " needs at least one level and one advice step");
    }
  }

  /** What the code is about. */
  public FaultType type() {
    return FaultType.ofCode(code);
  }

  /** What it is judged by unless configured otherwise. */
  public Criteria criteria() {
    return new Criteria(true, unit, levels, onDelay, statedOffDelay);
  }
}
