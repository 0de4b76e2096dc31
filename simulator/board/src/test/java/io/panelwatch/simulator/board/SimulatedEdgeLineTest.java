package io.panelwatch.simulator.board;

import io.panelwatch.hal.EdgeLine;
import io.panelwatch.hal.contract.EdgeLineContract;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;

class SimulatedEdgeLineTest extends EdgeLineContract {

  private final ManualClock clock = new ManualClock();
  private final SimulatedEdgeLine line = new SimulatedEdgeLine(clock);

  @Override
  protected EdgeLine open() {
    return line;
  }

  @Override
  protected void rise() {
    line.riseEvery(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    line.stop();
  }

  @Override
  protected void riseAfter(Duration delay) {
    line.riseEvery(delay);
  }

  @Override
  protected long monotonicNanos() {
    return clock.monotonicNanos();
  }

  @Override
  protected void breakLine() {
    line.breakLine();
  }
}
