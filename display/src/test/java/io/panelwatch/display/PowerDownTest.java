package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.contract.ManualClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An OLED's charge pump wants 100 ms to run down before the supply goes (its profile's [off]). */
class PowerDownTest {

  private static final long MILLISECOND = 1_000_000;

  private final ManualClock clock = new ManualClock();
  private final PanelLink link = mock(PanelLink.class);
  private final OutputLine power = mock(OutputLine.class);
  private long lastCommandNanos;
  private long cutNanos;

  @Test
  void theSupplyGoesOnlyWhenWhatWasToldBeforeIsDone() throws Exception {
    when(link.tariff())
        .thenReturn(new PanelLink.Tariff(1_000_000, 1_000_000, Byte.SIZE, 1, 1, 0, 4096));
    when(link.hasResetLine()).thenReturn(true);
    doAnswer(call -> lastCommandNanos = clock.monotonicNanos()).when(link).command(anyInt(), any());
    doAnswer(call -> cutNanos = clock.monotonicNanos()).when(power).set(false);
    var profile = (ControllerProfile) PanelProfile.load("ssd1306");
    var lines = new PanelLines(Optional.of(power), Optional.empty());
    var driver = new ControllerDriver(profile, Rotation.BY_0, link, lines, clock);

    driver.powerUp();
    driver.reset();
    driver.initialise();
    driver.off();
    driver.powerDown();

    assertTrue(cutNanos - lastCommandNanos >= 100 * MILLISECOND, "cut " + cutNanos);
  }
}
