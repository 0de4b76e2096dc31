package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.time.Duration;
import java.util.List;

/** How format, window, buses, clocks, waits and answers must fit each other. */
final class BusRules {

  /** DCS 1.3, clause 6: enter and exit sleep mode. */
  private static final Duration DCS_SETTLE = Duration.ofMillis(5);

  private static final Duration DCS_SLEEP_CHANGE = Duration.ofMillis(120);

  private final ControllerProfile profile;
  private final Values values;
  private final Complaints complaints;

  private BusRules(ControllerProfile profile, Values values, Complaints complaints) {
    this.profile = profile;
    this.values = values;
    this.complaints = complaints;
  }

  static void check(ControllerProfile profile, Values values, Complaints complaints) {
    BusRules rules = new BusRules(profile, values, complaints);
    rules.checkFormat();
    rules.checkRegisters();
    rules.checkI2c();
    rules.checkWaits();
    rules.checkReadbacks();
  }

  private void checkFormat() {
    if (profile.addressing().paged() != (profile.format() == ColourFormat.MONO)) {
      complaints.about(
          values.lineOf("format"), "mono goes with window page or page-window, colour with dcs");
    }
  }

  private void checkRegisters() {
    if (profile.registerBits() == Short.SIZE
        && (profile.addressing().paged() || profile.format() != ColourFormat.RGB565)) {
      complaints.about(
          values.lineOf("register-bits"), "16-bit registers go with format rgb565 and window dcs");
    }
  }

  private void checkI2c() {
    boolean i2c = profile.transports().contains(Transport.I2C);
    if (i2c && !profile.addressing().paged()) {
      complaints.about(values.lineOf("transport"), "i2c goes with window page or page-window");
    }
    for (String key : List.of("i2c-address", "i2c-clock-hz")) {
      if (i2c && !values.has(key)) {
        complaints.about(0, key + " is missing for transport i2c");
      } else if (!i2c && values.has(key)) {
        complaints.about(values.lineOf(key), key + " is without transport i2c");
      }
    }
  }

  private void checkWaits() {
    if (profile.addressing().paged()) {
      return;
    }
    if (profile.timing().settle().compareTo(DCS_SETTLE) < 0) {
      complaints.about(values.lineOf("settle-ms"), "a DCS controller wants 5 ms at least");
    }
    if (profile.timing().sleepChange().compareTo(DCS_SLEEP_CHANGE) < 0) {
      complaints.about(values.lineOf("sleep-change-ms"), "a DCS controller wants 120 ms at least");
    }
  }

  private void checkReadbacks() {
    List<Line> lines = values.lines("readback");
    if (lines.isEmpty()) {
      return;
    }
    if (profile.addressing().paged() || profile.registerBits() == Short.SIZE) {
      complaints.about(lines.getFirst().number(), "such a controller cannot be read");
    }
    if (!values.has("read-clock-hz")) {
      complaints.about(0, "read-clock-hz is missing for readback");
    }
    if (profile.clocks().readHz() > profile.clocks().pixelHz()) {
      complaints.about(values.lineOf("read-clock-hz"), "reading is not faster than writing");
    }
  }
}
