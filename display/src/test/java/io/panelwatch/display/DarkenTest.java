package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.contract.ManualClock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A panel whose light nobody can put out is made dark by the best that it is wired to. */
class DarkenTest {

  private final PanelLink link = mock(PanelLink.class);
  private final OutputLine power = mock(OutputLine.class);
  private final PanelLines supplySwitched = new PanelLines(Optional.of(power), Optional.empty());

  @BeforeEach
  void aWire() {
    when(link.tariff())
        .thenReturn(new PanelLink.Tariff(1_000_000, 1_000_000, Byte.SIZE, 1, 2, 0, 4096));
  }

  @Test
  void resetLineIsHeldUntilTheNextResetAndNothingIsToldMeanwhile() throws Exception {
    when(link.hasResetLine()).thenReturn(true);
    PanelDriver driver = running(supplySwitched);

    driver.darken();
    verify(link).reset(true);
    verify(link, never()).reset(false);
    driver.off();
    verify(link, never()).command(anyInt(), any());
    verify(power, never()).set(anyBoolean());

    driver.reset();
    verify(link).reset(false);
    driver.initialise();
    driver.off();
    verify(link).command(eq(Dcs.SLPIN), any());
  }

  @Test
  void supplyIsTakenAwayWithoutResetLineAndIsBackAtTheNextStart() throws Exception {
    PanelDriver driver = running(supplySwitched);

    driver.darken();
    driver.powerUp();

    var order = inOrder(power);
    order.verify(power).set(false);
    order.verify(power).set(true);
    verify(link, never()).command(anyInt(), any());
  }

  @Test
  void panelWithoutItsSupplyIsToldNothingUntilItIsBack() throws Exception {
    PanelDriver driver = running(supplySwitched);

    driver.darken();
    driver.off();
    verify(link, never()).command(anyInt(), any());

    driver.powerUp();
    driver.off();
    verify(link).command(eq(Dcs.SLPIN), any());
  }

  @Test
  void panelWhoseResetLineRefusesLosesItsSupply() throws Exception {
    when(link.hasResetLine()).thenReturn(true);
    PanelDriver driver = running(supplySwitched);
    doThrow(refusal("reset")).when(link).reset(true);

    driver.darken();

    verify(power).set(false);
    verify(link, never()).command(anyInt(), any());
  }

  @Test
  void panelWhoseResetLineRefusesIsToldToSleepAndToGoOff() throws Exception {
    when(link.hasResetLine()).thenReturn(true);
    PanelDriver driver = running(PanelLines.NONE);
    doThrow(refusal("reset")).when(link).reset(true);

    driver.darken();
    verify(link).command(eq(Dcs.SLPIN), any());

    driver.off();
    verify(link, times(2)).command(eq(Dcs.SLPIN), any());
  }

  @Test
  void panelWhoseSupplyLineRefusesIsToldToSleepAndToGoOff() throws Exception {
    PanelDriver driver = running(supplySwitched);
    doThrow(refusal("supply")).when(power).set(false);

    driver.darken();
    verify(link).command(eq(Dcs.SLPIN), any());

    driver.off();
    verify(link, times(2)).command(eq(Dcs.SLPIN), any());
  }

  @Test
  void panelThatNothingDarkensTellsEachRefusal() throws Exception {
    when(link.hasResetLine()).thenReturn(true);
    PanelDriver driver = running(supplySwitched);
    DeviceException first = refusal("reset");
    DeviceException second = refusal("supply");
    DeviceException last = refusal("bus");
    doThrow(first).when(link).reset(true);
    doThrow(second).when(power).set(false);
    doThrow(last).when(link).command(anyInt(), any());

    assertSame(last, assertThrows(DeviceException.class, driver::darken));

    assertArrayEquals(new Throwable[] {second, first}, last.getSuppressed());
  }

  @Test
  void displayIsToldToSleepWhereNothingElseIsWired() throws Exception {
    PanelDriver driver = running(PanelLines.NONE);

    driver.darken();

    verify(link).command(eq(Dcs.SLPIN), any());
  }

  private static DeviceException refusal(String what) {
    return new DeviceException(5, "write", what, what + " refused: mend it");
  }

  private PanelDriver running(PanelLines lines) throws Exception {
    var profile = (ControllerProfile) PanelProfile.load("st7789v");
    var driver = new ControllerDriver(profile, Rotation.BY_0, link, lines, new ManualClock());
    driver.powerUp();
    driver.reset();
    driver.initialise();
    driver.on();
    clearInvocations(link, power);
    return driver;
  }
}
