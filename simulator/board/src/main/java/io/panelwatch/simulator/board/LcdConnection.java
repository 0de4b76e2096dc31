package io.panelwatch.simulator.board;

import io.panelwatch.hal.DeviceException;

/**
 * One connection to the simulated panel: closed on its own, broken and hanging together with the
 * others.
 */
abstract class LcdConnection implements AutoCloseable {

  private static final int BAD_DESCRIPTOR = 9;

  private final SensorGate gate;
  private volatile boolean closed;

  LcdConnection(SensorGate gate) {
    this.gate = gate;
  }

  /** A call begins: it hangs, fails or goes through. */
  final void enter(String call) throws DeviceException {
    int errno = closed ? BAD_DESCRIPTOR : gate.pass(Component.LCD);
    if (errno != 0) {
      throw new DeviceException(
          errno,
          call,
          Component.LCD.source(),
          "%s on the simulated LCD fails (errno %d): %s."
              .formatted(call, errno, closed ? "it was closed" : "repair component lcd"));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
