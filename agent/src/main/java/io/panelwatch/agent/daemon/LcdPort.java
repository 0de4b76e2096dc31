package io.panelwatch.agent.daemon;

import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;

/**
 * How the LCD hangs on the board. Its devices belong to the daemon, which closes them.
 *
 * @param profile the kind of panel
 * @param rotation how it is mounted
 * @param spi its chip select
 * @param dataCommand D/CX
 * @param reset RESX
 * @param backlight its light
 */
public record LcdPort(
    ControllerProfile profile,
    Rotation rotation,
    SpiDevice spi,
    OutputLine dataCommand,
    OutputLine reset,
    Backlight backlight) {

  /**
   * How far the glass, held as its maker means it, is turned clockwise for its picture to stand.
   */
  public int uprightDegrees() {
    return (360 - rotation.degrees()) % 360;
  }
}
