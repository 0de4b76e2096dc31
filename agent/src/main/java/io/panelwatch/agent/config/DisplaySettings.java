package io.panelwatch.agent.config;

import io.panelwatch.agent.fault.Language;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code [display]}: the LCD and what is on it.
 *
 * @param driver how the panel is reached
 * @param panel name of a panel profile: {@code ili9341}
 * @param rotationDegrees 0, 90, 180 or 270, clockwise
 * @param language of the screens
 * @param brightnessPercent of the backlight, 1..100
 * @param dimAfter without input; empty: never
 * @param offAfter without input; empty: never
 * @param schedule brightness by time of day, earliest first; the file has {@code ["07:00 100",
 *     "22:00 20"]}
 * @param qrUrl template of the QR code's content with {@code {device}}, {@code {code}}, {@code
 *     {component}} and {@code {faultId}}; empty: these four as text
 */
public record DisplaySettings(
    Driver driver,
    String panel,
    int rotationDegrees,
    Language language,
    int brightnessPercent,
    Optional<Duration> dimAfter,
    Optional<Duration> offAfter,
    List<BrightnessChange> schedule,
    String qrUrl) {

  /** How a panel is reached. */
  public enum Driver {
    /** The first that is there: framebuffer, DRM, SPI; none where there is none. */
    AUTO,
    FBDEV,
    DRM,
    SPI,
    NONE;

    /** As it stands in the file. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * From a time of day on, this bright.
   *
   * @param at the site's local time
   * @param percent 0..100
   */
  public record BrightnessChange(LocalTime at, int percent) {}

  /** A kiosk's screen that finds its panel, speaks English and never sleeps. */
  public static final DisplaySettings DEFAULT =
      new DisplaySettings(
          Driver.AUTO,
          "ili9341",
          0,
          Language.EN,
          100,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          "");

  public DisplaySettings {
    schedule = List.copyOf(schedule);
  }
}
