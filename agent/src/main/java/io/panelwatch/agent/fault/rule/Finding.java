package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.health.Reading;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a rule found of one component in one scan.
 *
 * @param component which
 * @param verdicts one for each level, from the mildest on
 * @param value what was compared with the limits, where there is a number
 * @param source the file or device that told
 * @param recurred whether what is counted has happened once more since the scan before
 * @param evidence every reading that belongs to the case, for the freeze frame
 */
public record Finding(
    String component,
    List<Verdict> verdicts,
    OptionalDouble value,
    String source,
    boolean recurred,
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
    return new Finding(component, verdicts, value, source, false, evidence);
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
    return new Finding(component, verdicts, value, source, false, evidence);
  }

  /** The same of something that is counted, and did or did not happen once more. */
  Finding recurred(boolean onceMore) {
    return new Finding(component, verdicts, value, source, onceMore, evidence);
  }
}
