package io.panelwatch.simulator.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;

/** A line from the board to the panel. */
final class LcdLine extends LcdConnection implements OutputLine {

  /** What a line's level does to the panel. */
  interface Wired {
    void drive(boolean high) throws DeviceException;
  }

  private final String name;
  private final Wired wired;

  LcdLine(String name, SensorGate gate, Wired wired) {
    super(gate);
    this.name = name;
    this.wired = wired;
  }

  @Override
  public void set(boolean high) throws DeviceException {
    enter("set " + name);
    wired.drive(high);
  }
}
