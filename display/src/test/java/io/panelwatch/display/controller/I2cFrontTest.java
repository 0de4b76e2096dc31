package io.panelwatch.display.controller;

import static io.panelwatch.display.controller.Wire.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class I2cFrontTest {

  private static final int ADDRESS = 0x3C;
  private static final int WHITE = 0xFFFFFF;

  private final Wire wire = Wire.to("sh1106");
  private final I2cFront front = new I2cFront(ADDRESS, wire.lcd);

  @Test
  void aMessageIsCommandsOrDotsToItsEnd() {
    send(0x00, 0xA1, 0xC8, 0x81, 0xFF, 0xAF, 0xB0, 0x02, 0x10);
    send(0x40, 0x01, 0x02);
    assertEquals(WHITE, wire.rgb(0, 0));
    assertEquals(WHITE, wire.rgb(1, 1));
    assertEquals(10, wire.lcd.bytes(), "control bytes do not reach the controller");
  }

  @Test
  void controlBytesWithCoLetOneByteThrough() {
    send(0x80, 0xA1, 0x80, 0xC8, 0x80, 0x81, 0x80, 0xFF, 0x80, 0xAF, 0x80, 0xB0, 0x00, 0x02, 0x10);
    send(0xC0, 0x01, 0xC0, 0x02, 0x40, 0x04);
    assertEquals(WHITE, wire.rgb(0, 0));
    assertEquals(WHITE, wire.rgb(1, 1));
    assertEquals(WHITE, wire.rgb(2, 2));
  }

  @Test
  void aCommandAndItsParameterMayComeInTwoMessages() {
    send(0x00, 0x81);
    send(0x00, 0x12);
    send(0x00, 0xA5, 0xAF);
    assertEquals(0x121212, wire.rgb(3, 3));
  }

  @Test
  void whatIsNoMessageIsRefusedAndDropped() {
    refused(0x01, 0xAF);
    refused(0x20, 0xAF);
    refused(0x00);
    refused(0x80, 0xAE, 0x80);
    refused(0x00, 0xF0, 0xAF);
    send(0x00, 0x81);
    refused(0x3F);
    send(0x00, 0xAF);
    assertTrue(wire.lcd.displayOn(), "the contrast's parameter was no longer awaited");
  }

  @Test
  void onlyItsOwnAddressIsAcknowledged() {
    assertEquals(ADDRESS, front.address());
    assertThrows(ProtocolViolation.class, () -> front.write(0x3D, bytes(0x00, 0xAF)));
    assertFalse(wire.lcd.displayOn());
    front.write(ADDRESS, bytes());
    assertThrows(IllegalArgumentException.class, () -> new I2cFront(0x3E, wire.lcd));
  }

  private void send(int... message) {
    ByteBuffer bytes = bytes(message);
    front.write(ADDRESS, bytes);
    assertFalse(bytes.hasRemaining());
  }

  private void refused(int... message) {
    ByteBuffer bytes = bytes(message);
    assertThrows(ProtocolViolation.class, () -> front.write(ADDRESS, bytes));
    assertFalse(bytes.hasRemaining());
  }
}
