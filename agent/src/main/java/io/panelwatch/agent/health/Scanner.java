package io.panelwatch.agent.health;

import io.panelwatch.hal.Board;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a board: every source, all of them within one bound, in a {@link Round}.
 *
 * <p>A source that has not answered when the bound is over is left alone: its last readings are
 * {@link Quality#STALE} with their old value until it answers, and it is not asked a second time
 * meanwhile. A source that fails as a whole keeps its last readings in the same way. Neither delays
 * or harms another one.
 *
 * <p>Not thread-safe but for {@link #hurry}: one thread scans. Stamps come from the board's clock,
 * the bound is real time, because hardware hangs in real time.
 */
public final class Scanner implements AutoCloseable {

  private final BoardClock clock;
  private final Duration bound;
  private final List<Probe> probes;
  private final AtomicReference<@Nullable Round> current = new AtomicReference<>();

  /**
   * Platform threads: a system call that hangs would pin a carrier of virtual threads, of which a
   * small board has one or two, and so stop every other probe as well.
   */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("probe-", 1).factory());

  /**
   * A scanner of that board's sources as they are listed now.
   *
   * @param bound how long, in real time, a scan waits for its slowest source
   */
  public Scanner(Board board, Duration bound) {
    this(board.clock(), board.sources(), bound);
  }

  /**
   * A scanner of a board's sources and of others that live by its clock.
   *
   * @param sources in the order that scans keep
   * @param bound how long, in real time, a scan waits for its slowest source
   */
  public Scanner(BoardClock clock, List<SensorSource> sources, Duration bound) {
    this.clock = clock;
    this.bound = bound;
    this.probes = sources.stream().map(source -> new Probe(source, clock)).toList();
  }

  /**
   * Reads everything once. Returns as soon as every source has answered, at the latest when the
   * bound is over.
   *
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public Scan scan() throws InterruptedException {
    return scan(EnumSet.allOf(SensorFamily.class), () -> false);
  }

  /**
   * Reads some families once, and waits for them only. The others keep what they told when they
   * were last asked, with its {@link SourceState#readNanos() time}.
   *
   * @param othersWait whether something else waits to be scanned already, so that this scan is in a
   *     {@linkplain #hurry hurry} from its beginning; asked once who hurries would find it
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public Scan scan(Set<SensorFamily> families, BooleanSupplier othersWait)
      throws InterruptedException {
    List<Probe> wanted =
        probes.stream().filter(probe -> families.contains(probe.family())).toList();
    Duration longest = bound.dividedBy(4);
    Map<Boolean, List<Probe>> free =
        wanted.stream().collect(Collectors.partitioningBy(probe -> probe.ask(longest)));
    List<Probe> asked = free.getOrDefault(true, List.of());
    List<Probe> late =
        free.getOrDefault(false, List.of()).stream().filter(Probe::isAwaited).toList();
    var round = new Round(asked, late, longest, threads);
    boolean leftEarly;
    current.set(round);
    try {
      if (othersWait.getAsBoolean()) {
        round.hurry();
      }
      leftEarly = round.read(bound);
    } finally {
      current.set(null);
      round.notBegun().forEach(Probe::wasNotRead);
    }
    for (Probe probe : wanted) {
      if (leftEarly && !probe.answered()) {
        probe.leave(round.waited(), bound);
      } else if (!round.notBegun().contains(probe)) {
        probe.take();
      }
    }
    return new Scan(
        clock.wall(),
        clock.wallTrusted(),
        clock.monotonicNanos(),
        probes.stream().flatMap(probe -> probe.readings().stream()).toList(),
        probes.stream().map(Probe::state).toList(),
        families);
  }

  /**
   * Something else waits to be scanned: the scan under way, if there is one, still reads all that
   * it was to read and waits no longer for what takes its time. What that says is in the next scan
   * of its family. May be called by any thread.
   */
  public void hurry() {
    Round round = current.get();
    if (round != null) {
      round.hurry();
    }
  }

  /** Interrupts what is still being read and ends the threads. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
