package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Bounds;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.health.Reading;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule found of one component in one scan.
 *
 * @param component which
 * @param verdicts one for each level, from the mildest on
 * @param value what was compared with the limits, where there is a number
 * @param source the file or device that told
 * @param recurred whether what is counted has happened once more since the scan before
 * @param given the limit that the component itself gives, where it was judged by that
 * @param evidence every reading that belongs to the case, for the freeze frame
 */
public record Finding(
    String component,
    List<Verdict> verdicts,
    OptionalDouble value,
    String source,
    boolean recurred,
    Optional<Bounds> given,
    List<Reading> evidence) {

  public Finding {
    verdicts = List.copyOf(verdicts);
    evidence = List.copyOf(evidence);
  }

  /** A value against all levels of its limits. */
  static Finding measured(
      String component,
      Criteria criteria,
      OptionalDouble value,
      String source,
      List<Reading> evidence) {
    List<Verdict> verdicts =
        criteria.levels().stream().map(level -> Verdict.of(level, value)).toList();
    return new Finding(component, verdicts, value, source, false, Optional.empty(), evidence);
  }

  /** The same verdict on all levels. */
  static Finding plain(
      String component,
      Criteria criteria,
      Verdict verdict,
      OptionalDouble value,
      String source,
      List<Reading> evidence) {
    List<Verdict> verdicts = Collections.nCopies(criteria.levels().size(), verdict);
    return new Finding(component, verdicts, value, source, false, Optional.empty(), evidence);
  }

  /** The same of something that is counted, and did or did not happen once more. */
  Finding recurred(boolean onceMore) {
    return new Finding(component, verdicts, value, source, onceMore, given, evidence);
  }

  /** A value against the limit that the component itself gives, unless another is configured. */
  static Finding given(
      String component,
      Criteria criteria,
      Bounds bounds,
      OptionalDouble value,
      String source,
      List<Reading> evidence) {
    Finding byBounds = measured(component, criteria.givenBy(bounds), value, source, evidence);
    return new Finding(
        component, byBounds.verdicts, value, source, false, Optional.of(bounds), evidence);
  }
}
