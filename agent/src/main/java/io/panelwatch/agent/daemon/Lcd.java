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
 *   start --> look: open its device --there------------> DrivenLcd, to the end
 *               ^        |
 *               '--1 s---'  not there
 * </pre>
 *
 * <p>One whose device is not there yet is a fault of the board and no reason not to watch the rest
 * of it: until it comes it counts as a panel that refuses with what opening it says. Opening may
 * also hang inside the kernel's driver; only the thread of the search hangs then, and is found as a
 * screen that stands still. One that goes away later is {@link io.panelwatch.display.Panel}'s own
 * affair. Thread-safe.
 */
final class Lcd implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration END_WITHIN = Duration.ofMillis(200);

  private final LcdPort port;
  private final BoardClock clock;
  private final PowerPolicy policy;
  private final ZoneId zone;
  private final SensorSource source;
  private final Thread search;

  // Guarded by this.
  private Optional<DrivenLcd> driven = Optional.empty();
  private Optional<DeviceState> newest = Optional.empty();
  private Optional<DeviceException> refusal = Optional.empty();
  private int looksInVain;
  private boolean givenUp;

  /**
   * Looks for the panel at once on a thread of its own, and starts it when it is found; does not
   * wait for that.
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
    search = Thread.ofPlatform().name("lcd search").daemon().start(this::lookUntilFound);
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
   * @throws DeviceException when that cannot be told, or its device is not there or not opened yet
   */
  Picture snapshot() throws DeviceException {
    return requireDriven().snapshot();
  }

  /**
   * Returns if what is shown can be seen, as far as that is known here.
   *
   * @throws DeviceException when its device is not there or not opened yet, or refuses
   */
  void requireInUse() throws DeviceException {
    DrivenLcd lcd = requireDriven();
    if (lcd.state() == PanelState.LOST) {
      throw lcd.counters().refusal().orElseGet(() -> none("is lost: see panelwatch faults"));
    }
  }

  /** What its link has carried, and how often opening its device was refused. */
  synchronized Counters counters() {
    if (driven.isPresent()) {
      return driven.get().counters().afterRefusals(looksInVain);
    }
    return refusal.map(last -> Counters.refused(looksInVain, last)).orElse(Counters.NONE);
  }

  /** How it fares, for the watch. */
  SensorSource source() {
    return source;
  }

  /** Where it is in its life. */
  synchronized PanelState state() {
    return driven
        .map(DrivenLcd::state)
        .orElse(refusal.isPresent() ? PanelState.LOST : PanelState.PROBED);
  }

  @Override
  public void close() {
    endSearch();
    giveUp()
        .ifPresentOrElse(DrivenLcd::close, () -> port.backlight().ifPresent(Lcd::putOutAndClose));
  }

  /** A screen that is looked for is not stuck: looks in vain are turns too. */
  private synchronized long turns() {
    return looksInVain + driven.map(DrivenLcd::turns).orElse(0L);
  }

  private synchronized DrivenLcd requireDriven() throws DeviceException {
    if (driven.isPresent()) {
      return driven.get();
    }
    throw refusal.orElseGet(() -> none("is not opened yet: try again in a second"));
  }

  private DeviceException none(String why) {
    return new DeviceException(
        0, "open", LcdSource.COMPONENT, "panel %s %s".formatted(port.profile().name(), why));
  }

  private void lookUntilFound() {
    try {
      while (!look() && !isGivenUp()) {
        clock.sleep(LOOK_EVERY);
      }
    } catch (InterruptedException e) {
      Logger.debug("the search for the LCD ends");
    } catch (RuntimeException e) {
      // Its wiring does not fit its profile. The missing heartbeat tells the watch.
      Logger.error("the LCD cannot be driven at all and stays dark: {}", e.toString());
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
    if (givenUp) {
      found.close();
      return;
    }
    if (looksInVain > 0) {
      Logger.info("the LCD is there after {} looks in vain", looksInVain);
    }
    driven = Optional.of(found);
    newest.ifPresent(found::show);
  }

  private synchronized void missed(DeviceException cause) {
    if (refusal.filter(last -> last.errno() == cause.errno()).isEmpty()) {
      Logger.error(
          "the LCD is not there, looked for every {} s: {}",
          LOOK_EVERY.toSeconds(),
          cause.getMessage());
    }
    looksInVain++;
    refusal = Optional.of(cause);
  }

  private void endSearch() {
    search.interrupt();
    try {
      if (!search.join(END_WITHIN)) {
        Logger.warn("opening the LCD's device takes longer than {} ms", END_WITHIN.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was found until now; what is found later is the search's own to close. */
  private synchronized Optional<DrivenLcd> giveUp() {
    givenUp = true;
    return driven;
  }

  private synchronized boolean isGivenUp() {
    return givenUp;
  }

  /** Firmware may have lit it, and nobody will show anything. */
  private static void putOutAndClose(Backlight light) {
    try (light) {
      light.setPercent(0);
    } catch (DeviceException e) {
      Logger.warn("the LCD's light could not be put out: {}", e.getMessage());
    }
  }
}
