package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.RecordedCalls;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.BootTime;
import io.panelwatch.hal.linux.kernel.Timex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * The wall clock's discipline, and how it goes against the time since the start: a live kernel is
 * asked, and of a recording what it keeps of that ({@link RecordedCalls}). How long the board has
 * been up is in a file.
 */
public final class ClockSource implements SensorSource {

  private static final String COMPONENT = "clock";
  private static final String CALL = "adjtimex(2)";

  /** Two readings of the clocks that far apart were torn by the scheduler. */
  private static final Duration TORN = Duration.ofMillis(10);

  private static final int TRIES = 3;

  private final Tree tree;
  private final BoardClock clock;
  private final LongSupplier sinceStartNanos;
  private final SmallFiles files;
  private OptionalDouble offsetSeconds = OptionalDouble.empty();

  /** Of a live board, {@code clock} is this machine's own. */
  public ClockSource(Tree tree, BoardClock clock) {
    this(tree, clock, BootTime::nanos);
  }

  /**
   * @param sinceStartNanos goes on while the board sleeps, as the wall clock does
   */
  ClockSource(Tree tree, BoardClock clock, LongSupplier sinceStartNanos) {
    this.tree = tree;
    this.clock = clock;
    this.sinceStartNanos = sinceStartNanos;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.CLOCK;
  }

  @Override
  public String lookedIn() {
    return CALL;
  }

  @Override
  public List<Sample.Clock> read() {
    return List.of(tree.live() ? ask() : recorded(RecordedCalls.read(tree, files)));
  }

  private Sample.Clock recorded(RecordedCalls calls) {
    Measured offset = calls.wallOffsetMillis();
    return sample(
        orNotRecorded(calls.synchronised()),
        orNotRecorded(calls.timex("esterror")),
        orNotRecorded(Attributes.map(offset, millis -> stepTo(millis / 1e3))));
  }

  private static Measured orNotRecorded(Measured answer) {
    return answer instanceof Measured.Absent ? Measured.notRecorded() : answer;
  }

  private Sample.Clock ask() {
    try {
      Timex timex = Timex.read();
      return sample(
          Measured.of(timex.synchronised()),
          Measured.of((double) timex.estimatedErrorMicros()),
          wallStep());
    } catch (DeviceException e) {
      // A service under ProtectClock= may not ask.
      Measured refused = Measured.refused(e.errno(), e.call(), e.path());
      return sample(refused, refused, wallStep());
    }
  }

  private Sample.Clock sample(
      Measured synchronised, Measured estimatedErrorMicros, Measured wallStepSeconds) {
    return new Sample.Clock(
        COMPONENT, CALL, synchronised, estimatedErrorMicros, uptimeSeconds(), wallStepSeconds);
  }

  private Measured wallStep() {
    return Measured.of(stepTo(wallOffsetSeconds()));
  }

  /** How far that is from where the clocks were when they were read before. */
  private double stepTo(double offset) {
    double before = offsetSeconds.orElse(offset);
    offsetSeconds = OptionalDouble.of(offset);
    return offset - before;
  }

  private Measured uptimeSeconds() {
    return switch (Boots.uptime(tree, files)) {
      case FileText.Text(String text) ->
          Boots.seconds(text).stream()
              .mapToObj(Measured::of)
              .findFirst()
              .orElseGet(() -> new Measured.Failed(0, "parse", tree.path("proc/uptime")));
      case FileText.Unread _ when !tree.live() -> Measured.notRecorded();
      case FileText.Unread unread -> unread.measured();
    };
  }

  /**
   * The wall clock less the time since the start. Time servers slew both alike, and both go on
   * while the board sleeps, so that only a step changes this. The time since the start is read
   * before and after, so that a thread which is put aside between the two does not look like a
   * clock that jumps.
   */
  double wallOffsetSeconds() {
    long before = 0;
    long after = 0;
    Instant wall = Instant.EPOCH;
    for (int i = 0; i < TRIES && (i == 0 || after - before > TORN.toNanos()); i++) {
      before = sinceStartNanos.getAsLong();
      wall = clock.wall();
      after = sinceStartNanos.getAsLong();
    }
    long middle = before + (after - before) / 2;
    return (wall.toEpochMilli() - middle / 1e6) / 1e3;
  }
}
