package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an event came to, on either side.
 *
 * @param became of what somebody wanted to do; {@code NOTHING_DONE} where nobody did anything
 * @param told the transitions, in their order
 * @param retested what retests came to
 * @param visit the one that is open: the board is in class C of NAMUR NE 107
 * @param active every fault and drill after it, in the order in which they were born
 * @param pending every condition that was seen and is no fault yet, in the order of the subjects
 * @param memory what is kept of each subject that has failed, in the same order
 */
public record Answer(
    Became became,
    List<Told> told,
    List<Retested> retested,
    Optional<String> visit,
    List<Episode> active,
    List<Waiting> pending,
    List<Remembered> memory) {

  /** What became of what somebody wanted to do. */
  public enum Became {
    NOTHING_DONE,
    DONE,
    /** It was so before. */
    ALREADY,
    REFUSED,
    /** What was kept is not what was known: it never is to be. */
    FORGOTTEN
  }

  /** A transition, when it was, and the episode after it, with what is remembered of its like. */
  public record Told(FaultTransition.Kind kind, When at, Episode episode, Status status) {}

  /** What the retest of a fault came to. */
  public record Retested(String faultId, RetestResult result) {}

  /** What was seen and is no fault yet. */
  public record Waiting(Subject subject, Severity severity) {}

  public Answer {
    active =
        active.stream()
            .sorted(Comparator.comparingInt(episode -> number(episode.faultId())))
            .toList();
    memory = memory.stream().sorted(Comparator.comparing(Remembered::subject)).toList();
  }

  private static int number(String faultId) {
    return Integer.parseInt(faultId.substring(1));
  }

  @Override
  public String toString() {
    return "%s%ntold %s%nretested %s%nvisit %s%nactive %s%npending %s%nmemory %s%n"
        .formatted(became, told, retested, visit, active, pending, memory);
  }
}
