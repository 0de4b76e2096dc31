package io.panelwatch.agent.daemon;

import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.DeviceException;

/** Knows what the panel got, as opposed to what it was meant to get. Thread-safe. */
interface LcdWitness {

  /** Does what can be done while the panel is at rest, so that it need not be done later. */
  void catchUp();

  /**
   * What stands on the glass, held as its maker means it.
   *
   * @throws DeviceException when that cannot be told; one sentence says why
   */
  Picture picture() throws DeviceException;
}
