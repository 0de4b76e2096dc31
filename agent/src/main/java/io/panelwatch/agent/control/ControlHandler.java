package io.panelwatch.agent.control;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.state.PanelTestStep;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the daemon answers on its control socket. Called on threads of the {@link ControlServer},
 * several at once; an answer must not take longer than the four seconds that are left to it.
 */
public interface ControlHandler {

  /** How the daemon is. */
  ControlStatus status();

  /**
   * The fault memory, worst first.
   *
   * @param all the ended episodes too, newest first after the active ones
   * @throws IOException when the store cannot be read
   */
  List<Fault> faults(boolean all) throws IOException;

  /**
   * Does what somebody asks for with a fault, and waits until that is stored.
   *
   * @throws IOException when a defect of the daemon keeps it from being done
   */
  ActionAnswer act(Action action) throws IOException;

  /**
   * What the LCD shows now, decoded from the bytes that were sent to it.
   *
   * @return a PNG file
   * @throws io.panelwatch.hal.DeviceException when there is no LCD
   * @throws IOException when it cannot be told
   */
  byte[] snapshot() throws IOException;

  /**
   * The name of the profile that the LCD is driven with.
   *
   * @throws io.panelwatch.hal.DeviceException when there is no LCD
   */
  String panel() throws IOException;

  /**
   * Shows a step of the panel's test on the LCD. Without another one or a press it gives the screen
   * back by itself after two minutes.
   *
   * @param step empty: the test is over
   * @throws io.panelwatch.hal.DeviceException when there is no LCD
   */
  void testPanel(Optional<PanelTestStep> step) throws IOException;
}
