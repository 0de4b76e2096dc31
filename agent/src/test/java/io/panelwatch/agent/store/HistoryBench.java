package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a long history costs, and what a fault costs the storage. Not part of the tests:
 *
 * <pre>./build -pl agent -am verify -Dtest=HistoryBench -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * <p>{@code -Dpanelwatch.transitions} draws another number of them than a year may bring. It tells
 * the times beside their budgets and fails by the sizes only: other work on the same machine
 * changes the times.
 */
final class HistoryBench {

  private static final int TRANSITIONS = Integer.getInteger("panelwatch.transitions", 1_000_000);
  private static final int A_COMMIT = 1_000;
  private static final int COMPONENTS = 50;
  private static final int LOOKS = 9;
  private static final int QUERIES = 500;

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  @Test
  void yearOfHistory() throws IOException {
    var settings = new StoreSettings(Optional.empty(), 365, 256);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path full = Files.createDirectory(folder.resolve("full"));
    double mostMegabytes = 0;
    try (var store = FaultStore.open(full, settings, clock)) {
      for (int done = 0; done < TRANSITIONS; done += A_COMMIT) {
        store.commit(transitions(done), ENCODER);
        OutboxStatus outbox = store.outboxStatus();
        store.acknowledge(outbox.epoch(), outbox.lastSeq(), ENCODER);
        clock.advance(Pruning.EVERY.dividedBy(2));
        for (int step = 0; step < 20; step++) {
          store.maintain();
        }
        mostMegabytes = Math.max(mostMegabytes, megabytes(full));
      }
      var history = new FaultHistory(full, store);
      var middle = OptionalLong.of(history.countBefore(Long.MAX_VALUE) / 2);
      System.out.printf(
          "%d transitions: list %s, newest page of 100 %s, page in the middle %s"
              + " (99 %%, of 10 ms), at most %.0f MiB of 256 on the storage%n",
          TRANSITIONS,
          timed(store::active),
          timed(() -> history.page(OptionalLong.empty(), 100)),
          timed(() -> history.page(middle, 100)),
          mostMegabytes);
    }
    System.out.printf(
        "start with them %.1f ms, empty %.1f ms (median, of 50 ms more)%n",
        start(full, settings), start(empty, settings));
    assertTrue(mostMegabytes < 256 * 1.1, "kept in bounds, but for the log and one hour");
  }

  @Test
  void whatAFaultCostsTheStorage() throws IOException, SQLException {
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      try (var store = FaultStore.open(folder, clock)) {
        store.commit(transitions(0), ENCODER);
        FaultyStorage.Counts before = storage.counts();
        int faults = 100;
        for (int i = 1; i <= faults; i++) {
          for (FaultTransition one : transitions(i * A_COMMIT).subList(0, 2)) {
            store.commit(List.of(one), new LongReports());
          }
          OutboxStatus outbox = store.outboxStatus();
          store.acknowledge(outbox.epoch(), outbox.lastSeq(), ENCODER);
        }
        FaultyStorage.Counts after = storage.counts();
        System.out.printf(
            "a fault that is raised, cleared and acknowledged, reports of 12 kB: %d kB written,"
                + " %.1f flushes%n",
            (after.bytes() - before.bytes()) / faults / 1_000,
            (after.syncs() - before.syncs()) / (double) faults);

        FaultyStorage.Counts idle = storage.counts();
        for (int look = 0; look < 43_200; look++) {
          clock.advance(Duration.ofSeconds(2));
          store.maintain();
        }
        System.out.printf(
            "a day without faults: %d bytes written%n", storage.counts().bytes() - idle.bytes());
      }
    }
  }

  /** Episodes that begin and end, one after the other on each component. */
  private List<FaultTransition> transitions(int from) {
    var transitions = new ArrayList<FaultTransition>();
    for (int i = from; i < from + A_COMMIT; i += 2) {
      int episode = i / 2;
      var occurrence = new Occurrence(1 + episode / COMPONENTS, 1);
      String boot = "boot-" + episode % COMPONENTS;
      transitions.add(
          TestFaults.told(
              FaultTransition.Kind.RAISED,
              TestFaults.stoppedFan("f" + episode, 1, true, boot, occurrence)));
      transitions.add(
          TestFaults.told(
              FaultTransition.Kind.CLEARED,
              TestFaults.stoppedFan("f" + episode, 2, false, boot, occurrence)));
    }
    return transitions;
  }

  private double start(Path state, StoreSettings settings) {
    double[] millis = new double[LOOKS];
    for (int i = 0; i < LOOKS; i++) {
      long began = System.nanoTime();
      try (var store = FaultStore.open(state, settings, clock)) {
        store.recollection();
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[LOOKS / 2];
  }

  /**
   * Of a program that has been asked before: the first ones load and compile it. The median beside
   * the 99 % tells what of these is other work on the same machine.
   */
  private static String timed(Runnable query) {
    for (int i = 0; i < QUERIES; i++) {
      query.run();
    }
    double[] millis = new double[QUERIES];
    for (int i = 0; i < QUERIES; i++) {
      long began = System.nanoTime();
      query.run();
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return "%.2f ms (median %.2f)".formatted(millis[QUERIES * 99 / 100], millis[QUERIES / 2]);
  }

  private static double megabytes(Path state) throws IOException {
    return Files.size(state.resolve("faults.db")) / (double) (1 << 20);
  }
}
