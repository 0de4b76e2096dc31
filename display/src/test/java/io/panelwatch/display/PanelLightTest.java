package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a panel that nothing makes dark. */
class PanelLightTest {

  private final PanelDriver driver = mock(PanelDriver.class);
  private final Backlight backlight = mock(Backlight.class);
  private final PanelLight light = new PanelLight(driver, Optional.of(backlight));

  @Test
  void backlightAndDriverThatBothRefuseAreBothTold() throws Exception {
    var ofBacklight = new DeviceException(5, "write", "backlight", "no light: mend it");
    var ofDriver = new DeviceException(5, "write", "panel", "no panel: mend it");
    doThrow(ofBacklight).when(backlight).setPercent(0);
    doThrow(ofDriver).when(driver).darken();

    assertSame(ofBacklight, assertThrows(DeviceException.class, light::darken));
    assertArrayEquals(new Throwable[] {ofDriver}, ofBacklight.getSuppressed());
  }

  @Test
  void interruptOfTheDriverStillTellsThatTheBacklightRefused() throws Exception {
    var ofBacklight = new DeviceException(5, "write", "backlight", "no light: mend it");
    doThrow(ofBacklight).when(backlight).setPercent(0);
    doThrow(new InterruptedException()).when(driver).darken();

    var interrupt = assertThrows(InterruptedException.class, light::darken);
    assertArrayEquals(new Throwable[] {ofBacklight}, interrupt.getSuppressed());
  }
}
