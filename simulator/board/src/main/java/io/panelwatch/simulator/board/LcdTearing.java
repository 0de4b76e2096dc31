package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.EdgeLine;
import java.time.Duration;

/**
 * The panel's tearing-effect output: rises at the begin of every vertical blanking while the
 * controller was told so. All panels refresh 60 times a second here, whatever their data sheets
 * say: real ones drift as well.
 */
final class LcdTearing extends LcdConnection implements EdgeLine {

  private static final long PERIOD_NANOS = 1_000_000_000L / 60;

  private final LcdModule module;
  private final BoardClock clock;

  LcdTearing(LcdModule module, SensorGate gate, BoardClock clock) {
    super(gate);
    this.module = module;
    this.clock = clock;
  }

  @Override
  public boolean awaitRising(Duration longest) throws DeviceException, InterruptedException {
    enter("poll TE");
    long untilEdge = PERIOD_NANOS - Math.floorMod(clock.monotonicNanos(), PERIOD_NANOS);
    boolean rises = module.tearingEffectOn() && untilEdge <= longest.toNanos();
    clock.sleep(rises ? Duration.ofNanos(untilEdge) : longest);
    return rises;
  }
}
