package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Backlight} does. */
public abstract class BacklightContract {

  private Backlight backlight;

  /** Opens the light under test. */
  protected abstract Backlight open() throws Exception;

  /** How bright it is now in percent; 0 or 100 where it can only be off or on. */
  protected abstract int percent() throws Exception;

  /** Whether it has steps between off and full. */
  protected boolean dims() {
    return true;
  }

  @BeforeEach
  protected void openBacklight() throws Exception {
    backlight = open();
  }

  @AfterEach
  protected void closeBacklight() {
    backlight.close();
  }

  @Test
  protected void nothingIsOffAndHundredIsFull() throws Exception {
    backlight.setPercent(100);
    assertEquals(100, percent());

    backlight.setPercent(0);
    assertEquals(0, percent());
  }

  @Test
  protected void leastBrightnessIsStillOn() throws Exception {
    backlight.setPercent(1);

    assertTrue(percent() > 0);
  }

  @Test
  protected void halfIsBetweenOffAndFullWhereTheLightDims() throws Exception {
    backlight.setPercent(50);

    if (dims()) {
      // A light with few steps takes the nearest.
      assertTrue(percent() >= 25 && percent() <= 75, () -> "about half");
    } else {
      assertEquals(100, percent());
    }
  }

  @Test
  protected void brightnessOutsideZeroToHundredIsRefusedAndChangesNothing() throws Exception {
    backlight.setPercent(100);

    assertThrows(IllegalArgumentException.class, () -> backlight.setPercent(-1));
    assertThrows(IllegalArgumentException.class, () -> backlight.setPercent(101));

    assertEquals(100, percent());
  }

  @Test
  protected void closingLeavesTheLightAsItIs() throws Exception {
    backlight.setPercent(100);

    backlight.close();
    backlight.close();

    assertEquals(100, percent());
    assertThrows(DeviceException.class, () -> backlight.setPercent(0));
  }
}
