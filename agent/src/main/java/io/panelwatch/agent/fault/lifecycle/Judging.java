package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.ReadingHistory;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/**
 * Takes what the rules say of a scan into the conditions, rule by rule. What breaks in one costs
 * its own code only.
 */
final class Judging {

  private final List<Rule> rules;
  private final Limits limits;
  private final Conditions conditions;
  private final DtcMemory memory;
  private final ReadingHistory history = new ReadingHistory();
  private final Set<String> broken = new HashSet<>();
  private final Arranged arranged;
  private Past past = Past.NONE;
  private ReadAnew anew = ReadAnew.NOTHING;
  private boolean fullTold;

  Judging(
      List<Rule> rules, Limits limits, Conditions conditions, DtcMemory memory, Arranged arranged) {
    this.rules = rules;
    this.arranged = arranged;
    this.limits = limits;
    this.conditions = conditions;
    this.memory = memory;
  }

  /** What the past must have been where a fault of before a restart goes on. */
  void recall(Fault fault) {
    past =
        rules.stream()
            .filter(rule -> rule.code().equals(fault.code()))
            .findFirst()
            .map(rule -> rule.recall(fault, past))
            .orElse(past);
  }

  /** Where a counter stood in an earlier run of the agent. */
  void recall(Quantity counter, String component, double value) {
    past = past.withCounted(counter, component, value);
  }

  /**
   * Judges the next scan.
   *
   * @param episodes of that scan; are told what became of each condition
   * @return what is pending after it
   */
  List<PendingFault> judge(Scan scan, Episodes episodes) {
    past = past.with(scan);
    tellOnceThatThePastIsFull();
    anew = anew.next(scan);
    var pending = new ArrayList<PendingFault>();
    for (Rule rule : rules) {
      judge(rule, scan, episodes, pending);
    }
    history.add(scan);
    return pending;
  }

  private void tellOnceThatThePastIsFull() {
    if (past.isFull() && !fullTold) {
      fullTold = true;
      Logger.warn(
          "{} quantities were seen: what is no longer there is forgotten for what is new",
          Past.MOST_TRACES);
    }
  }

  private void judge(Rule rule, Scan scan, Episodes episodes, List<PendingFault> pending) {
    Map<String, Condition> ofCode = conditions.of(rule.code());
    Found found = withoutRetired(rule, found(rule, scan), scan);
    retest(rule, found, scan);
    Map<String, Finding> findings = worthFollowing(found.findings, ofCode.keySet());
    Set<String> components = inOrder(ofCode, findings.keySet());
    for (String component : components) {
      try {
        Optional<Finding> finding = Optional.ofNullable(findings.get(component));
        Criteria criteria = criteria(rule, component, finding);
        Condition condition = ofCode.computeIfAbsent(component, name -> Condition.unseen(criteria));
        finding.map(Finding::family).ifPresent(condition::judgedBy);
        condition
            .family()
            .ifPresent(
                family -> arranged.visits().judged(new Pair(rule.code(), component), family));
        List<Verdict> verdicts = verdicts(criteria, finding, found.ofOthers);
        condition.observe(
            verdicts,
            new Phase.Look(scan.monotonicNanos(), anew.of(condition.family(), component)),
            criteria,
            () -> sight(scan, finding.orElseThrow()));
        Verdict verdict = Verdict.ofAll(verdicts);
        var seen = new Episodes.Seen(rule, component, criteria, finding, verdict, past);
        memory.judge(seen.pair(), verdict);
        episodes.follow(seen, condition);
        look(seen, condition);
        pending(rule, component, condition, criteria, scan).ifPresent(pending::add);
      } catch (RuntimeException | Error e) {
        tellOnce(rule, e);
        Optional.ofNullable(ofCode.get(component))
            .flatMap(Condition::episode)
            .ifPresent(episodes::goesOn);
      }
    }
    memory.untested(rule.code()).stream()
        .filter(component -> !components.contains(component))
        .forEach(component -> look(new Pair(rule.code(), component), verdict(found, component)));
    ofCode.values().removeIf(condition -> condition.over(scan.monotonicNanos()));
  }

  /** A look at what is followed no more. */
  private void look(Pair pair, Verdict verdict) {
    memory.judge(pair, verdict);
    memory.look(pair, verdict, false);
  }

  private void look(Episodes.Seen seen, Condition condition) {
    memory.look(seen.pair(), seen.verdict(), condition.episode().isPresent());
    if (seen.verdict() == Verdict.RAISE) {
      arranged.visits().seen(seen.pair());
    }
  }

  /** Those with an episode first: what is told already is known when another would tell it. */
  private static Set<String> inOrder(Map<String, Condition> followed, Set<String> found) {
    var components = new LinkedHashSet<String>();
    followed.forEach(
        (component, condition) -> condition.episode().ifPresent(_ -> components.add(component)));
    components.addAll(followed.keySet());
    components.addAll(found);
    return components;
  }

  /** What is said of a component that nothing is to be followed of. */
  private static Verdict verdict(Found found, String component) {
    return found.findings.stream()
        .filter(finding -> finding.component().equals(component))
        .findFirst()
        .map(finding -> Verdict.ofAll(finding.verdicts()))
        .orElse(found.ofOthers);
  }

  /** Without what was taken away for good; what is there and well was not, or is back. */
  private Found withoutRetired(Rule rule, Found found, Scan scan) {
    Retirements retirements = arranged.retirements();
    if (retirements.isEmpty()) {
      return found;
    }
    found.findings.stream()
        .filter(finding -> isThereAndWell(finding, scan))
        .forEach(finding -> retirements.isBack(rule.code(), finding.component()));
    List<Finding> others =
        found.findings.stream()
            .filter(finding -> !retirements.has(rule.code(), finding.component()))
            .toList();
    return new Found(others, found.ofOthers);
  }

  /**
   * A fault may also be over because what it was about is gone; and what was read before that is
   * carried along until it is read again.
   */
  private boolean isThereAndWell(Finding finding, Scan scan) {
    Verdict verdict = Verdict.ofAll(finding.verdicts());
    return (verdict == Verdict.CLEAR || verdict == Verdict.HOLD)
        && anew.of(Optional.of(finding.family()), finding.component())
        && scan.components(finding.family()).stream()
            .anyMatch(component -> component.name().equals(finding.component()));
  }

  /** A repair is tried out by what is found of the component, whether anything is told of it. */
  private void retest(Rule rule, Found found, Scan scan) {
    arranged
        .visits()
        .retest()
        .filter(retest -> retest.pair().code().equals(rule.code()))
        .ifPresent(
            retest -> {
              String component = retest.pair().component();
              boolean read =
                  family(rule, found, component)
                      .map(family -> anew.of(Optional.of(family), component))
                      .orElse(false);
              retest.look(verdict(found, component), new Phase.Look(scan.monotonicNanos(), read));
            });
  }

  /**
   * What is read to judge a component that is worked on. Of one that is gone, and with it all that
   * was followed, the visit knows it; after a restart only what the rule finds of others tells.
   */
  private Optional<SensorFamily> family(Rule rule, Found found, String component) {
    var pair = new Pair(rule.code(), component);
    return found.findings.stream()
        .filter(finding -> finding.component().equals(component))
        .findFirst()
        .map(Finding::family)
        .or(() -> conditions.of(pair).flatMap(Condition::family))
        .or(() -> arranged.visits().family(pair))
        .or(() -> found.findings.stream().findFirst().map(Finding::family));
  }

  /** By component. What is well and was well has nothing to tell: most of what rules find. */
  private static Map<String, Finding> worthFollowing(List<Finding> all, Set<String> followed) {
    var findings = new LinkedHashMap<String, Finding>();
    for (Finding finding : all) {
      if (followed.contains(finding.component()) || finding.raises()) {
        findings.putIfAbsent(finding.component(), finding);
      }
    }
    return findings;
  }

  /** What a rule finds, and what it means where it finds nothing. */
  private record Found(List<Finding> findings, Verdict ofOthers) {}

  /** A rule that breaks costs its own code only, of which nothing is then known. */
  private Found found(Rule rule, Scan scan) {
    try {
      return new Found(rule.judge(scan, past, limits), rule.ofVanished(scan));
    } catch (RuntimeException | Error e) {
      tellOnce(rule, e);
      return new Found(List.of(), Verdict.NO_DATA);
    }
  }

  private void tellOnce(Rule rule, Throwable mistake) {
    if (broken.add(rule.code())) {
      Logger.error(mistake, "{} cannot be judged; the other codes go on", rule.code());
    }
  }

  private Criteria criteria(Rule rule, String component, Optional<Finding> finding) {
    Criteria own = limits.of(rule.code(), component);
    return finding.flatMap(Finding::given).map(own::withLevels).orElse(own);
  }

  /** A code that is switched off is judged as gone, so that a fault of it ends in its time. */
  private static List<Verdict> verdicts(
      Criteria criteria, Optional<Finding> finding, Verdict otherwise) {
    int levels = criteria.levels().size();
    return criteria.enabled()
        ? finding.map(Finding::verdicts).orElse(Collections.nCopies(levels, otherwise))
        : Collections.nCopies(levels, Verdict.CLEAR);
  }

  private FirstSight sight(Scan scan, Finding finding) {
    List<FreezeFrame.Before> before =
        history.changes(reading -> concerns(finding, reading)).stream()
            .map(earlier -> new FreezeFrame.Before(earlier.wall(), earlier.reading()))
            .toList();
    List<Reading> raw =
        finding.evidence().stream().filter(r -> r.quality() != Quality.MISSING).toList();
    return new FirstSight(
        scan.wall(),
        scan.wallTrusted(),
        scan.monotonicNanos(),
        finding.value(),
        finding.source(),
        new FreezeFrame(before, raw));
  }

  private static boolean concerns(Finding finding, Reading reading) {
    return finding.evidence().stream()
        .anyMatch(
            evidence ->
                evidence.component().equals(reading.component())
                    && evidence.quantity() == reading.quantity());
  }

  private Optional<PendingFault> pending(
      Rule rule, String component, Condition condition, Criteria criteria, Scan scan) {
    Optional<Condition.NextLevel> pending = condition.pending(scan.monotonicNanos());
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    Condition.NextLevel next = pending.get();
    Level level = criteria.levels().get(next.level());
    Duration held = Duration.ofNanos(scan.monotonicNanos() - next.sinceNanos());
    Duration remaining = criteria.onDelay().minus(held);
    return Optional.of(
        new PendingFault(
            rule.code(),
            component,
            level.severity(),
            limits.catalogue().entry(rule.code()).symptom(),
            remaining.isNegative() ? Duration.ZERO : remaining,
            condition.sight().orElseThrow().source()));
  }
}
