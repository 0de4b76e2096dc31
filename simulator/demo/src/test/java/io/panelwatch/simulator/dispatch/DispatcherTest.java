package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.simulator.dispatch.Dispatcher.Candidate;
import io.panelwatch.simulator.dispatch.Dispatcher.Experience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private static final Instant EARLY = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant LATE = EARLY.plusSeconds(60);
  private static final Agent ROBOT = new Agent("r", Agent.Kind.ROBOT, Set.of("network"));
  private static final Agent COOLER = new Agent("c", Agent.Kind.REGULAR, Set.of("cooling"));
  private static final Agent STORER = new Agent("s", Agent.Kind.REGULAR, Set.of("storage"));
  private static final Agent SENIOR = new Agent("z", Agent.Kind.SENIOR, Set.of());

  @Test
  void whoeverHandlesTheTypeForTheLeastCostGetsIt() {
    assertEquals(Optional.of(ROBOT), pick("network", 0, ROBOT, COOLER, STORER, SENIOR));
    assertEquals(Optional.of(COOLER), pick("cooling", 0, ROBOT, COOLER, STORER, SENIOR));
    assertEquals(Optional.of(STORER), pick("storage", 0, ROBOT, COOLER, STORER, SENIOR));
  }

  @Test
  void theSeniorGetsWhatNobodyElseOfThePeopleHandles() {
    assertEquals(Optional.of(SENIOR), pick("memory", 3, ROBOT, COOLER, STORER, SENIOR));
  }

  @Test
  void robotsAreOutOnceTheyWereTriedOftenEnough() {
    assertEquals(Optional.of(ROBOT), pick("network", Dispatcher.ROBOT_TRIES, ROBOT, COOLER));
    assertEquals(Optional.of(COOLER), pick("network", Dispatcher.ROBOT_TRIES + 1, ROBOT, COOLER));
    assertEquals(Optional.empty(), pick("network", Dispatcher.ROBOT_TRIES + 1, ROBOT));
  }

  @Test
  void amongEqualsTheLongestIdleGoes() {
    var twin = new Agent("twin", Agent.Kind.REGULAR, Set.of("cooling"));
    var idle = List.of(new Candidate(COOLER, LATE), new Candidate(twin, EARLY));
    assertEquals(Optional.of(twin), Dispatcher.pick("cooling", 0, idle, Map.of()));
  }

  @Test
  void aTieOfRanksGoesToTheCheaper() {
    // The robot is first by cost and second by smoothness, the senior the other way round.
    assertEquals(Optional.of(ROBOT), pick("cooling", 0, SENIOR, ROBOT));
  }

  @Test
  void goodExperienceWithPeoplePushesTheRobotDownTheRanks() {
    var idle =
        List.of(
            new Candidate(ROBOT, EARLY),
            new Candidate(STORER, EARLY),
            new Candidate(SENIOR, EARLY));
    assertEquals(Optional.of(ROBOT), Dispatcher.pick("cooling", 0, idle, Map.of()));
    var fast = new Experience(50, Duration.ofMinutes(20));
    assertEquals(
        Optional.of(SENIOR), Dispatcher.pick("cooling", 0, idle, Map.of(Agent.Kind.REGULAR, fast)));
  }

  @Test
  void manyTicketsSolvedInLittleTimeAreTheBestExperience() {
    double fast = new Experience(50, Duration.ofMinutes(20)).preference();
    double slow = new Experience(50, Duration.ofHours(20)).preference();
    double once = new Experience(1, Duration.ofMinutes(20)).preference();
    assertTrue(fast > slow && fast > once && slow > Experience.NONE.preference());
  }

  @Test
  void nobodyIdleMeansThatTheTicketWaits() {
    assertEquals(Optional.empty(), pick("cooling", 0));
  }

  private static Optional<Agent> pick(String type, int earlier, Agent... idle) {
    List<Candidate> candidates = List.of(idle).stream().map(a -> new Candidate(a, EARLY)).toList();
    return Dispatcher.pick(type, earlier, candidates, Map.of());
  }
}
