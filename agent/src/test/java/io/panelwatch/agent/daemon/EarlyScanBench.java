package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.LinuxBoard;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.Component;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.SimulatedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * How long it takes from something that happens to the judgement of it: from a uevent of this
 * machine's kernel (needs root), and from a change of the simulated board. Prints milliseconds.
 *
 * <p>Of each change, the time until the first judgement of a scan that has read the family after
 * it: a scan of everything may have been under way, and then the change waits for its end. In it
 * are the 2 ms for which {@link Agenda} joins a burst. What is above that is hand-overs between
 * threads, reading the family, and judging: on a busy machine, mostly waiting for a processor.
 *
 * <p>Run from the folder {@code agent} with the class path of its tests and the flags of a board's
 * virtual machine; not a test, because the figures are those of a machine.
 */
final class EarlyScanBench {

  private static final int CHANGES = 200;
  private static final Path UEVENT = Path.of("/sys/class/net/lo/uevent");

  private EarlyScanBench() {}

  /** Measures what this machine lets it. */
  public static void main(String[] args) throws Exception {
    try (var clock = new SimulatedClock(1);
        SimulatedBoard board = SimulatedBoard.create(clock, 1)) {
      measure(
          "simulated change",
          SensorFamily.FANS,
          board,
          i -> board.apply(new BoardChange.FanStopped(Component.FAN1, i % 2 == 0)));
    }
    if (Files.isWritable(UEVENT)) {
      try (LinuxBoard board = LinuxBoard.of(Path.of("/"))) {
        measure("uevent", SensorFamily.NET_LINKS, board, i -> announce());
      }
    }
  }

  private interface Change {
    void make(int number);
  }

  /** A judgement, and when what it judged was read, in the board's time. */
  private record Judged(long readNanos, long endedNanos) {}

  private static void measure(String what, SensorFamily family, Board board, Change change)
      throws Exception {
    Limits limits = Limits.of(Catalogue.load(), Map.of());
    var rehearsal = new Rehearsal(limits);
    var lifecycle =
        new Lifecycle(
            limits,
            new Boot("bench", board.clock().monotonicNanos()),
            new FaultIds(),
            (code, component) -> Occurrence.FIRST);
    var judged = new LinkedBlockingQueue<Judged>();
    try (var _ =
        new Watch(
            board.clock(),
            board.sources(),
            board.events(),
            scan -> {
              lifecycle.judge(scan);
              judged.add(new Judged(readNanos(scan, family), System.nanoTime()));
              rehearsal.accept(scan);
            },
            () -> {},
            () -> {})) {
      double[] millis = new double[CHANGES];
      for (int i = 0; i < CHANGES; i++) {
        // Apart from each other and from the period's scans, as faults are.
        board.clock().sleep(Watch.PERIOD.dividedBy(8).plusMillis(i % 50));
        judged.clear();
        long changed = board.clock().monotonicNanos();
        long began = System.nanoTime();
        change.make(i);
        Judged first = judged.take();
        while (first.readNanos() < changed) {
          first = judged.take();
        }
        millis[i] = (first.endedNanos() - began) / 1e6;
      }
      Arrays.sort(millis);
      System.out.printf(
          Locale.ROOT,
          "%-16s p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
          what,
          millis[CHANGES / 2],
          millis[CHANGES * 99 / 100],
          millis[CHANGES - 1]);
    }
  }

  private static long readNanos(Scan scan, SensorFamily family) {
    return scan.sources().stream()
        .filter(source -> source.family() == family)
        .mapToLong(SourceState::readNanos)
        .findFirst()
        .orElseThrow();
  }

  private static void announce() {
    try {
      Files.writeString(UEVENT, "change");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
