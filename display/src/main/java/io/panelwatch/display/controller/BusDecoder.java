package io.panelwatch.display.controller;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Plays events of a bus to an {@link Ili9341} at the times at which they happened, and counts what
 * that refused. Thread-safe.
 */
final class BusDecoder {

  private final Ili9341 lcd;
  private long nanos;
  private long violations;
  private Optional<String> lastViolation = Optional.empty();

  /** Begins with a controller that was powered on at that time. */
  BusDecoder(long powerOnNanos) {
    nanos = powerOnNanos;
    lcd = new Ili9341(() -> nanos);
  }

  synchronized void take(BusEvent event, long atNanos, ByteBuffer bytes) {
    nanos = atNanos;
    try {
      switch (event) {
        case COMMAND -> lcd.write(false, bytes);
        case DATA -> lcd.write(true, bytes);
        case RESET_LOW -> lcd.resetLine(false);
        case RESET_HIGH -> lcd.resetLine(true);
        case BROKEN -> lcd.linkBroken();
      }
    } catch (ProtocolViolation refused) {
      violations++;
      lastViolation = Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  synchronized ControllerTap.Snapshot snapshot() {
    return new ControllerTap.Snapshot(lcd.image(), violations, lastViolation);
  }
}
