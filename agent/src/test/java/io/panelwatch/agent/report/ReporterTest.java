package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.LinkStatus.Phase;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReporterTest {

  private static final int LARGE = 65_535;

  @TempDir Path temp;
  private FaultStore store;
  private Bench bench;

  @BeforeEach
  void start() {
    store = FaultStore.open(temp.resolve("state"), new ManualClock());
    bench = new Bench(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void connectPublishesStatusThenActiveFaultsThenTheWholeOutboxInOrder() {
    bench.commit();
    bench.commit();
    FakeWire.Link link = bench.connect(LARGE);

    List<String> topics = link.published.stream().map(Wire.Outgoing::topic).toList();
    assertEquals(
        List.of(
            "panelwatch/v1/kiosk-1/up/status",
            "panelwatch/v1/kiosk-1/up/faults/active",
            "panelwatch/v1/kiosk-1/up/fault",
            "panelwatch/v1/kiosk-1/up/fault"),
        topics);
    assertEquals(List.of(1L, 2L), Bench.seqs(link));
    assertTrue(link.published.getFirst().retained());
    assertTrue(link.published.getFirst().payload().contains("\"online\":true"));
    assertEquals("application/cloudevents+json", link.published.getLast().contentType());
    assertFalse(link.published.getLast().retained());
  }

  @Test
  void willAndGoodbyeSayOfflineWithTheConnectionTheyBelongTo() {
    assertTrue(bench.wire.last().will.payload().contains("\"online\":false"));
    assertTrue(bench.wire.last().will.payload().contains("\"connSeq\":1,"));
    FakeWire.Link link = bench.connect(LARGE);

    bench.reporter.end();
    bench.run();

    assertTrue(link.goodbyes.getFirst().payload().contains("\"online\":false"));
    assertTrue(link.goodbyes.getFirst().payload().contains("\"connSeq\":1,"));
    bench.pass(Duration.ofHours(1));
    assertEquals(1, bench.wire.links.size(), "nothing is tried after the end");
  }

  @Test
  void windowStaysTwoBelowTheBrokersReceiveMaximumAndNeverAboveSixteen() {
    for (int i = 0; i < 40; i++) {
      bench.commit();
    }
    assertEquals(3, bench.connect(5).unanswered.size());
    bench.wire.last().cut(0);
    bench.pass(Duration.ofSeconds(61));
    assertEquals(16, bench.connect(LARGE).unanswered.size());
    bench.wire.last().cut(0);
    bench.pass(Duration.ofSeconds(61));
    assertEquals(1, bench.connect(1).unanswered.size(), "one at a time is the least");
  }

  @Test
  void rowsComeAgainAfterThirtySecondsThenAMinuteWithoutAcknowledgement() {
    bench.commit();
    FakeWire.Link link = bench.connect(LARGE);
    bench.answerAll();

    bench.pass(Duration.ofSeconds(29));
    assertEquals(List.of(1L), Bench.seqs(link));
    bench.pass(Duration.ofSeconds(1));
    assertEquals(List.of(1L, 1L), Bench.seqs(link));
    bench.answerAll();
    bench.pass(Duration.ofSeconds(59));
    assertEquals(List.of(1L, 1L), Bench.seqs(link));
    bench.pass(Duration.ofSeconds(1));
    assertEquals(List.of(1L, 1L, 1L), Bench.seqs(link));
  }

  @Test
  void rowAfterAnIdleHourComesAgainAfterThirtySecondsAllTheSame() {
    FakeWire.Link link = bench.connect(LARGE);
    bench.answerAll();
    for (int i = 0; i < 120; i++) {
      bench.pass(Duration.ofSeconds(30));
    }
    bench.commit();
    bench.answerAll();

    bench.pass(Duration.ofSeconds(29));
    assertEquals(List.of(1L), Bench.seqs(link));
    bench.pass(Duration.ofSeconds(1));
    assertEquals(List.of(1L, 1L), Bench.seqs(link));
  }

  @Test
  void missingRowIsSentAgainAtOnceAndOthersAreNot() {
    bench.commit();
    bench.commit();
    bench.commit();
    FakeWire.Link link = bench.connect(LARGE);
    bench.answerAll();

    bench.acknowledge(store.outboxStatus().epoch(), 1, List.of(2L));

    assertEquals(List.of(1L, 2L, 3L, 2L), Bench.seqs(link));
  }

  @Test
  void rowsThatAreGoneAreAnsweredWithTheStatus() {
    bench.commit();
    bench.commit();
    FakeWire.Link link = bench.connect(LARGE);
    bench.answerAll();
    bench.acknowledge(store.outboxStatus().epoch(), 2, List.of());

    bench.acknowledge(store.outboxStatus().epoch(), 0, List.of(1L));

    assertEquals(List.of(1L, 2L), Bench.seqs(link));
    assertEquals(2, link.publishedOn("up/status").size());
    assertTrue(link.publishedOn("up/status").getLast().payload().contains("\"oldestSeq\":3,"));
  }

  @Test
  void refusedMessageIsSentAsSkippedInItsPlace() {
    bench.commit();
    bench.commit();
    FakeWire.Link link = bench.connect(LARGE);
    bench.answer(0);
    bench.answer(0);
    bench.answer(0x95);

    assertEquals(List.of(1L, 2L, 1L), Bench.seqs(link));
    assertTrue(link.published.getLast().payload().contains("io.panelwatch.skipped.v1"));
    assertEquals(2, store.outboxStatus().depth(), "and stays until the backend has it");
  }

  @Test
  void refusalOfTheSenderHoldsRowsUntilTheNextResend() {
    bench.commit();
    FakeWire.Link link = bench.connect(LARGE);
    bench.answer(0);
    bench.answer(0);
    bench.answer(0x87);
    bench.commit();
    assertEquals(List.of(1L), Bench.seqs(link));

    bench.pass(Duration.ofSeconds(30));
    assertEquals(List.of(1L, 2L), Bench.seqs(link).subList(1, 3));
  }

  @Test
  void acknowledgementBeyondTheOutboxBeginsANewEpochAndSendsEverythingInIt() {
    bench.commit();
    FakeWire.Link link = bench.connect(LARGE);
    bench.answerAll();
    long old = store.outboxStatus().epoch();

    bench.acknowledge(old, 70, List.of());

    long epoch = store.outboxStatus().epoch();
    assertTrue(epoch > old);
    Wire.Outgoing again = link.publishedOn("up/fault").getLast();
    assertTrue(again.payload().contains("\"id\":\"kiosk-1:" + epoch + ":1\""));
    assertTrue(again.payload().contains("\"epoch\":" + epoch + ","));
    assertTrue(link.publishedOn("up/status").getLast().payload().contains("\"epoch\":" + epoch));
  }

  @Test
  void lostLinkIsTriedAgainWithinASecondAndLaterWithinAMinuteEachAttemptANewConnection() {
    for (int attempt = 1; attempt <= 12; attempt++) {
      assertEquals(attempt, bench.wire.links.size());
      bench.wire.last().cut(0);
      bench.run();
      assertTrue(bench.wire.last().over);
      bench.pass(Duration.ofSeconds(Math.min(60, 1L << (attempt - 1))));
    }
  }

  /** As by an ACL, or for something that it says at each connect. */
  @Test
  void whoIsThrownOutRightAfterEachConnectTriesLessAndLessOften() {
    for (int second = 0; second < 600; second++) {
      if (!bench.wire.last().over) {
        bench.connect(LARGE);
        bench.wire.last().cut(0x87);
      }
      bench.pass(Duration.ofSeconds(1));
    }
    assertTrue(bench.wire.links.size() < 60, () -> bench.wire.links.size() + " attempts");
  }

  @Test
  void linkThatWorkedIsTriedAgainWithinASecond() {
    for (int attempt = 0; attempt < 20; attempt++) {
      bench.commit();
      bench.connect(LARGE);
      bench.answerAll();
      OutboxStatus outbox = store.outboxStatus();
      bench.acknowledge(outbox.epoch(), outbox.lastSeq(), List.of());
      bench.wire.last().cut(0);
      bench.pass(Duration.ofSeconds(1));
      assertEquals(attempt + 2, bench.wire.links.size());
    }
  }

  /** Its pings are answered: nothing else would end that. */
  @Test
  void brokerThatAnswersNothingIsLetGoOfAndFoundAnew() {
    for (int i = 0; i < 40; i++) {
      bench.commit();
    }
    FakeWire.Link silent = bench.connect(LARGE);
    bench.pass(Duration.ofSeconds(59));
    assertFalse(silent.over);

    for (int second = 0; second < 62; second++) {
      bench.pass(Duration.ofSeconds(1));
    }

    assertTrue(silent.over);
    assertEquals(2, bench.wire.links.size());
    assertTrue(Bench.seqs(bench.connect(LARGE)).contains(1L), "from the beginning");
  }

  /** What is passing is no answer of the broker: it is done once it is on the line. */
  @Test
  void brokerThatAnswersNothingIsLetGoOfAlsoWhileHealthGoesOut() {
    bench.connect(LARGE);
    bench.answerAll();
    bench.commit();
    FakeWire.Link silent = bench.wire.last();
    for (int second = 1; second <= 180 && !silent.over; second++) {
      bench.pass(Duration.ofSeconds(1));
      if (second % 30 == 20 && !silent.over) {
        bench.health();
        answerWhatIsPassing(silent);
      }
    }

    assertTrue(silent.over);
  }

  private void answerWhatIsPassing(FakeWire.Link link) {
    List<FakeWire.Unanswered> passing =
        link.unanswered.stream().filter(sent -> sent.message().qos() == 0).toList();
    assertEquals(1, passing.size());
    link.unanswered.removeAll(passing);
    passing.forEach(sent -> link.listener.published(sent.tag(), 0));
    bench.run();
  }

  @Test
  void linkThatHeldForAMinuteIsTriedAgainWithinASecond() {
    for (int attempt = 0; attempt < 20; attempt++) {
      bench.connect(LARGE);
      bench.answerAll();
      for (int second = 0; second < 61; second++) {
        bench.pass(Duration.ofSeconds(1));
        bench.answerAll();
      }
      bench.wire.last().cut(0);
      bench.pass(Duration.ofSeconds(1));
      assertEquals(attempt + 2, bench.wire.links.size());
    }
  }

  @Test
  void linkThatHasNothingToSendIsNotTakenForOneThatIsNotAnswered() {
    FakeWire.Link idle = bench.connect(LARGE);
    bench.answerAll();
    bench.pass(Duration.ofHours(1));
    bench.commit();
    bench.pass(Duration.ofSeconds(30));

    assertFalse(idle.over);
  }

  @Test
  void sessionTakenOverEndsTheLinkForGood() {
    bench.connect(LARGE);
    bench.wire.last().cut(0x8E);
    bench.run();
    bench.pass(Duration.ofHours(1));

    assertEquals(1, bench.wire.links.size());
    assertEquals(new Event.LinkChanged(new LinkStatus(Phase.OFF, 0)), bench.events.getLast());
  }

  @Test
  void whatAnOldConnectionStillTellsIsForgotten() {
    bench.commit();
    FakeWire.Link old = bench.connect(LARGE);
    old.cut(0);
    bench.pass(Duration.ofSeconds(61));
    FakeWire.Link current = bench.connect(LARGE);
    old.listener.down(0, "late");
    old.listener.published(1, 0);
    bench.run();

    assertFalse(current.over);
    assertEquals(2, bench.wire.links.size());
  }

  @Test
  void linkAndOutboxDepthAreToldWheneverTheyChange() {
    bench.commit();
    bench.connect(LARGE);
    bench.acknowledge(store.outboxStatus().epoch(), 1, List.of());

    assertEquals(
        List.of(
            new LinkStatus(Phase.CONNECTING, 0),
            new LinkStatus(Phase.CONNECTING, 1),
            new LinkStatus(Phase.CONNECTED, 1),
            new LinkStatus(Phase.CONNECTED, 0)),
        bench.events.stream().map(e -> ((Event.LinkChanged) e).link()).toList());
  }
}
