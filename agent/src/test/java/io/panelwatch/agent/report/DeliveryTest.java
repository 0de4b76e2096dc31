package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.TestDeeds;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single decisions of the delivery; whole lives of it are in {@link OutboxDeliveryTest}. */
final class DeliveryTest {

  /** What {@link Delivery} leaves of a receive maximum to the client library. */
  private static final int RESERVE = 2;

  @TempDir private Path folder;

  private final ManualClock clock = new ManualClock();
  private final ReportEncoder encoder = new ReportEncoder(Bench.PROFILE, clock);
  private final FakeWire.Link link = (FakeWire.Link) new FakeWire().open(passing(), null);
  private FaultStore store;
  private Delivery delivery;

  @BeforeEach
  void open() {
    store = FaultStore.open(folder.resolve("state"), clock);
    delivery =
        new Delivery(
            store,
            encoder,
            clock,
            "",
            (doc, brief) ->
                Optional.of(Messages.state("" + doc, brief ? "{\"brief\":true}" : "{}")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void windowIsTheReceiveMaximumLessWhatTheClientNeedsAndSixteenAtMost() {
    commit(40);

    delivery.connected(link, 6);
    assertEquals(4, link.unanswered.size());
    delivery.disconnected();
    link.unanswered.clear();
    delivery.connected(link, 65_535);
    assertEquals(16, link.unanswered.size());
    delivery.disconnected();
    link.unanswered.clear();
    delivery.connected(link, 1);
    assertEquals(1, link.unanswered.size());
  }

  @Test
  void eachReportGoesToItsTopicAlsoWhereItIsGivenUp() {
    commit(1);
    store.commit(Batch.of(TestDeeds.acknowledged("f-1")), encoder);
    store.commit(Batch.of(TestDeeds.acknowledged("f-2")), encoder);
    store.skip(store.outboxStatus().epoch(), 3, encoder);

    delivery.connected(link, 20);
    while (!link.unanswered.isEmpty()) {
      answer(0);
    }

    assertEquals(List.of(1L), link.publishedOn("up/fault").stream().map(Bench::seqOf).toList());
    assertEquals(
        List.of(2L, 3L), link.publishedOn("up/service").stream().map(Bench::seqOf).toList());
  }

  @Test
  void documentThatIsTooLargeIsSentInBriefUntilTheNextConnection() {
    delivery.connected(link, 20);
    answer(0);
    answer(ReasonCode.PACKET_TOO_LARGE);
    answerEverything();
    delivery.changed(Document.ACTIVE_FAULTS);
    answerEverything();
    delivery.disconnected();
    delivery.connected(link, 20);

    assertEquals(
        List.of("{}", "{\"brief\":true}", "{\"brief\":true}", "{}"),
        link.publishedOn("ACTIVE_FAULTS").stream().map(Wire.Outgoing::payload).toList());
  }

  /** That it was refused is told until it is taken. */
  @Test
  void documentThatIsTooLargeInBriefIsTriedAgainWithTheNextResend() {
    delivery.connected(link, 20);
    answer(0);
    answer(ReasonCode.PACKET_TOO_LARGE);
    answer(0);
    answer(ReasonCode.PACKET_TOO_LARGE);
    assertEquals(2, link.publishedOn("ACTIVE_FAULTS").size());

    clock.advance(Delivery.FIRST_RESEND);
    delivery.resendIfStuck();

    assertEquals(3, link.publishedOn("ACTIVE_FAULTS").size());
  }

  @Test
  void passingMessageTakesAPlaceInTheWindowAndIsDroppedWhereThereIsNone() {
    delivery.sendPassing(passing());
    assertEquals(0, link.published.size(), "not connected");

    connected(1);
    delivery.sendPassing(passing());
    delivery.sendPassing(passing());
    assertEquals(1, link.publishedOn("up/health").size(), "the window has one place");

    answer(0);
    delivery.sendPassing(passing());
    assertEquals(2, link.publishedOn("up/health").size());
  }

  @Test
  void whatTheBackendHasNotAcknowledgedIsSentAgainOnTheNextConnection() {
    commit(3);
    connected(8);
    answerEverything();
    delivery.acknowledged(epoch(), 1, List.of());
    delivery.disconnected();

    connected(8);
    answerEverything();

    assertEquals(List.of(1L, 2L, 3L, 2L, 3L), seqs(), "that the broker had it is not enough");
  }

  @Test
  void oldestKeptRowIsSentAgainWhenItIsMissingAndOnlyOnesBeforeItAreTheStatussBusiness() {
    commit(2);
    connected(8);
    answerEverything();
    delivery.acknowledged(epoch(), 1, List.of());

    delivery.acknowledged(epoch(), 1, List.of(2L));
    assertEquals(List.of(1L, 2L, 2L), seqs());
    assertEquals(1, link.publishedOn("STATUS").size());

    delivery.acknowledged(epoch(), 1, List.of(1L));
    assertEquals(List.of(1L, 2L, 2L), seqs());
    assertEquals(2, link.publishedOn("STATUS").size());
  }

  @Test
  void rowThatIsStillInFlightIsNotSentASecondTimeWhenItIsMissing() {
    commit(1);
    connected(8);

    delivery.acknowledged(epoch(), 0, List.of(1L));

    assertEquals(List.of(1L), seqs());
  }

  @Test
  void missingRowThatIsAcknowledgedBeforeItsTurnIsNotReplacedByTheNextOne() {
    commit(3);
    connected(1);
    answerEverything();
    delivery.changed(Document.STATUS); // takes the only place
    delivery.acknowledged(epoch(), 0, List.of(2L));
    delivery.acknowledged(epoch(), 2, List.of());

    answerEverything();

    assertEquals(List.of(1L, 2L, 3L), seqs());
  }

  @Test
  void documentThatIsRefusedIsSentAgainWithTheNextResendAndThenNoMore() {
    delivery.connected(link, 3 + RESERVE);
    answer(0x80); // the first is the status
    answer(0);
    answer(0);

    clock.advance(Delivery.FIRST_RESEND);
    assertEquals(Delivery.FIRST_RESEND.multipliedBy(2), delivery.resendIfStuck());
    assertEquals(2, link.publishedOn("STATUS").size());
    assertEquals(1, link.publishedOn("INVENTORY").size(), "that one was taken");
    answer(0x7f);

    clock.advance(Delivery.FIRST_RESEND.multipliedBy(2));
    assertEquals(Delivery.FIRST_RESEND, delivery.resendIfStuck(), "idle is not stuck");
    assertEquals(2, link.publishedOn("STATUS").size());
  }

  @Test
  void resendWaitsForTheRestOfItsTimeAndThenTwiceAsLongUpToTenMinutes() {
    commit(1);
    connected(8);
    clock.advance(Duration.ofSeconds(12));

    assertEquals(Duration.ofSeconds(18), delivery.resendIfStuck());

    clock.advance(Duration.ofSeconds(18));
    Duration next = delivery.resendIfStuck();
    assertEquals(Duration.ofMinutes(1), next);
    for (int i = 0; i < 6; i++) {
      clock.advance(next);
      next = delivery.resendIfStuck();
    }
    assertEquals(Delivery.LAST_RESEND, next);
  }

  @Test
  void firstErrorCodeIsAnErrorAndHoldsAllRowsUntilTheResend() {
    commit(2);
    connected(1);

    answer(0x80);
    assertEquals(List.of(1L), seqs());

    clock.advance(Delivery.FIRST_RESEND);
    delivery.resendIfStuck();
    assertEquals(List.of(1L, 1L), seqs());
    answer(0x7f);
    assertEquals(List.of(1L, 1L, 2L), seqs(), "the last code that is none");
  }

  @Test
  void refusedReportStandsSoUntilTheBackendHasItByOtherWays() {
    commit(1);
    connected(1);
    answer(0x80);
    assertTrue(delivery.answers().standsRefused());

    delivery.acknowledged(epoch(), 1, List.of());

    assertFalse(delivery.answers().standsRefused());
  }

  @Test
  void refusedReportStandsNoMoreAtAPlaceOfAnEpochThatIsOver() {
    commit(1);
    connected(1);
    answer(0x80);

    delivery.acknowledged(epoch(), 9, List.of());

    assertFalse(delivery.answers().standsRefused());
  }

  @Test
  void progressPutsTheResendOff() {
    commit(2);
    connected(1);
    clock.advance(Duration.ofSeconds(20));
    answer(0);
    clock.advance(Duration.ofSeconds(20));

    assertEquals(Duration.ofSeconds(10), delivery.resendIfStuck());
  }

  @Test
  void answerThatNobodyWaitsForChangesNothing() {
    commit(1);
    connected(1);

    delivery.published(4711, 0x80);
    delivery.published(4711, 0);

    assertEquals(List.of(1L), seqs());
    answer(0);
    assertEquals(1, store.outboxStatus().depth());
  }

  private void commit(int rows) {
    for (int i = 0; i < rows; i++) {
      store.commit(List.of(TestFaults.cleared(UUID.randomUUID().toString())), encoder);
    }
  }

  /** Connects with that many places in the window, its documents sent and answered. */
  private void connected(int window) {
    delivery.connected(link, window + RESERVE);
    for (int i = 0; i < Document.values().length; i++) {
      answer(0);
    }
  }

  private void answer(int reasonCode) {
    delivery.published(link.unanswered.removeFirst().tag(), reasonCode);
  }

  private void answerEverything() {
    while (!link.unanswered.isEmpty()) {
      answer(0);
    }
  }

  private long epoch() {
    return store.outboxStatus().epoch();
  }

  private List<Long> seqs() {
    return Bench.seqs(link);
  }

  private static Wire.Outgoing passing() {
    return Messages.passing("up/health", "{}", Duration.ofSeconds(1));
  }
}
