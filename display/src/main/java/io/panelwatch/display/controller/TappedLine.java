package io.panelwatch.display.controller;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;

/** An output line of which somebody hears. */
final class TappedLine implements OutputLine {

  /** Hears the level of a line once it is on the wire. */
  interface Listener {
    void moved(boolean high);
  }

  private final OutputLine line;
  private final BusRecorder recorder;
  private final Listener listener;

  TappedLine(OutputLine line, BusRecorder recorder, Listener listener) {
    this.line = line;
    this.recorder = recorder;
    this.listener = listener;
  }

  @Override
  public void set(boolean high) throws DeviceException {
    try {
      line.set(high);
    } catch (DeviceException e) {
      throw recorder.broken(e);
    }
    listener.moved(high);
  }

  @Override
  public void close() {
    line.close();
  }
}
