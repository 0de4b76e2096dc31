package io.panelwatch.display.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sends bytes by hand, as the datasheet has them, with no help from the driving side. */
class Ili9341Test {

  private static final int RED = 0xFF0000;
  private static final int MADCTL_UPRIGHT = 0x48;

  private final ManualClock clock = new ManualClock();
  private final Controller lcd = Modules.create("ili9341", clock).orElseThrow();

  @Test
  void nothingIsSeenBeforeTheDisplayIsOnAndAwake() {
    assertEquals(0, lcd.image().rgb(3, 3));
    command(0x29);
    assertEquals(0, lcd.image().rgb(3, 3), "on, but asleep");
    command(0x11);
    assertTrue(lcd.displayOn());
    assertFalse(lcd.sleeping());
    assertFalse(allBlack(lcd.image()), "the noise of an unwritten memory");
  }

  @Test
  void aPixelLandsWhereMadctlPutsIt() {
    int[][] cases = { // MADCTL, then where bus address (2, 5) is on the upright glass
      {0x48, 2, 5}, {0x08, 237, 5}, {0xC8, 2, 314}, {0x88, 237, 314},
      {0x28, 234, 2}, {0x68, 5, 2}, {0xA8, 234, 317}, {0xE8, 5, 317},
    };
    for (int[] expected : cases) {
      Controller one = awake(expected[0]);
      clear(one, expected[0]);
      send(one, 0x2A, 0, 2, 0, 2);
      send(one, 0x2B, 0, 5, 0, 5);
      send(one, 0x2C, 0xF8, 0x00);
      Picture seen = one.image();
      assertEquals(RED, seen.rgb(expected[1], expected[2]), "MADCTL " + expected[0]);
      assertEquals(1, litPixels(seen));
    }
  }

  @Test
  void aWindowIsFilledRowByRow() {
    Controller one = awake(MADCTL_UPRIGHT);
    clear(one, MADCTL_UPRIGHT);
    send(one, 0x2A, 0, 10, 0, 11);
    send(one, 0x2B, 1, 0, 1, 1);
    send(one, 0x2C, 0xF8, 0x00, 0x07, 0xE0, 0x00, 0x1F, 0xFF, 0xFF);
    Picture seen = one.image();
    assertEquals(RED, seen.rgb(10, 256));
    assertEquals(0x00FF00, seen.rgb(11, 256));
    assertEquals(0x0000FF, seen.rgb(10, 257));
    assertEquals(0xFFFFFF, seen.rgb(11, 257));
  }

  @Test
  void aMemoryWriteIsContinuedInItsWindowOnly() {
    Controller one = awake(MADCTL_UPRIGHT);
    send(one, 0x2C, 0x07, 0xE0);
    send(one, 0x3C, 0xF8, 0x00);
    assertEquals(RED, one.image().rgb(1, 0));

    refused("a continuation of nothing", fresh -> send(fresh, 0x3C));
    refused("one of another window", fresh -> continueAfter(fresh, 0x2A, 0, 0, 0, 9));
    refused("one with the axes exchanged", fresh -> continueAfter(fresh, 0x36, 0x20));
  }

  private static void continueAfter(Controller one, int opcode, int... parameters) {
    send(one, 0x2C, 0xF8, 0x00);
    send(one, opcode, parameters);
    send(one, 0x3C);
  }

  @Test
  void withoutTheBgrBitRedAndBlueAreExchanged() {
    Controller one = awake(0x40);
    send(one, 0x2C, 0xF8, 0x00);
    assertEquals(0x0000FF, one.image().rgb(0, 0));
  }

  @Test
  void eighteenBitPixelsComeAsThreeBytes() {
    Controller one = awake(MADCTL_UPRIGHT);
    send(one, 0x3A, 0x66);
    send(one, 0x2C, 0xFC, 0x00, 0x00, 0x00, 0x00, 0xFC);
    assertEquals(RED, one.image().rgb(0, 0));
    assertEquals(0x0000FF, one.image().rgb(1, 0));
  }

  @Test
  void inversionTurnsEveryColourRound() {
    Controller one = awake(MADCTL_UPRIGHT);
    send(one, 0x2C, 0xF8, 0x00);
    send(one, 0x21);
    assertEquals(0x00FFFF, one.image().rgb(0, 0));
    send(one, 0x20);
    assertEquals(RED, one.image().rgb(0, 0));
  }

  @Test
  void theMemorySurvivesSleepAndReset() {
    Controller one = awake(MADCTL_UPRIGHT);
    send(one, 0x2C, 0xF8, 0x00);
    clock.advance(Duration.ofMillis(120));
    send(one, 0x10);
    assertTrue(allBlack(one.image()));
    clock.advance(Duration.ofMillis(120));
    send(one, 0x01);
    clock.advance(Duration.ofMillis(5));
    send(one, 0x11);
    clock.advance(Duration.ofMillis(5));
    send(one, 0x29);
    assertEquals(RED, one.image().rgb(0, 0), "MADCTL and memory are kept by SWRESET");
  }

  @Test
  void whatTheRealOneWouldNotTakeIsRefused() {
    refused("pixels without RAMWR", one -> one.write(true, bytes(1, 2)));
    refused("an unknown opcode", one -> send(one, 0x03));
    refused("a parameter too many", one -> send(one, 0x3A, 0x55, 0x55));
    refused("pixels after a window only", one -> send(one, 0x2B, 0, 0, 0, 0, 0xF8, 0x00));
    refused("a column outside", one -> send(one, 0x2A, 0, 0, 0, 240));
    refused("a page outside", one -> send(one, 0x2B, 0, 0, 1, 64));
    refused("a range that ends before it starts", one -> send(one, 0x2A, 0, 9, 0, 8));
    refused("24 bit pixels", one -> send(one, 0x3A, 0x77));
    refused("a mirrored scan", one -> send(one, 0xB6, 0x08, 0xA2, 0x27));
  }

  @Test
  void aCommandThatWasCutShortIsRefusedWhenTheNextOneComes() {
    Controller one = awake(MADCTL_UPRIGHT);
    send(one, 0x2A, 0, 0);
    assertThrows(ProtocolViolation.class, () -> send(one, 0x2B, 0, 0, 0, 0));

    Controller other = awake(MADCTL_UPRIGHT);
    send(other, 0x2C, 0xF8, 0x00, 0xF8);
    assertThrows(ProtocolViolation.class, () -> send(other, 0x00));
  }

  @Test
  void aBrokenLinkForgivesWhatItCutShort() {
    Controller one = awake(MADCTL_UPRIGHT);
    send(one, 0x2A, 0, 0);
    one.linkBroken();
    send(one, 0x00);
    assertThrows(ProtocolViolation.class, () -> one.write(true, bytes(0, 9)));
  }

  @Test
  void aPixelPastTheWindowIsRefused() {
    Controller one = awake(MADCTL_UPRIGHT);
    send(one, 0x2A, 0, 0, 0, 0);
    send(one, 0x2B, 0, 0, 0, 0);
    send(one, 0x2C, 0xF8, 0x00);
    assertThrows(ProtocolViolation.class, () -> one.write(true, bytes(0xF8, 0x00)));
  }

  @Test
  void commandsInsideTheDatasheetsWaitsAreRefused() {
    refused("before 5 ms after SWRESET", one -> sendAfter(one, 0x01, 4_999, 0x00));
    refused("before 5 ms after SLPIN", one -> sendAfter(one, 0x10, 4_999, 0x00));
    refused("SLPOUT before 120 ms after SLPIN", one -> sendAfter(one, 0x10, 119_999, 0x11));
    refused("SLPOUT before 120 ms after SWRESET", one -> sendAfter(one, 0x01, 119_999, 0x11));
    refused("a reset of 9 us", one -> pulse(one, 9));
    Controller taken = awake(MADCTL_UPRIGHT);
    clock.advance(Duration.ofMillis(120));
    sendAfter(taken, 0x10, 120_000, 0x11);
    clock.advance(Duration.ofMillis(5));
    pulse(taken, 10);
    clock.advance(Duration.ofMillis(5));
    send(taken, 0x00);
  }

  @Test
  void sleepInTooSoonAfterSleepOutIsRefused() {
    Controller one = awake(MADCTL_UPRIGHT);
    assertThrows(ProtocolViolation.class, () -> send(one, 0x10));
  }

  private interface Deed {
    void doTo(Controller lcd);
  }

  private void refused(String what, Deed deed) {
    Controller one = awake(MADCTL_UPRIGHT);
    clock.advance(Duration.ofMillis(120));
    assertThrows(ProtocolViolation.class, () -> deed.doTo(one), what);
  }

  private Controller awake(int madctl) {
    Controller one = Modules.create("ili9341", clock).orElseThrow();
    send(one, 0x11);
    clock.advance(Duration.ofMillis(5));
    send(one, 0x3A, 0x55);
    send(one, 0x36, madctl);
    send(one, 0x29);
    return one;
  }

  /** Paints the whole memory black, by the address ranges that this MADCTL leaves. */
  private static void clear(Controller one, int madctl) {
    boolean exchanged = (madctl & 0x20) != 0;
    send(one, 0x2A, 0, 0, exchanged ? 1 : 0, exchanged ? 0x3F : 0xEF);
    send(one, 0x2B, 0, 0, exchanged ? 0 : 1, exchanged ? 0xEF : 0x3F);
    send(one, 0x2C);
    one.write(true, ByteBuffer.allocate(2 * 240 * 320));
  }

  private void command(int opcode) {
    send(lcd, opcode);
    clock.advance(Duration.ofMillis(5));
  }

  private void sendAfter(Controller one, int first, long micros, int second) {
    send(one, first);
    clock.advance(Duration.ofNanos(micros * 1_000));
    send(one, second);
  }

  private void pulse(Controller one, int micros) {
    one.resetLine(false);
    clock.advance(Duration.ofNanos(micros * 1_000L));
    one.resetLine(true);
  }

  private static void send(Controller one, int opcode, int... data) {
    one.write(false, bytes(opcode));
    if (data.length > 0) {
      one.write(true, bytes(data));
    }
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }

  private static boolean allBlack(Picture picture) {
    return litPixels(picture) == 0;
  }

  private static int litPixels(Picture picture) {
    int lit = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        lit += picture.rgb(x, y) == 0 ? 0 : 1;
      }
    }
    return lit;
  }
}
