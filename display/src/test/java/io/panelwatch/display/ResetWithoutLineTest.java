package io.panelwatch.display;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.contract.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modules with four pins have no reset line. */
class ResetWithoutLineTest {

  private final PanelLink link = mock(PanelLink.class);

  @BeforeEach
  void aWireWithoutResetLine() {
    when(link.tariff())
        .thenReturn(new PanelLink.Tariff(1_000_000, 1_000_000, Byte.SIZE, 1, 2, 0, 4096));
    when(link.hasResetLine()).thenReturn(false);
  }

  @Test
  void dcsControllersAreResetByCommand() throws Exception {
    driver("st7789v").reset();
    verify(link).command(eq(Dcs.SWRESET), any());
  }

  /** To an SSD1306 0x01 is the lower half of a column address. */
  @Test
  void controllersWithoutThatCommandAreNotToldIt() throws Exception {
    PanelDriver driver = driver("ssd1306");
    driver.reset();
    driver.initialise();
    verify(link, never()).command(eq(Dcs.SWRESET), any());
    verify(link).command(eq(0xAE), any());
  }

  private PanelDriver driver(String name) throws Exception {
    var profile = (ControllerProfile) PanelProfile.load(name);
    return new ControllerDriver(profile, Rotation.BY_0, link, PanelLines.NONE, new ManualClock());
  }
}
