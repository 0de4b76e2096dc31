package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * @param confirm when what is seen becomes a fault
 * @param onDelays the on-delay of components that have another one, by their names; for what tells
 *     the same by other means, and sooner
 * @param release when a fault whose condition is gone is over
 * @param enabled whether it is watched where the configuration says nothing
 * @param suppresses codes that are symptoms of this one while it is active
 * @param alwaysTold it is no mere symptom of anything, and no visit to the board keeps it from
 *     being told: nobody may have looked at what is worked on for hours
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
    Confirm confirm,
    Map<String, Duration> onDelays,
    Release release,
    boolean enabled,
    List<String> suppresses,
    boolean alwaysTold,
    Text symptom,
    List<Text> advice,
    Text part) {

  public CatalogueEntry {
    levels = List.copyOf(levels);
    onDelays = Collections.unmodifiableSortedMap(new TreeMap<>(onDelays));
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
    return new Criteria(enabled, false, unit, levels, confirm, release);
  }

  /** The same by component, of those that have an on-delay of their own. */
  Map<String, Criteria> criteriaOfComponents() {
    Map<String, Criteria> own = new TreeMap<>();
    onDelays.forEach((component, delay) -> own.put(component, criteria().withOnDelay(delay)));
    return own;
  }
}
