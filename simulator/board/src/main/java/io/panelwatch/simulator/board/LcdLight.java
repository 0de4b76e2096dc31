package io.panelwatch.simulator.board;

import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import java.util.function.IntConsumer;

/** The light behind the panel's glass. */
final class LcdLight extends LcdConnection implements Backlight {

  private final IntConsumer shine;

  LcdLight(SensorGate gate, IntConsumer shine) {
    super(gate);
    this.shine = shine;
  }

  @Override
  public void setPercent(int percent) throws DeviceException {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("brightness is 0 to 100 percent, not " + percent);
    }
    enter("set backlight");
    shine.accept(percent);
  }
}
