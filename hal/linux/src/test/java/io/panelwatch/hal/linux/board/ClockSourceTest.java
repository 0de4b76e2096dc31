package io.panelwatch.hal.linux.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.SensorSourceContract;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockSourceTest extends SensorSourceContract {

  private static final String CALLS = "run/panelwatch/calls.json";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();

  @Override
  protected SensorSource source() throws IOException {
    new RecordedTree(folder).file("proc/uptime", "1020.54 3000.00");
    return new ClockSource(new Tree(folder), clock);
  }

  @Override
  protected Optional<SensorSource> sourceWithoutChannels() {
    return Optional.empty();
  }

  @Override
  protected Optional<SensorSource> sourceWithAnUnreadableChannel() throws IOException {
    new RecordedTree(folder).file("proc/uptime", "soon");
    return Optional.of(new ClockSource(new Tree(folder), clock));
  }

  private Sample.Clock only() throws IOException {
    return (Sample.Clock) source().read().getFirst();
  }

  @Test
  void uptimeOfARecordingIsInItsFileAndTheRestIsNotRecorded() throws IOException {
    assertEquals(
        new Sample.Clock(
            "clock",
            "adjtimex(2)",
            Measured.notRecorded(),
            Measured.notRecorded(),
            Measured.of(1020.54),
            Measured.notRecorded()),
        only());
  }

  @Test
  void answersThatWereRecordedAreTakenAndTheStepIsFromOneToTheNext() throws IOException {
    SensorSource source = source();
    RecordedTree tree = new RecordedTree(folder);
    tree.file(CALLS, calls(64, 1_764_000_000_000L));
    assertEquals(
        new Sample.Clock(
            "clock",
            "adjtimex(2)",
            Measured.of(false),
            Measured.of(16),
            Measured.of(1020.54),
            Measured.of(0)),
        source.read().getFirst());

    tree.file(CALLS, calls(1, 1_763_999_997_000L));
    Sample.Clock next = (Sample.Clock) source.read().getFirst();

    assertEquals(Measured.of(true), next.synchronised());
    assertEquals(Measured.of(-3), next.wallStepSeconds());
  }

  private static String calls(int status, long offset) {
    return "{\"adjtimex\":{\"status\":%d,\"esterror\":16},\"clock\":{\"wallOffsetMillis\":%d}}"
        .formatted(status, offset);
  }

  @Test
  void offsetIsTheSameAsLongAsBothClocksGo() {
    double before = ClockSource.wallOffsetSeconds(clock);
    clock.advance(Duration.ofHours(3));

    assertEquals(before, ClockSource.wallOffsetSeconds(clock), 0.001);
  }

  @Test
  void offsetChangesByTheStepOfTheWallClock() {
    double before = ClockSource.wallOffsetSeconds(clock);
    clock.stepWall(Duration.ofSeconds(-5));

    assertEquals(before - 5, ClockSource.wallOffsetSeconds(clock), 0.001);
  }

  @Test
  void readingThatWasTornByTheSchedulerIsTakenAgain() {
    assertEquals(
        ClockSource.wallOffsetSeconds(clock),
        ClockSource.wallOffsetSeconds(new TornOnce(clock)),
        0.001);
  }

  /** The thread is put aside for a second while it reads the wall clock the first time. */
  private static final class TornOnce implements BoardClock {

    private final ManualClock clock;
    private boolean torn;

    TornOnce(ManualClock clock) {
      this.clock = clock;
    }

    @Override
    public Instant wall() {
      Instant wall = clock.wall();
      if (!torn) {
        torn = true;
        clock.advance(Duration.ofSeconds(1));
      }
      return wall;
    }

    @Override
    public long monotonicNanos() {
      return clock.monotonicNanos();
    }

    @Override
    public boolean wallTrusted() {
      return clock.wallTrusted();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      clock.sleep(duration);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
      return clock.schedule(delay, task);
    }
  }
}
