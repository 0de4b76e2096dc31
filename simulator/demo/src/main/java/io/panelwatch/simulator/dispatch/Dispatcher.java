package io.panelwatch.simulator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Who gets a ticket: the agent who most likely solves it well and fast, for the least cost. Pure.
 *
 * <ol>
 *   <li>Only idle agents. When the device asked for the same fault more than {@value #ROBOT_TRIES}
 *       times, robots are out.
 *   <li>Cost: the kind's fixed cost, halved for a type that the agent handles, half as much again
 *       for one that it does not.
 *   <li>Smoothness: the site's experience with that kind of agent, plus 1 when it handles the type.
 *   <li>Both are ranked (1 is best, equals share a rank) and the ranks added. The least sum wins;
 *       ties go to the cheaper, then to the longest idle.
 * </ol>
 */
final class Dispatcher {

  static final int ROBOT_TRIES = 2;

  private static final double KNOWN_TYPE = 0.5;
  private static final double STRANGE_TYPE = 1.5;

  private Dispatcher() {}

  /** An idle agent, and since when. */
  record Candidate(Agent agent, Instant idleSince) {}

  /**
   * What a site has seen of a kind of agent.
   *
   * @param solved tickets closed
   * @param meanHandling from assignment to closing
   */
  record Experience(int solved, Duration meanHandling) {

    static final Experience NONE = new Experience(0, Duration.ZERO);

    /** 0 without experience, towards 1 for many tickets solved in little time. */
    double preference() {
      double hours = meanHandling.toSeconds() / 3600.0;
      return solved / (solved + 1.0) / (1.0 + hours);
    }
  }

  /**
   * Picks an agent.
   *
   * @param type of the fault
   * @param earlierRequests how often the device has asked for the same fault before
   * @param idle agents that are on-line and have no ticket
   * @param experience per kind; a missing kind is {@link Experience#NONE}
   * @return empty when nobody is left: the ticket waits
   */
  static Optional<Agent> pick(
      String type,
      int earlierRequests,
      List<Candidate> idle,
      Map<Agent.Kind, Experience> experience) {
    List<Candidate> eligible =
        idle.stream()
            .filter(c -> earlierRequests <= ROBOT_TRIES || c.agent().kind() != Agent.Kind.ROBOT)
            .toList();
    ToDoubleFunction<Candidate> cost = c -> cost(c.agent(), type);
    ToDoubleFunction<Candidate> effort =
        c ->
            -smoothness(
                c.agent(), type, experience.getOrDefault(c.agent().kind(), Experience.NONE));
    return eligible.stream()
        .min(
            Comparator.<Candidate>comparingInt(
                    c -> rank(c, eligible, effort) + rank(c, eligible, cost))
                .thenComparingDouble(cost)
                .thenComparing(Candidate::idleSince))
        .map(Candidate::agent);
  }

  private static double cost(Agent agent, String type) {
    return agent.kind().fixedCost() * (agent.handles(type) ? KNOWN_TYPE : STRANGE_TYPE);
  }

  private static double smoothness(Agent agent, String type, Experience withKind) {
    return withKind.preference() + (agent.handles(type) ? 1 : 0);
  }

  /** 1 + how many are better; smaller is better. */
  private static int rank(
      Candidate candidate, List<Candidate> all, ToDoubleFunction<Candidate> measure) {
    double own = measure.applyAsDouble(candidate);
    return 1 + (int) all.stream().filter(c -> measure.applyAsDouble(c) < own).count();
  }
}
