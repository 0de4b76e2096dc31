package io.panelwatch.display.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** How a memory write fills the memory, on the controller whose datasheet tells it best. */
class Ili9341Test {

  private static final int RED = 0xFF0000;
  private static final int[] RED_565 = {0xF8, 0x00};
  private static final int UPRIGHT = 0x48;

  @Test
  void aPixelLandsWhereMadctlPutsIt() {
    int[][] cases = { // MADCTL, then where bus address (2, 5) is on the upright glass
      {0x48, 2, 5}, {0x08, 237, 5}, {0xC8, 2, 314}, {0x88, 237, 314},
      {0x28, 234, 2}, {0x68, 5, 2}, {0xA8, 234, 317}, {0xE8, 5, 317},
    };
    for (int[] expected : cases) {
      Wire wire = cleared(expected[0]).window(2, 5, 2, 5).send(0x2C, RED_565);
      assertEquals(RED, wire.rgb(expected[1], expected[2]), "MADCTL " + expected[0]);
      assertEquals(1, wire.lit());
    }
  }

  @Test
  void aWindowIsFilledRowByRow() {
    Wire wire = awake(UPRIGHT).window(10, 256, 11, 257);
    wire.send(0x2C, 0xF8, 0x00, 0x07, 0xE0, 0x00, 0x1F, 0xFF, 0xFF);
    assertEquals(RED, wire.rgb(10, 256));
    assertEquals(0x00FF00, wire.rgb(11, 256));
    assertEquals(0x0000FF, wire.rgb(10, 257));
    assertEquals(0xFFFFFF, wire.rgb(11, 257));
  }

  @Test
  void aWindowThatNoLongerFitsAfterAnExchangeOfTheAxesIsRefused() {
    Wire wire = awake(UPRIGHT).window(0, 0, 239, 319).send(0x36, UPRIGHT | 0x20);
    assertThrows(ProtocolViolation.class, () -> wire.send(0x2C));
  }

  @Test
  void aMemoryWriteIsContinuedInItsWindowOnly() {
    assertEquals(RED, begun().send(0x3C, RED_565).rgb(1, 0));
    Wire fresh = awake(UPRIGHT);
    assertThrows(ProtocolViolation.class, () -> fresh.send(0x3C), "nothing was begun");
    Wire moved = begun().send(0x2A, 0, 0, 0, 9);
    assertThrows(ProtocolViolation.class, () -> moved.send(0x3C), "another window");
    Wire turned = begun().send(0x36, 0x08);
    assertThrows(ProtocolViolation.class, () -> turned.send(0x3C), "another direction");
  }

  @Test
  void eighteenBitPixelsComeAsThreeBytes() {
    Wire wire = awake(UPRIGHT).send(0x3A, 0x66);
    wire.send(0x2C, 0xFC, 0x00, 0x00, 0x00, 0x00, 0xFC);
    assertEquals(RED, wire.rgb(0, 0));
    assertEquals(0x0000FF, wire.rgb(1, 0));
  }

  @Test
  void sixteenBitPixelsAreWidenedByTheirHighBits() {
    Wire wire = awake(UPRIGHT).send(0x2C, 0x80, 0x10);
    assertEquals(0x860086, wire.rgb(0, 0), "10000 becomes 100001");
  }

  @Test
  void aResetByCommandKeepsMemoryAddressModeAndFormat() {
    Wire wire = awake(UPRIGHT).send(0x2C, RED_565).settle().send(0x01).settle();
    wire.send(0x11).settle().send(0x29);
    assertEquals(RED, wire.rgb(0, 0));
    assertEquals(0x00FF00, wire.send(0x2C, 0x07, 0xE0).rgb(0, 0));
  }

  @Test
  void aResetByLineForgetsThem() {
    Wire wire = awake(UPRIGHT).pulseReset(10_000).settle();
    assertEquals(0, wire.read(0x0B, 1)[0]);
    assertEquals(0x06, wire.read(0x0C, 1)[0]);
  }

  private static Wire begun() {
    return awake(UPRIGHT).send(0x2C, RED_565);
  }

  private static Wire awake(int madctl) {
    return Wire.to("ili9341").send(0x11).settle().send(0x3A, 0x55).send(0x36, madctl).send(0x29);
  }

  /** The same, the whole memory black, by the address ranges that this MADCTL leaves. */
  private static Wire cleared(int madctl) {
    boolean exchanged = (madctl & 0x20) != 0;
    return awake(madctl)
        .window(0, 0, exchanged ? 319 : 239, exchanged ? 239 : 319)
        .send(0x2C, new int[2 * 240 * 320]);
  }
}
