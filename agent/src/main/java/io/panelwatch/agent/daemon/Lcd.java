package io.panelwatch.agent.daemon;

import io.panelwatch.agent.screen.Screens;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.ControllerDriver;
import io.panelwatch.display.Counters;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.bus.FourWireSpi;
import io.panelwatch.display.controller.ControllerTap;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.SensorSource;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The LCD as the daemon uses it: shows states, and tells what was really sent.
 *
 * <p>Every byte on the panel's link is mirrored into a virtual controller, outside the frame's
 * time, so that a snapshot is proof of what the panel got.
 */
final class Lcd implements AutoCloseable {

  private final LcdPort port;
  private final ControllerTap tap;
  private final Panel panel;
  private final ScreenLoop loop;
  private final SensorSource source;

  /**
   * Starts the panel on the screen loop's thread; returns at once.
   *
   * @param policy when it is bright, dim or dark
   * @param zone of the policy's times
   */
  Lcd(LcdPort port, BoardClock clock, PowerPolicy policy, ZoneId zone) {
    this.port = port;
    tap = new ControllerTap(Modules.named("ili9341").orElseThrow(), clock);
    var link =
        new FourWireSpi(
            tap.spi(port.spi()),
            tap.dataCommand(port.dataCommand()),
            Optional.of(tap.reset(port.reset())),
            false,
            port.profile().wireRules());
    var driver =
        new ControllerDriver(port.profile(), port.rotation(), link, PanelLines.NONE, clock);
    panel = new Panel(driver, Optional.of(port.backlight()), clock);
    var settings = new ScreenSettings(Colours.RGB, policy, zone, port.profile().pixelShiftPx());
    loop = new ScreenLoop(panel, clock, settings, Screens::of, tap::catchUp);
    source = new LcdSource("panel " + port.profile().name(), panel::counters, loop::turns, clock);
  }

  /** Shows that state unless a newer one comes first. */
  void show(DeviceState state) {
    loop.show(state);
  }

  /** Whether it was put to sleep because nobody was there: who presses a button sees nothing. */
  boolean asleep() {
    return loop.asleep();
  }

  /** What the panel shows now, decoded from the bytes that were sent, as it is mounted. */
  Picture snapshot() {
    return tap.snapshot().picture().turned(port.uprightDegrees());
  }

  /** What its link has carried. */
  Counters counters() {
    return panel.counters();
  }

  /** How it fares, for the watch. */
  SensorSource source() {
    return source;
  }

  @Override
  public void close() {
    loop.close();
  }
}
