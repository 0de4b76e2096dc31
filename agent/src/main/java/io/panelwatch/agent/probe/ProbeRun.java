package io.panelwatch.agent.probe;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.Scanner;
import io.panelwatch.hal.Board;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A few samples of a board, judged as the daemon would judge them, and forgotten.
 *
 * <p>Sample number i counts as taken at exactly i times the interval, however long the reading
 * took: the same recording gives the same answer every time, on a busy host as well. A live board
 * is really waited for between two samples; the time of a recording costs nothing.
 */
public final class ProbeRun {

  /** Whether there is anything to wait for between two samples. */
  public enum Pace {
    /** The board lives: its clock sleeps between two samples. */
    LIVE(Duration.ofSeconds(5)),

    /**
     * The board is a recording: it stays as it is. Nothing of it hangs as hardware does, so that
     * only a file system underneath that is dead runs into this bound, and never a busy host.
     */
    RECORDED(Duration.ofMinutes(4));

    private final Duration bound;

    Pace(Duration bound) {
      this.bound = bound;
    }

    /**
     * How long, in real time, a sample waits for its slowest source; a quarter of it for a single
     * device.
     */
    Duration bound() {
      return bound;
    }
  }

  private ProbeRun() {}

  /**
   * Reads the board at 0, {@code every}, 2 {@code every} and so on, and tells what that means.
   *
   * @param samples how often it is read, from 1
   * @param every between two samples; not negative
   * @throws IllegalArgumentException when a number is out of its range
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public static ProbeReport over(Board board, int samples, Duration every, Limits limits, Pace pace)
      throws InterruptedException {
    if (samples < 1 || every.isNegative()) {
      throw new IllegalArgumentException(
          "%d samples every %s: at least 1 is needed, and time goes forward"
              .formatted(samples, every));
    }
    var lifecycle =
        new Lifecycle(
            limits, new Boot("", 0), new FaultIds(), (code, component) -> Occurrence.FIRST);
    try (var scanner = new Scanner(board, pace.bound())) {
      Scan scan = at(Duration.ZERO, scanner.scan());
      Judgement judgement = lifecycle.judge(scan);
      for (int i = 1; i < samples; i++) {
        if (pace == Pace.LIVE) {
          board.clock().sleep(every);
        }
        scan = at(every.multipliedBy(i), scanner.scan());
        judgement = lifecycle.judge(scan);
      }
      return report(scan, judgement);
    }
  }

  private static Scan at(Duration time, Scan scan) {
    return new Scan(
        scan.wall(), scan.wallTrusted(), time.toNanos(), scan.readings(), scan.sources());
  }

  private static ProbeReport report(Scan scan, Judgement judgement) {
    List<ProbeFault> faults =
        Stream.concat(
                judgement.active().stream().map(ProbeRun::confirmed),
                judgement.pending().stream().map(ProbeRun::pending))
            .toList();
    return new ProbeReport(scan.readings(), faults);
  }

  private static ProbeFault confirmed(Fault fault) {
    return new ProbeFault(
        fault.code(),
        fault.component(),
        fault.severity(),
        ProbeFault.State.CONFIRMED,
        fault.symptom(),
        fault.source());
  }

  private static ProbeFault pending(PendingFault fault) {
    return new ProbeFault(
        fault.code(),
        fault.component(),
        fault.severity(),
        ProbeFault.State.PENDING,
        fault.symptom(),
        fault.source());
  }
}
