package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Bounds;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Reading;
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
 * @param verdicts one for each level, from the mildest on
 * @param value what was compared with the limits, where there is a number
 * @param source the file or device that told
 * @param recurred whether what is counted has happened once more since the scan before
 * @param given the levels with the limits that the component itself gives, where it was judged by
 *     those
 * @param evidence every reading that belongs to the case, for the freeze frame
 */
public record Finding(
    SensorFamily family,
    String component,
    List<Verdict> verdicts,
    OptionalDouble value,
    String source,
    boolean recurred,
    Optional<List<Level>> given,
    List<Reading> evidence) {

  public Finding {
    verdicts = List.copyOf(verdicts);
    given = given.map(List::copyOf);
    evidence = List.copyOf(evidence);
  }

  /** A value against all levels of its limits. */
  static Finding measured(Component of, Criteria criteria, OptionalDouble value, String source) {
    return judged(of, verdicts(criteria.levels(), value), value, source, Optional.empty());
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
    List<Verdict> verdicts = Collections.nCopies(criteria.levels().size(), verdict);
    return new Finding(
        family, component, verdicts, value, source, false, Optional.empty(), evidence);
  }

  /** A value against the limit that the component itself gives, unless another is configured. */
  static Finding given(
      Component of, Criteria criteria, Bounds bounds, OptionalDouble value, String source) {
    return given(of, criteria.givenBy(bounds).levels(), value, source);
  }

  /** A value against levels of which the component itself gives some limits at least. */
  static Finding given(Component of, List<Level> levels, OptionalDouble value, String source) {
    return judged(of, verdicts(levels, value), value, source, Optional.of(levels));
  }

  /** Each level by a verdict of its own. */
  static Finding judged(
      Component of,
      List<Verdict> verdicts,
      OptionalDouble value,
      String source,
      Optional<List<Level>> given) {
    return new Finding(
        of.family(), of.name(), verdicts, value, source, false, given, of.readings());
  }

  /**
   * The same where something cannot be read just now that may have raised it: that all else is well
   * ends nothing.
   *
   * @param silent whether there is such a thing
   */
  Finding inDoubtIf(boolean silent) {
    List<Verdict> doubted =
        verdicts.stream()
            .map(verdict -> silent && verdict == Verdict.CLEAR ? Verdict.NO_DATA : verdict)
            .toList();
    return new Finding(family, component, doubted, value, source, recurred, given, evidence);
  }

  /** The same of something that is counted, and did or did not happen once more. */
  Finding recurred(boolean onceMore) {
    return new Finding(family, component, verdicts, value, source, onceMore, given, evidence);
  }

  private static List<Verdict> verdicts(List<Level> levels, OptionalDouble value) {
    return levels.stream().map(level -> Verdict.of(level, value)).toList();
  }
}
