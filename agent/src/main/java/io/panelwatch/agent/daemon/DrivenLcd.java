package io.panelwatch.agent.daemon;

import io.panelwatch.agent.screen.Screens;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.Counters;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.time.ZoneId;

/** An LCD whose device was found, with the loop that draws on it. Thread-safe. */
final class DrivenLcd implements AutoCloseable {

  private final LcdPort port;
  private final LcdWitness witness;
  private final Panel panel;
  private final ScreenLoop loop;

  /**
   * Starts the panel on the screen loop's thread; returns at once.
   *
   * @param policy when it is bright, dim or dark
   * @param zone of the policy's times
   * @throws DeviceException when a framebuffer is not there, whose size nobody else knows
   */
  DrivenLcd(LcdPort port, BoardClock clock, PowerPolicy policy, ZoneId zone)
      throws DeviceException {
    this.port = port;
    LcdParts parts = LcdParts.of(port, clock);
    witness = parts.witness();
    panel = new Panel(parts.driver(), port.backlight(), clock);
    var settings = new ScreenSettings(parts.colours(), policy, zone, port.profile().pixelShiftPx());
    loop = new ScreenLoop(panel, clock, settings, Screens::of, witness::catchUp);
  }

  /** Shows that state unless a newer one comes first. */
  void show(DeviceState state) {
    loop.show(state);
  }

  /** Whether it was put to sleep because nobody was there: who presses a button sees nothing. */
  boolean asleep() {
    return loop.asleep();
  }

  /**
   * What the panel shows now by what was sent to it, as it is mounted.
   *
   * @throws DeviceException when that cannot be told
   */
  Picture snapshot() throws DeviceException {
    return witness.picture().turned(port.uprightDegrees());
  }

  /** What its link has carried. */
  Counters counters() {
    return panel.counters();
  }

  /** Turns of its loop. */
  long turns() {
    return loop.turns();
  }

  /** Where it is in its life. */
  PanelState state() {
    return panel.state();
  }

  @Override
  public void close() {
    loop.close();
  }
}
