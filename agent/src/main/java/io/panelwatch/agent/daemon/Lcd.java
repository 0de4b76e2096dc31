package io.panelwatch.agent.daemon;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.Counters;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * The LCD as the daemon uses it: shows states, and tells what was really sent, which is decoded
 * outside the frame's time.
 *
 * <pre>
 *   start --device there-------------------------------> DrivenLcd, to the end
 *     '-----not there--> looked for every second --found--^
 * </pre>
 *
 * <p>One whose device is not there yet is a fault of the board and no reason not to watch the rest
 * of it: until it comes it counts as a panel that refuses with what opening it says. One that goes
 * away later is {@link io.panelwatch.display.Panel}'s own affair. Thread-safe.
 */
final class Lcd implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration END_WITHIN = Duration.ofMillis(200);

  private final LcdPort port;
  private final BoardClock clock;
  private final PowerPolicy policy;
  private final ZoneId zone;
  private final SensorSource source;
  private final Optional<Thread> search;

  // Guarded by this.
  private Optional<DrivenLcd> driven = Optional.empty();
  private Optional<DeviceState> newest = Optional.empty();
  private Optional<DeviceException> refusal = Optional.empty();
  private int looksInVain;
  private boolean closed;

  /**
   * Starts the panel, or the search for it, on a thread of its own; returns at once.
   *
   * @param policy when it is bright, dim or dark
   * @param zone of the policy's times
   */
  Lcd(LcdPort port, BoardClock clock, PowerPolicy policy, ZoneId zone) {
    this.port = port;
    this.clock = clock;
    this.policy = policy;
    this.zone = zone;
    source = new LcdSource("panel " + port.profile().name(), this::counters, this::turns, clock);
    search = look() ? Optional.empty() : Optional.of(startSearch());
  }

  /** Shows that state unless a newer one comes first. */
  synchronized void show(DeviceState state) {
    newest = Optional.of(state);
    driven.ifPresent(lcd -> lcd.show(state));
  }

  /** Whether it was put to sleep because nobody was there: who presses a button sees nothing. */
  synchronized boolean asleep() {
    return driven.map(DrivenLcd::asleep).orElse(false);
  }

  /**
   * What the panel shows now by what was sent to it, as it is mounted.
   *
   * @throws DeviceException when that cannot be told, or its device is not there
   */
  Picture snapshot() throws DeviceException {
    return requireDriven().snapshot();
  }

  /** What its link has carried; of one that is looked for, what opening it says. */
  synchronized Counters counters() {
    return driven
        .map(DrivenLcd::counters)
        .orElseGet(() -> Counters.refused(looksInVain, refusal.orElseThrow()));
  }

  /** How it fares, for the watch. */
  SensorSource source() {
    return source;
  }

  /** Where it is in its life. */
  synchronized PanelState state() {
    return driven.map(DrivenLcd::state).orElse(PanelState.LOST);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    search.ifPresent(Lcd::end);
    driven().ifPresentOrElse(DrivenLcd::close, () -> port.backlight().ifPresent(Backlight::close));
  }

  /** A screen that is looked for is not stuck: looks in vain are turns too. */
  private synchronized long turns() {
    return looksInVain + driven.map(DrivenLcd::turns).orElse(0L);
  }

  private synchronized Optional<DrivenLcd> driven() {
    return driven;
  }

  private synchronized DrivenLcd requireDriven() throws DeviceException {
    if (driven.isPresent()) {
      return driven.get();
    }
    throw refusal.orElseThrow();
  }

  private Thread startSearch() {
    Logger.error(
        "the LCD is not there, looked for every {} s: {}",
        LOOK_EVERY.toSeconds(),
        refusal.map(DeviceException::getMessage).orElse(""));
    return Thread.ofPlatform().name("lcd search").daemon().start(this::lookUntilFound);
  }

  private void lookUntilFound() {
    try {
      do {
        clock.sleep(LOOK_EVERY);
      } while (!look());
    } catch (InterruptedException e) {
      Logger.debug("the search for the LCD ends");
    }
  }

  /**
   * Looks for the device; nobody is kept waiting while it is opened.
   *
   * @return whether it was found
   */
  private boolean look() {
    try {
      take(new DrivenLcd(port, clock, policy, zone));
      return true;
    } catch (DeviceException e) {
      missed(e);
      return false;
    }
  }

  private synchronized void take(DrivenLcd found) {
    if (closed) {
      found.close();
      return;
    }
    driven = Optional.of(found);
    newest.ifPresent(found::show);
  }

  private synchronized void missed(DeviceException cause) {
    looksInVain++;
    refusal = Optional.of(cause);
  }

  private static void end(Thread search) {
    search.interrupt();
    try {
      if (!search.join(END_WITHIN)) {
        Logger.warn("opening the LCD's device takes longer than {} ms", END_WITHIN.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
