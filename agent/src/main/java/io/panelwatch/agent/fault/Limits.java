package io.panelwatch.agent.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every code is judged by on every component of this board. Immutable. */
public final class Limits {

  /** Which code, and on which component; a code's own setting has no component. */
  public record Scope(String code, Optional<String> component) {}

  /** The unit of a code whose source says yes or no. */
  public static final String YES_OR_NO = "bool";

  private final Catalogue catalogue;

  /** By code: asked for every finding of every scan. */
  private final Map<String, Criteria> ofCodes;

  /** By code, then by component: those that have criteria of their own, and no others. */
  private final Map<String, Map<String, Criteria>> ofComponents;

  private Limits(
      Catalogue catalogue,
      Map<String, Criteria> ofCodes,
      Map<String, Map<String, Criteria>> ofComponents) {
    this.catalogue = catalogue;
    this.ofCodes = ofCodes;
    this.ofComponents = ofComponents;
  }

  /** The catalogue's defaults. */
  public static Limits defaults(Catalogue catalogue) {
    return of(catalogue, Map.of());
  }

  /**
   * The catalogue's defaults with what the configuration changes: first for the code, then for the
   * component. What it says of a code holds on every component, but for its on-delay: one that the
   * catalogue gives a component by name is changed by that name only.
   *
   * @throws IllegalArgumentException in one sentence, when a code is unknown, has fewer levels than
   *     numbers were given, has no numeric limit, {@code clear} lies past {@code raise}, or a
   *     milder level past a worse one
   */
  public static Limits of(Catalogue catalogue, Map<Scope, LimitOverride> overrides) {
    var ofCodes = new HashMap<String, Criteria>();
    var ofComponents = new HashMap<String, Map<String, Criteria>>();
    for (CatalogueEntry entry : catalogue.entries()) {
      var scope = new Scope(entry.code(), Optional.empty());
      ofCodes.put(entry.code(), apply(scope, entry.criteria(), overrides));
      Map<String, Criteria> own = new HashMap<>(entry.criteriaOfComponents());
      own.replaceAll(
          (component, criteria) ->
              apply(scope, criteria, overrides).withOnDelay(criteria.onDelay()));
      ofComponents.put(entry.code(), own);
    }
    for (Scope scope : overrides.keySet()) {
      Criteria ofCode =
          ofCodes.getOrDefault(scope.code(), catalogue.entry(scope.code()).criteria());
      Map<String, Criteria> own =
          ofComponents.computeIfAbsent(scope.code(), code -> new HashMap<>());
      scope
          .component()
          .ifPresent(
              component ->
                  own.put(component, apply(scope, own.getOrDefault(component, ofCode), overrides)));
    }
    return new Limits(catalogue, ofCodes, ofComponents);
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
    Criteria own = ofComponents.getOrDefault(code, Map.of()).get(component);
    if (own != null) {
      return own;
    }
    Criteria common = ofCodes.get(code);
    return common != null ? common : catalogue.entry(code).criteria();
  }

  private static Criteria apply(
      Scope scope, Criteria criteria, Map<Scope, LimitOverride> overrides) {
    return apply(scope.code(), criteria, overrides.getOrDefault(scope, LimitOverride.NONE));
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
    if (isOrdered(criteria.levels()) && !isOrdered(levels)) {
      throw new IllegalArgumentException(
          code + ": the raise limits are in the wrong order: the mildest level comes first");
    }
    return new Criteria(
        override.enabled().orElse(criteria.enabled()),
        criteria.configured() || count > 0,
        criteria.unit(),
        levels,
        criteria.confirm().withOnDelay(override.onDelay().orElse(criteria.onDelay())),
        criteria.release().withOffDelay(override.offDelay()));
  }

  /** Whether each level is past the one before; two sides of a quantity have no order. */
  private static boolean isOrdered(List<Level> levels) {
    boolean ordered = true;
    for (int i = 1; i < levels.size(); i++) {
      Level milder = levels.get(i - 1);
      Level worse = levels.get(i);
      boolean comparable =
          milder.side() == worse.side() && milder.raise().isPresent() && worse.raise().isPresent();
      ordered &= !comparable || milder.raisedBy(worse.raise().getAsDouble());
    }
    return ordered;
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
