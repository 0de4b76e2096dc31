package io.panelwatch.display.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes over the wire, a controller takes it or refuses it, and lives on. */
class ByteSoupTest {

  private static final int TRANSFERS = 3_000;

  static Set<String> modules() {
    return Modules.names();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void randomBytesNeverDoMoreThanBeRefused(String module) {
    var random = new Random(20260101);
    Wire wire = Wire.to(module);
    Picture first = wire.lcd.image();
    int taken = 0;
    for (int i = 0; i < TRANSFERS; i++) {
      if (survives(random, wire)) {
        taken++;
      }
    }
    assertTrue(taken > TRANSFERS / 20, () -> "hardly anything was taken");
    Picture last = wire.lcd.image();
    assertEquals(first.width(), last.width());
    assertEquals(first.height(), last.height());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void randomMessagesNeverDoMoreThanBeRefused(String module) {
    var random = new Random(20260102);
    Wire wire = Wire.to(module);
    var front = new I2cFront(0x3D, wire.lcd);
    for (int i = 0; i < TRANSFERS; i++) {
      ByteBuffer message = soup(random);
      try {
        front.write(0x3D, message);
      } catch (ProtocolViolation refused) {
        assertFalse(String.valueOf(refused.getMessage()).isBlank());
      }
      assertFalse(message.hasRemaining());
    }
  }

  /** Does something to it; whether that was not refused. */
  private static boolean survives(Random random, Wire wire) {
    ByteBuffer transfer = soup(random);
    try {
      switch (random.nextInt(12)) {
        case 0 -> wire.pulseReset(random.nextInt(20_000));
        case 1 -> wire.lcd.powerGlitch();
        case 2 -> wire.lcd.linkBroken();
        case 3 -> wire.lcd.read(random.nextInt(256), ByteBuffer.allocate(random.nextInt(8)));
        case 4 -> wire.pass(Duration.ofMillis(random.nextInt(200)));
        case 5, 6, 7 -> wire.lcd.write(true, transfer);
        case 8, 9 -> wire.lcd.write(false, Wire.bytes(0x2A + random.nextInt(3)));
        default -> wire.lcd.write(false, transfer);
      }
      return true;
    } catch (ProtocolViolation refused) {
      assertFalse(String.valueOf(refused.getMessage()).isBlank());
      return false;
    }
  }

  private static ByteBuffer soup(Random random) {
    byte[] bytes = new byte[random.nextInt(8)];
    random.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
