package io.panelwatch.agent.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What every code is judged by on every component of this board. Immutable but for a cache: used by
 * one thread.
 */
public final class Limits {

  /** Which code, and on which component; a code's own setting has no component. */
  public record Scope(String code, Optional<String> component) {}

  /** The unit of a code whose source says yes or no. */
  private static final String YES_OR_NO = "bool";

  private final Catalogue catalogue;
  private final Map<Scope, LimitOverride> overrides;

  /** By code, then by component: asked for every finding of every scan. */
  private final Map<String, Map<String, Criteria>> resolved = new HashMap<>();

  private Limits(Catalogue catalogue, Map<Scope, LimitOverride> overrides) {
    this.catalogue = catalogue;
    this.overrides = Map.copyOf(overrides);
  }

  /** The catalogue's defaults. */
  public static Limits defaults(Catalogue catalogue) {
    return new Limits(catalogue, Map.of());
  }

  /**
   * The catalogue's defaults with what the configuration changes: first for the code, then for the
   * component.
   *
   * @throws IllegalArgumentException in one sentence, when a code is unknown, has fewer levels than
   *     numbers were given, has no numeric limit, or {@code clear} lies past {@code raise}
   */
  public static Limits of(Catalogue catalogue, Map<Scope, LimitOverride> overrides) {
    var limits = new Limits(catalogue, overrides);
    overrides.keySet().forEach(scope -> limits.of(scope.code(), scope.component().orElse("")));
    return limits;
  }

  /** The catalogue that these limits belong to. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * What one code is judged by on one component.
   *
   * @throws IllegalArgumentException when the catalogue does not have the code
   */
  public Criteria of(String code, String component) {
    return resolved
        .computeIfAbsent(code, c -> new HashMap<>())
        .computeIfAbsent(component, c -> resolve(new Scope(code, Optional.of(c))));
  }

  private Criteria resolve(Scope scope) {
    Criteria criteria = catalogue.entry(scope.code()).criteria();
    for (Scope wider : List.of(new Scope(scope.code(), Optional.empty()), scope)) {
      criteria = apply(scope.code(), criteria, overrides.getOrDefault(wider, LimitOverride.NONE));
    }
    return criteria;
  }

  private static Criteria apply(String code, Criteria criteria, LimitOverride override) {
    int count = Math.max(override.raise().size(), override.clear().size());
    if (count > criteria.levels().size()) {
      throw new IllegalArgumentException(
          "%s has %d level(s), and %d limits are given"
              .formatted(code, criteria.levels().size(), count));
    }
    if (count > 0 && criteria.unit().equals(YES_OR_NO)) {
      throw new IllegalArgumentException(code + " has no numeric limit that could be set");
    }
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < criteria.levels().size(); i++) {
      levels.add(
          apply(
              code,
              criteria.levels().get(i),
              nth(override.raise(), i),
              nth(override.clear(), i),
              override.severity()));
    }
    return new Criteria(
        override.enabled().orElse(criteria.enabled()),
        criteria.configured() || count > 0,
        criteria.unit(),
        levels,
        criteria.confirm().withOnDelay(override.onDelay().orElse(criteria.onDelay())),
        criteria.release().withOffDelay(override.offDelay()));
  }

  private static Level apply(
      String code,
      Level level,
      OptionalDouble raise,
      OptionalDouble clear,
      Optional<Severity> severity) {
    try {
      return new Level(
          level.side(),
          raise.isPresent() ? raise : level.raise(),
          clear.isPresent() ? clear : moved(level, raise),
          severity.orElse(level.severity()),
          level.publicImpact());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(code + ": " + e.getMessage(), e);
    }
  }

  /** The level's clear limit, as far from a new raise limit as it was from the old one. */
  private static OptionalDouble moved(Level level, OptionalDouble raise) {
    if (raise.isEmpty() || level.clear().isEmpty()) {
      return level.clear();
    }
    double width = level.clear().getAsDouble() - level.raise().getAsDouble();
    return OptionalDouble.of(raise.getAsDouble() + width);
  }

  private static OptionalDouble nth(List<Double> numbers, int index) {
    return index < numbers.size() ? OptionalDouble.of(numbers.get(index)) : OptionalDouble.empty();
  }
}
