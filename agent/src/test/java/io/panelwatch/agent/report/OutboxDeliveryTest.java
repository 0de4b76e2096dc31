package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random lives of a link against a model of what the contract promises: a ledger of what reached
 * the backend, and how far it has acknowledged.
 */
class OutboxDeliveryTest {

  private static final int WINDOW = 4;

  private static FaultStore store;

  /** What can happen to a link. */
  enum Step {
    COMMIT,
    COMMIT_THREE,
    SOMEBODY_DOES_SOMETHING,
    ACCEPTED,
    REFUSED,
    CUT,
    CUT_BUT_DELIVERED,
    ANSWERED,
    NOBODY_LISTENED,
    QUOTA_EXCEEDED,
    NOT_AUTHORISED,
    TOO_LARGE,
    BACKEND_ACKNOWLEDGES,
    BACKEND_MISSES_ONE,
    ACK_OF_ANOTHER_EPOCH,
    A_MINUTE_PASSES
  }

  @BeforeContainer
  static void open() throws IOException {
    store = FaultStore.open(Files.createTempDirectory("outbox"), new ManualClock());
  }

  @AfterContainer
  static void close() {
    store.close();
  }

  @Property(tries = 40)
  void nothingIsLostNorReorderedNorForgottenBeforeTheBackendSaysSo(
      @ForAll @Size(min = 5, max = 50) List<Step> steps) {
    OutboxStatus left = store.outboxStatus();
    store.acknowledge(
        left.epoch(), left.lastSeq(), new ReportEncoder(Bench.PROFILE, new ManualClock()));
    var life = new Life(new Bench(store));
    for (Step step : steps) {
      life.take(step);
      life.check();
    }
    life.everythingHeals();
  }

  private static final class Life {
    private final Bench bench;
    private final long epoch;
    private final long base;
    private final Set<Long> applied = new HashSet<>();
    private long acknowledged;

    Life(Bench bench) {
      this.bench = bench;
      epoch = store.outboxStatus().epoch();
      base = store.outboxStatus().lastSeq();
      acknowledged = base;
    }

    private FakeWire.Link link() {
      return bench.wire.last();
    }

    void take(Step step) {
      switch (step) {
        case COMMIT -> bench.commit();
        case COMMIT_THREE -> {
          bench.commit();
          bench.commit();
          bench.commit();
        }
        case SOMEBODY_DOES_SOMETHING -> bench.commitDeed();
        case ACCEPTED -> {
          if (!link().up && !link().over) {
            bench.connect(WINDOW + 2);
          }
        }
        case REFUSED -> cutIf(!link().up);
        case CUT -> cutIf(link().up);
        case CUT_BUT_DELIVERED -> {
          if (link().up) {
            link().unanswered.forEach(waiting -> apply(waiting.message()));
            cutIf(true);
          }
        }
        case ANSWERED -> answer(0, true);
        case NOBODY_LISTENED -> answer(0x10, false);
        case QUOTA_EXCEEDED -> answer(0x97, false);
        case NOT_AUTHORISED -> answer(0x87, false);
        case TOO_LARGE -> answer(0x95, false);
        case BACKEND_ACKNOWLEDGES -> acknowledge(List.of());
        case BACKEND_MISSES_ONE -> acknowledge(List.of(contiguous() + 1));
        case ACK_OF_ANOTHER_EPOCH -> {
          if (link().up) {
            bench.acknowledge(epoch - 1, 1_000_000, List.of());
          }
        }
        case A_MINUTE_PASSES -> bench.pass(Duration.ofSeconds(61));
      }
    }

    private void cutIf(boolean condition) {
      if (condition && !link().over) {
        link().cut(0);
        bench.run();
      }
    }

    private void answer(int reasonCode, boolean delivered) {
      if (link().up && !link().unanswered.isEmpty()) {
        if (delivered) {
          apply(link().unanswered.getFirst().message());
        }
        bench.answer(reasonCode);
      }
    }

    private void apply(Wire.Outgoing message) {
      if (Bench.isEvent(message)) {
        applied.add(Bench.seqOf(message));
      }
    }

    private long contiguous() {
      long seq = base;
      while (applied.contains(seq + 1)) {
        seq++;
      }
      return seq;
    }

    private void acknowledge(List<Long> missing) {
      if (link().up) {
        acknowledged = contiguous();
        bench.acknowledge(epoch, acknowledged, missing);
      }
    }

    void check() {
      assertEquals(
          acknowledged + 1,
          store.outboxStatus().oldestSeq(),
          "rows leave on dn/ack, and only then");
      assertTrue(link().unanswered.size() <= WINDOW, "window");
      assertEquals(
          LongStream.rangeClosed(acknowledged + 1, store.outboxStatus().lastSeq()).boxed().toList(),
          store.outboxAfter(0, 0, 10_000).stream().map(row -> row.seq()).toList(),
          "no hole in what is kept");
      firstSendingsAreInOrder();
    }

    private void firstSendingsAreInOrder() {
      List<Long> first = Bench.seqs(link()).stream().distinct().toList();
      assertEquals(first.stream().sorted().toList(), first, "order is seq");
      for (int i = 1; i < first.size(); i++) {
        long before = first.get(i) - 1;
        assertTrue(
            first.get(i - 1) == before || before <= acknowledged, "only acknowledged are left out");
      }
    }

    /** From wherever it is, a good network brings everything over. */
    void everythingHeals() {
      for (int round = 0; acknowledged < store.outboxStatus().lastSeq(); round++) {
        assertTrue(round < 100, "does not heal; backend has " + applied);
        if (link().over) {
          bench.pass(Duration.ofSeconds(61));
        }
        if (!link().up && !link().over) {
          bench.connect(WINDOW + 2);
        }
        while (link().up && !link().unanswered.isEmpty()) {
          answer(0, true);
        }
        acknowledge(List.of());
        bench.pass(Duration.ofMinutes(11));
        check();
      }
      assertEquals(0, store.outboxStatus().depth());
      assertEquals(store.outboxStatus().lastSeq() - base, applied.size());
    }
  }
}
