package io.panelwatch.display.controller;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Plays events of a bus to a {@link Controller} at the times at which they happened, and counts
 * what that refused. Thread-safe.
 */
final class BusDecoder {

  /** The tap does not hear the address; the device that it wraps has the right one. */
  private static final int ADDRESS = 0x3C;

  private final Controller lcd;
  private final I2cFront i2c;
  private long nanos;
  private long violations;
  private Optional<String> lastViolation = Optional.empty();

  /** Begins with a controller that was powered on at that time. */
  BusDecoder(Controller.Factory module, long powerOnNanos) {
    nanos = powerOnNanos;
    lcd = module.powerOn(() -> nanos);
    i2c = new I2cFront(ADDRESS, lcd);
  }

  synchronized void take(BusEvent event, long atNanos, ByteBuffer bytes) {
    nanos = atNanos;
    try {
      switch (event) {
        case COMMAND -> lcd.write(false, bytes);
        case DATA -> lcd.write(true, bytes);
        case READ -> exchange(bytes);
        case MESSAGE -> i2c.write(ADDRESS, bytes);
        case RESET_LOW -> lcd.resetLine(false);
        case RESET_HIGH -> lcd.resetLine(true);
        case BROKEN -> lcd.linkBroken();
      }
    } catch (ProtocolViolation refused) {
      violations++;
      lastViolation = Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  /** Behind an opcode that reads, the bytes sent mean nothing; the answer is not looked at. */
  private void exchange(ByteBuffer sent) {
    int opcode = sent.hasRemaining() ? sent.get(sent.position()) & 0xFF : 0;
    if (lcd.answers(opcode)) {
      lcd.read(opcode, ByteBuffer.allocate(sent.remaining() - 1));
    } else {
      lcd.write(false, sent);
    }
  }

  synchronized ControllerTap.Snapshot snapshot() {
    return new ControllerTap.Snapshot(lcd.image(), violations, lastViolation);
  }
}
