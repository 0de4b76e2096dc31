package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.lifecycle.model.Answer.Retested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The guided retests of the visit that is open: one at a time. */
final class Retests {

  private static final int LONGEST = 120;
  private static final int BLIND = 60;
  private static final int LONGEST_WELL = 30;
  private static final int READS = 3;

  private record Looked(long second, Sight sight) {}

  /** One that is under way, and all that was seen since it began. */
  private record Retest(String faultId, Subject subject, long begun, List<Looked> looks) {}

  private Optional<Retest> underWay = Optional.empty();

  /** The faults whose latest retest was passed, and of which nothing was seen since. */
  private final Map<String, Subject> passed = new HashMap<>();

  /** The fault whose retest is under way. */
  Optional<String> underWay() {
    return underWay.map(Retest::faultId);
  }

  void begin(String faultId, Subject subject, long now) {
    passed.remove(faultId);
    underWay = Optional.of(new Retest(faultId, subject, now, new ArrayList<>()));
  }

  boolean passed(String faultId) {
    return passed.containsKey(faultId);
  }

  /** The agent looks at a subject. */
  void look(Subject subject, Sight sight, long now) {
    if (sight.isSeen()) {
      passed.values().removeIf(of -> of == subject);
    }
    underWay
        .filter(retest -> retest.subject == subject)
        .ifPresent(retest -> retest.looks.add(new Looked(now, sight)));
  }

  /** A look has come to its end, and with it perhaps a retest. */
  List<Retested> end(long now) {
    Optional<Retested> ended =
        underWay.flatMap(retest -> result(retest, now).map(is -> new Retested(retest.faultId, is)));
    if (ended.isEmpty()) {
      return List.of();
    }
    if (ended.get().result() == RetestResult.PASSED) {
      passed.put(ended.get().faultId(), underWay.get().subject);
    }
    underWay = Optional.empty();
    return List.of(ended.get());
  }

  private static Optional<RetestResult> result(Retest retest, long now) {
    if (retest.looks.stream().anyMatch(look -> look.sight.isSeen())) {
      return Optional.of(RetestResult.FAILED);
    }
    List<Looked> well = latest(retest.looks, Sight.WELL);
    long needed = Math.min(retest.subject.law().offDelay(), LONGEST_WELL);
    if (well.size() >= READS && now - well.getFirst().second >= needed) {
      return Optional.of(RetestResult.PASSED);
    }
    List<Looked> blind = latest(retest.looks, Sight.UNKNOWN);
    boolean blinded = !blind.isEmpty() && now - blind.getFirst().second >= BLIND;
    return blinded || now - retest.begun >= LONGEST
        ? Optional.of(RetestResult.INCONCLUSIVE)
        : Optional.empty();
  }

  /** The latest looks that saw nothing else, one after the other. */
  private static List<Looked> latest(List<Looked> looks, Sight sight) {
    int from = looks.size();
    while (from > 0 && looks.get(from - 1).sight == sight) {
      from--;
    }
    return looks.subList(from, looks.size());
  }

  /**
   * A start of the agent: nobody waits for what was under way.
   *
   * @param known the faults of which it knows what they are of
   */
  void restart(Predicate<String> known) {
    underWay = Optional.empty();
    passed.keySet().removeIf(known.negate());
  }

  /** The end of the visit. */
  void close() {
    underWay = Optional.empty();
    passed.clear();
  }
}
