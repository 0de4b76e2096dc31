package io.panelwatch.simulator.board;

import io.panelwatch.hal.Buttons;
import io.panelwatch.hal.contract.ButtonsContract;
import java.time.Duration;

final class SimulatedButtonsTest extends ButtonsContract {

  private final SimulatedButtons buttons = new SimulatedButtons();

  @Override
  protected Buttons open() {
    return buttons;
  }

  @Override
  protected void press(Buttons.Button button, Duration held) {
    buttons.press(button, held);
  }
}
