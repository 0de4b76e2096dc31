package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.AgentHealth;
import io.panelwatch.hal.BoardStarts;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AgentRulesTest {

  private static final Measured NEW = Measured.of(3_600);
  private static final Measured A_DAY = Measured.of(24 * 3_600);

  @Test
  void backlogIsJudgedByItsDepth() {
    assertEquals(List.of("agent RAISE"), backlog(Measured.of(80), NEW));
    assertEquals(List.of("agent HOLD"), backlog(Measured.of(79.9), NEW));
    assertEquals(List.of("agent CLEAR"), backlog(Measured.of(50), NEW));
  }

  @Test
  void backlogIsJudgedByItsAgeHoweverShortItIs() {
    assertEquals(List.of("agent RAISE"), backlog(Measured.of(0.01), A_DAY));
    assertEquals(List.of("agent CLEAR"), backlog(Measured.of(0.01), ABSENT));
  }

  @Test
  void backlogWithoutABrokerIsNone() {
    assertEquals(List.of(), backlog(ABSENT, ABSENT));
    assertEquals(Verdict.CLEAR, new OutboxFull().ofVanished(answered(true)));
    assertEquals(Verdict.NO_DATA, new OutboxFull().ofVanished(answered(false)));
  }

  @Test
  void uncleanStartIsNewsForAMinute() {
    assertEquals(List.of("board RAISE,CLEAR"), starts(1, Measured.of(0)));
    assertEquals(List.of("board RAISE,CLEAR"), starts(1, Measured.of(60)));
    assertEquals(List.of("board CLEAR,CLEAR"), starts(1, Measured.of(60.1)));
  }

  @Test
  void thirdUncleanStartOfADayIsMajor() {
    assertEquals(List.of("board RAISE,CLEAR"), starts(2, Measured.of(2)));
    assertEquals(List.of("board RAISE,RAISE"), starts(3, Measured.of(2)));
  }

  @Test
  void boardThatWasShutDownHasNoNewsHoweverOftenItWasNot() {
    assertEquals(List.of("board CLEAR,CLEAR"), starts(5, ABSENT));
  }

  @Test
  void boardThatCannotTellOneStartFromTheNextIsNotJudged() {
    assertEquals(
        List.of(),
        Judge.judge(
            new UncleanStart(), Past.NONE, new BoardStarts("board", "/state", ABSENT, ABSENT)));
  }

  @Test
  void storageThatRefusesTheStoreIsReadOnly() {
    assertEquals(List.of("store RAISE"), storage(Measured.of(true)));
    assertEquals(List.of("store CLEAR"), storage(Measured.of(false)));
    assertEquals(List.of("store NO_DATA"), storage(FAILED));
    assertEquals(List.of(), storage(ABSENT));
  }

  private static List<String> backlog(Measured percent, Measured oldestSeconds) {
    return Judge.judge(new OutboxFull(), Past.NONE, agent(ABSENT, percent, oldestSeconds));
  }

  private static List<String> storage(Measured refuses) {
    return Judge.judge(new ReadOnly(), Past.NONE, agent(refuses, ABSENT, ABSENT));
  }

  private static AgentHealth agent(
      Measured storageRefuses, Measured outboxPercent, Measured outboxOldestSeconds) {
    return new AgentHealth(
        "agent",
        "panelwatch",
        ABSENT,
        ABSENT,
        storageRefuses,
        outboxPercent,
        outboxOldestSeconds,
        ABSENT,
        ABSENT,
        ABSENT);
  }

  private static List<String> starts(int unclean, Measured foundSecondsAgo) {
    return Judge.judge(
        new UncleanStart(),
        Past.NONE,
        new BoardStarts("board", "/state", Measured.of((double) unclean), foundSecondsAgo));
  }

  private static Scan answered(boolean whether) {
    SourceState.Outcome outcome =
        whether ? SourceState.Outcome.ANSWERED : SourceState.Outcome.FAILED;
    return new Scan(
        Instant.EPOCH,
        true,
        0,
        List.of(),
        List.of(new SourceState(SensorFamily.AGENT, outcome, 0, "panelwatch")));
  }
}
