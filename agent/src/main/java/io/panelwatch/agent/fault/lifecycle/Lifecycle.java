package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Rules;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.ReadingHistory;
import io.panelwatch.agent.health.Scan;
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
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * Judges scan after scan and remembers what time has to decide: the state machine of this package's
 * front page, for all codes and components.
 *
 * <p>It asks no clock and touches nothing: time is that of the scans, which come in the order of
 * their monotonic stamps. Not thread-safe: one thread judges.
 */
public final class Lifecycle {

  private final List<Rule> rules;
  private final Limits limits;
  private final Episodes.Origin origin;
  private final ReadingHistory history = new ReadingHistory();
  private final Map<String, Map<String, Condition>> conditions = new LinkedHashMap<>();
  private final List<Fault> unwatched = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private Past past = Past.NONE;
  private boolean fullTold;

  /** Kept until a judgement has taken them along: their conditions tell them once. */
  private final List<FaultTransition> untold = new ArrayList<>();

  private ReadAnew anew = ReadAnew.NOTHING;

  /**
   * A lifecycle in which nothing was seen yet.
   *
   * @param limits of this board; the catalogue comes with them
   * @param boot the run of the machine that the scans belong to
   * @param faultIds a new name for each episode: {@link FaultIds}
   * @param occurrences counts the episodes of a code on a component
   */
  public Lifecycle(Limits limits, Boot boot, Supplier<String> faultIds, Occurrences occurrences) {
    this(Rules.all(), limits, boot, faultIds, occurrences);
  }

  /** The same by those rules, which are of codes that the catalogue has. */
  Lifecycle(
      List<Rule> rules,
      Limits limits,
      Boot boot,
      Supplier<String> faultIds,
      Occurrences occurrences) {
    this.rules = rules;
    this.limits = limits;
    this.origin = new Episodes.Origin(limits.catalogue(), boot, faultIds, occurrences);
    rules.forEach(rule -> conditions.put(rule.code(), new LinkedHashMap<>()));
  }

  /**
   * Goes on with the faults that were active before a restart; called before the first scan. One
   * that is still true stays the same episode; one that is gone is cleared after its off-delay; one
   * of a code that is no longer watched is cleared with the first scan.
   */
  public void resume(List<Fault> active) {
    for (Fault fault : active) {
      Map<String, Condition> ofCode = conditions.get(fault.code());
      if (ofCode == null) {
        unwatched.add(fault);
      } else {
        past = recalled(fault);
        Criteria criteria = limits.of(fault.code(), fault.component());
        ofCode.put(fault.component(), Condition.resumed(fault, criteria));
      }
    }
  }

  /**
   * Goes on with a counter where an earlier run of the agent has seen it; called before the first
   * scan. What it has grown by since then happened while nobody looked.
   */
  public void resume(Quantity counter, String component, double value) {
    past = past.withCounted(counter, component, value);
  }

  private Past recalled(Fault fault) {
    return rules.stream()
        .filter(rule -> rule.code().equals(fault.code()))
        .findFirst()
        .map(rule -> rule.recall(fault, past))
        .orElse(past);
  }

  /**
   * Somebody has seen this fault. One whose code is cleared by acknowledgement may end from now on,
   * when its condition is gone; to the others it makes no difference.
   *
   * @return whether there is such a fault
   */
  public boolean acknowledge(String faultId) {
    Optional<Condition> acknowledged =
        conditions.values().stream()
            .flatMap(ofCode -> ofCode.values().stream())
            .filter(c -> c.episode().map(fault -> fault.faultId().equals(faultId)).orElse(false))
            .findFirst();
    acknowledged.ifPresent(Condition::acknowledge);
    return acknowledged.isPresent();
  }

  /** Judges the next scan. */
  public Judgement judge(Scan scan) {
    past = past.with(scan);
    tellOnceThatThePastIsFull();
    anew = anew.next(scan);
    var episodes = new Episodes(origin, scan, past, untold);
    var pending = new ArrayList<PendingFault>();
    unwatched.forEach(episodes::end);
    unwatched.clear();
    for (Rule rule : rules) {
      judge(rule, scan, episodes, pending);
    }
    history.add(scan);
    var judgement = new Judgement(untold, episodes.active(), pending);
    untold.clear();
    return judgement;
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
    Map<String, Condition> ofCode = conditions.getOrDefault(rule.code(), Map.of());
    Found found = found(rule, scan);
    Map<String, Finding> findings = worthFollowing(found.findings, ofCode.keySet());
    var components = new LinkedHashSet<>(ofCode.keySet());
    components.addAll(findings.keySet());
    for (String component : components) {
      try {
        Optional<Finding> finding = Optional.ofNullable(findings.get(component));
        Criteria criteria = criteria(rule, component, finding);
        Condition condition = ofCode.computeIfAbsent(component, name -> Condition.unseen(criteria));
        finding.map(Finding::family).ifPresent(condition::judgedBy);
        condition.observe(
            verdicts(criteria, finding, found.ofOthers),
            new Phase.Look(scan.monotonicNanos(), anew.of(condition.family(), component)),
            criteria,
            () -> sight(scan, finding.orElseThrow()));
        episodes.follow(rule, component, condition, criteria, finding);
        pending(rule, component, condition, criteria, scan).ifPresent(pending::add);
      } catch (RuntimeException | Error e) {
        tellOnce(rule, e);
        Optional.ofNullable(ofCode.get(component))
            .flatMap(Condition::episode)
            .ifPresent(episodes::goesOn);
      }
    }
    ofCode.values().removeIf(Condition::over);
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
