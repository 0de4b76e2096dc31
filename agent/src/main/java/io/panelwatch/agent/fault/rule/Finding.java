package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Bounds;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule found of one component in one scan.
 *
 * @param family what was read to find it
 * @param component which
 * @param levels what was found of each level, from the mildest on
 * @param source the file or device that told
 * @param given the levels with the limits that the component itself gives, where it was judged by
 *     those
 * @param evidence every reading that belongs to the case, for the freeze frame
 */
public record Finding(
    SensorFamily family,
    String component,
    List<OfLevel> levels,
    String source,
    Optional<List<Level>> given,
    List<Reading> evidence) {

  /**
   * What was found of one level: most codes compare one value with all of theirs, and some count
   * something else for each.
   *
   * @param value what was compared with the limit, where there is a number
   * @param recurred whether what is counted has happened once more since the scan before
   */
  public record OfLevel(Verdict verdict, OptionalDouble value, boolean recurred) {

    private OfLevel inDoubt() {
      return verdict == Verdict.CLEAR ? new OfLevel(Verdict.NO_DATA, value, recurred) : this;
    }
  }

  public Finding {
    levels = List.copyOf(levels);
    given = given.map(List::copyOf);
    evidence = List.copyOf(evidence);
  }

  /** A value against all levels of its limits. */
  static Finding measured(Component of, Criteria criteria, OptionalDouble value, String source) {
    return new Finding(
        of.family(),
        of.name(),
        compared(criteria.levels(), value),
        source,
        Optional.empty(),
        of.readings());
  }

  /** The same verdict on all levels. */
  static Finding plain(
      Component of, Criteria criteria, Verdict verdict, OptionalDouble value, String source) {
    return plain(of.family(), of.name(), criteria, verdict, value, source, of.readings());
  }

  /** The same of what is no component of the scan, or of more than one. */
  static Finding plain(
      SensorFamily family,
      String component,
      Criteria criteria,
      Verdict verdict,
      OptionalDouble value,
      String source,
      List<Reading> evidence) {
    List<OfLevel> levels =
        Collections.nCopies(criteria.levels().size(), new OfLevel(verdict, value, false));
    return new Finding(family, component, levels, source, Optional.empty(), evidence);
  }

  /**
   * The same of what is not listed any more: nothing is known of it but where it was looked for.
   */
  static Finding ofMissing(
      SensorFamily family, String component, Criteria criteria, Verdict verdict, Scan scan) {
    return plain(
        family,
        component,
        criteria,
        verdict,
        OptionalDouble.empty(),
        scan.lookedIn(family),
        List.of());
  }

  /** A value against the limit that the component itself gives, unless another is configured. */
  static Finding given(
      Component of, Criteria criteria, Bounds bounds, OptionalDouble value, String source) {
    return given(of, criteria.givenBy(bounds).levels(), value, source);
  }

  /** A value against levels of which the component itself gives some limits at least. */
  static Finding given(Component of, List<Level> levels, OptionalDouble value, String source) {
    return new Finding(
        of.family(),
        of.name(),
        compared(levels, value),
        source,
        Optional.of(levels),
        of.readings());
  }

  /** Each level by a verdict of its own. */
  static Finding judged(
      Component of,
      List<Verdict> verdicts,
      OptionalDouble value,
      String source,
      Optional<List<Level>> given) {
    List<OfLevel> levels =
        verdicts.stream().map(verdict -> new OfLevel(verdict, value, false)).toList();
    return new Finding(of.family(), of.name(), levels, source, given, of.readings());
  }

  /** Each level by a verdict and a number of its own. */
  static Finding counted(Component of, List<OfLevel> levels, String source) {
    return new Finding(of.family(), of.name(), levels, source, Optional.empty(), of.readings());
  }

  /**
   * The same where something cannot be read just now that may have raised it: that all else is well
   * ends nothing.
   *
   * @param silent whether there is such a thing
   */
  Finding inDoubtIf(boolean silent) {
    if (!silent) {
      return this;
    }
    List<OfLevel> doubted = levels.stream().map(OfLevel::inDoubt).toList();
    return new Finding(family, component, doubted, source, given, evidence);
  }

  /** The same of something that is counted, and did or did not happen once more. */
  Finding recurred(boolean onceMore) {
    List<OfLevel> again =
        levels.stream().map(of -> new OfLevel(of.verdict, of.value, onceMore)).toList();
    return new Finding(family, component, again, source, given, evidence);
  }

  /** One verdict for each level, from the mildest on. */
  public List<Verdict> verdicts() {
    return levels.stream().map(OfLevel::verdict).toList();
  }

  /** What was compared with the worst level that is raised, else with the mildest. */
  public OptionalDouble value() {
    return levels.reversed().stream()
        .filter(level -> level.verdict == Verdict.RAISE)
        .findFirst()
        .or(() -> levels.stream().findFirst())
        .map(OfLevel::value)
        .orElse(OptionalDouble.empty());
  }

  /** Whether any level is raised. */
  public boolean raises() {
    for (OfLevel level : levels) {
      if (level.verdict == Verdict.RAISE) {
        return true;
      }
    }
    return false;
  }

  /** Without a stream, as {@link #raises}: made and asked for every component by every rule. */
  private static List<OfLevel> compared(List<Level> levels, OptionalDouble value) {
    var compared = new OfLevel[levels.size()];
    for (int i = 0; i < compared.length; i++) {
      compared[i] = new OfLevel(Verdict.of(levels.get(i), value), value, false);
    }
    return List.of(compared);
  }
}
