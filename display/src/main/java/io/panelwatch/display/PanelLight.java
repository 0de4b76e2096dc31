package io.panelwatch.display;

import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import java.util.Optional;

/**
 * The light of a panel: a backlight of its own, else the brightness register of its controller,
 * else none that could be told anything.
 *
 * <p>Only a backlight has to be put out: without one it is the display's being off that is dark,
 * which after an error is not to be relied on.
 */
final class PanelLight {

  private static final int FULL_PERCENT = 100;

  private final PanelDriver driver;
  private final Optional<Backlight> backlight;
  private int brightPercent = FULL_PERCENT;
  private int dimPercent = FULL_PERCENT;

  PanelLight(PanelDriver driver, Optional<Backlight> backlight) {
    this.driver = driver;
    this.backlight = backlight;
  }

  /** What {@link #up} means from now on. */
  void bright(int percent) {
    requirePercent(percent);
    brightPercent = percent;
  }

  /** What a dim {@link #up} means from now on. */
  void dim(int percent) {
    requirePercent(percent);
    dimPercent = percent;
  }

  /** A panel that is dim is never brighter than one that is not. */
  void up(boolean dim) throws DeviceException, InterruptedException {
    int percent = dim ? Math.min(dimPercent, brightPercent) : brightPercent;
    if (backlight.isPresent()) {
      backlight.get().setPercent(percent);
    } else if (driver.dims()) {
      driver.brightness(percent);
    }
  }

  void out() throws DeviceException {
    if (backlight.isPresent()) {
      backlight.get().setPercent(0);
    }
  }

  /** After an error: by its backlight, or by the driver where there is none that obeys. */
  void darken() throws DeviceException, InterruptedException {
    try {
      out();
    } catch (DeviceException e) {
      darkenDespite(e);
      throw e;
    }
    if (backlight.isEmpty()) {
      driver.darken();
    }
  }

  private void darkenDespite(DeviceException refusal) throws InterruptedException {
    try {
      driver.darken();
    } catch (DeviceException e) {
      refusal.addSuppressed(e);
    } catch (InterruptedException e) {
      e.addSuppressed(refusal);
      throw e;
    }
  }

  void close() {
    backlight.ifPresent(Backlight::close);
  }

  private static void requirePercent(int percent) {
    if (percent < 1 || percent > FULL_PERCENT) {
      throw new IllegalArgumentException("brightness is 1 to 100 percent, not " + percent);
    }
  }
}
