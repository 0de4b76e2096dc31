package io.panelwatch.hal.linux.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.BootTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockSourceTest {

  private static final String CALLS = "run/panelwatch/calls.json";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private Duration asleep = Duration.ZERO;

  private SensorSource source() throws IOException {
    new RecordedTree(folder).file("proc/uptime", "1020.54 3000.00");
    return new ClockSource(new Tree(folder), clock);
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
  void uptimeThatIsNoNumberHasFailed() throws IOException {
    new RecordedTree(folder).file("proc/uptime", "soon");

    var told = new ClockSource(new Tree(folder), clock).read().getFirst();

    assertEquals(new Measured.Failed(0, "parse", folder + "/proc/uptime"), told.uptimeSeconds());
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
  void clockThatChronySetsRightWithoutSayingSoToTheKernelIsSynchronised() throws IOException {
    assertEquals(Measured.of(true), synchronised("\"status\":64,\"maxerror\":31250"));
    assertEquals(Measured.of(false), synchronised("\"status\":64,\"maxerror\":16000000"));
    assertEquals(Measured.of(false), synchronised("\"status\":64"));
    assertEquals(Measured.of(true), synchronised("\"status\":1,\"maxerror\":16000000"));
  }

  private Measured synchronised(String timex) throws IOException {
    new RecordedTree(folder).file(CALLS, "{\"adjtimex\":{" + timex + "}}");
    return only().synchronised();
  }

  private ClockSource going(BoardClock wall) {
    return new ClockSource(new Tree(folder), wall, () -> clock.monotonicNanos() + asleep.toNanos());
  }

  @Test
  void offsetIsTheSameAsLongAsBothClocksGo() {
    double before = going(clock).wallOffsetSeconds();
    clock.advance(Duration.ofHours(3));

    assertEquals(before, going(clock).wallOffsetSeconds(), 0.001);
  }

  @Test
  void nightThatTheBoardSleptIsNoStepOfItsClock() {
    double before = going(clock).wallOffsetSeconds();

    asleep = Duration.ofHours(9);
    clock.stepWall(asleep);

    assertEquals(before, going(clock).wallOffsetSeconds(), 0.001);
  }

  @Test
  void timeSinceTheStartOfThisMachineIsThatOfItsUptime() throws IOException {
    double before = Boots.of(new Tree(Path.of("/"))).uptime().toMillis() / 1e3;
    double now = BootTime.nanos() / 1e9;
    double after = Boots.of(new Tree(Path.of("/"))).uptime().toMillis() / 1e3;

    assertTrue(before - 0.02 <= now && now <= after + 0.02, before + " " + now + " " + after);
  }

  @Test
  void offsetChangesByTheStepOfTheWallClock() {
    double before = going(clock).wallOffsetSeconds();
    clock.stepWall(Duration.ofSeconds(-5));

    assertEquals(before - 5, going(clock).wallOffsetSeconds(), 0.001);
  }

  @Test
  void readingThatWasTornByTheSchedulerIsTakenAgain() {
    assertEquals(
        going(clock).wallOffsetSeconds(), going(new TornOnce(clock)).wallOffsetSeconds(), 0.001);
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
