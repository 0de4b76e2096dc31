package io.panelwatch.agent.daemon;

import io.panelwatch.display.Counters;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The LCD as one more thing that the watch reads: what its engine counts and what it refused last,
 * so that its faults go the way of all others. Reading asks counters only and never the panel: it
 * does not block while the panel does.
 */
final class LcdSource implements SensorSource {

  /** The one panel of a board, as {@code faults} and {@code [limits.CODE.lcd]} name it. */
  static final String COMPONENT = "lcd";

  /**
   * What counts of the time between two looks, at most. A process that was held up as a whole (no
   * processor for it, a virtual machine that moved) has a late watch as well as a late screen, and
   * is not a screen that is stuck.
   */
  private static final Duration LONGEST_LOOK = Watch.PERIOD.multipliedBy(2);

  /** How long the first turn may take: reset, fonts and the first whole picture. */
  private static final Duration FIRST_TURN_WITHIN = Duration.ofMinutes(5);

  private final String panel;
  private final Supplier<Counters> counters;
  private final LongSupplier turns;
  private final BoardClock clock;

  private long turnsSeen;
  private long stillNanos = -FIRST_TURN_WITHIN.toNanos();
  private long lookedNanos;

  /**
   * @param panel what is driven, for a person: {@code panel ili9341}
   * @param counters of its engine; thread-safe, does not block
   * @param turns of the screen loop since it began; likewise
   */
  LcdSource(String panel, Supplier<Counters> counters, LongSupplier turns, BoardClock clock) {
    this.panel = panel;
    this.counters = counters;
    this.turns = turns;
    this.clock = clock;
    this.lookedNanos = clock.monotonicNanos();
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.PANELS;
  }

  @Override
  public String lookedIn() {
    return panel;
  }

  @Override
  public List<Sample.Panel> read() {
    Counters now = counters.get();
    boolean tried = now.frames() > 0 || now.errorsInARow() > 0;
    return List.of(
        new Sample.Panel(
            COMPONENT,
            panel,
            tried ? Measured.of(present(now)) : Measured.absent(),
            tried ? write(now) : Measured.absent(),
            tried ? Measured.of(now.errorsInARow()) : Measured.absent(),
            Measured.of((double) now.linkErrors()),
            Measured.of((double) now.selfResets()),
            Measured.of(stillSeconds())));
  }

  private static boolean present(Counters now) {
    return !now.silent() && now.refusal().filter(LcdSource::saysGone).isEmpty();
  }

  private static boolean saysGone(DeviceException refusal) {
    return Errno.saysAbsent(refusal.errno()) || refusal.call().equals("open");
  }

  private Measured write(Counters now) {
    if (now.errorsInARow() == 0) {
      return Measured.of(true);
    }
    Optional<DeviceException> refusal = now.refusal();
    return refusal.isPresent()
        ? new Measured.Failed(refusal.get().errno(), refusal.get().call(), refusal.get().path())
        : new Measured.Failed(0, "show", panel);
  }

  /** How long looks have found the loop where it was. */
  private double stillSeconds() {
    long nowNanos = clock.monotonicNanos();
    long turnsNow = turns.getAsLong();
    stillNanos =
        turnsNow == turnsSeen
            ? stillNanos + Math.min(nowNanos - lookedNanos, LONGEST_LOOK.toNanos())
            : 0;
    turnsSeen = turnsNow;
    lookedNanos = nowNanos;
    return Math.max(0, stillNanos) / (double) Duration.ofSeconds(1).toNanos();
  }
}
