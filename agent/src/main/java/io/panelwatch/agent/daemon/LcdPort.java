package io.panelwatch.agent.daemon;

import io.panelwatch.display.PanelLines;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.Backlight;
import java.util.Optional;

/**
 * How the LCD hangs on the board. Its devices belong to the daemon, which closes them.
 *
 * @param profile the kind of panel
 * @param rotation how it is mounted
 * @param wiring what connects it
 * @param lines what is wired beside that
 * @param backlight its light, where its dots do not shine themselves
 */
public record LcdPort(
    PanelProfile profile,
    Rotation rotation,
    LcdWiring wiring,
    PanelLines lines,
    Optional<Backlight> backlight) {

  /**
   * How far the glass, held as its maker means it, is turned clockwise for its picture to stand.
   */
  public int uprightDegrees() {
    return (360 - rotation.degrees()) % 360;
  }
}
