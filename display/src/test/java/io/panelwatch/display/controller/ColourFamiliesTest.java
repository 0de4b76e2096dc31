package io.panelwatch.display.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What distinguishes one family from another. */
class ColourFamiliesTest {

  private static final int RED = 0xFF0000;

  @Test
  void theCatalogueKnowsWhatItNamesAndNothingElse() {
    assertEquals(
        Set.of(
            "ili9341",
            "ili9486",
            "ili9486-hat",
            "ili9488",
            "st7789v",
            "st7789v-240x240",
            "st7789v-170x320",
            "st7735s",
            "ssd1306",
            "sh1106"),
        Modules.names());
    assertEquals(Optional.empty(), Modules.named("ILI9341"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ili9486", "ili9488"})
  void theSerialInterfaceOfTheLargeOnesTakesNoSixteenBits(String name) {
    refused(name, wire -> wire.send(0x3A, 0x55));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ili9486", "ili9486-hat", "ili9488"})
  void theLargeOnesWantTheWholeWindowBeforeEachWrite(String name) {
    ColourModule module = module(name);
    Wire wire = module.awake();
    module.paint(wire, 0, 0, RED);
    wire.send(0x2A, 0, 0, 0, 1);
    assertThrows(ProtocolViolation.class, () -> wire.send(0x2C));
    wire.window(0, 0, 1, 0).send(0x2C, module.pixel(RED)).send(0x3C, module.pixel(RED));
    assertEquals(RED, wire.rgb(1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ili9341", "st7789v", "st7735s"})
  void theOthersKeepTheirWindow(String name) {
    ColourModule module = module(name);
    ColourModule.Turn turn = module.turns().getFirst();
    Wire wire = module.awake();
    module.paint(wire, turn.column(), turn.row(), RED);
    wire.send(0x2C, module.pixel(0x0000FF));
    assertEquals(0x0000FF, wire.rgb(0, 0));
  }

  @Test
  void aHatTakesRegistersAsWords() {
    Wire hat = module("ili9486-hat").awake();
    assertThrows(ProtocolViolation.class, () -> hat.commands(0x29));
    assertThrows(ProtocolViolation.class, () -> hat.commands(0x29, 0x00));
    hat.window(0, 0, 0, 0).send(0x2C);
    assertThrows(ProtocolViolation.class, () -> hat.data(0xF8));
    hat.window(0, 0, 0, 0).send(0x2C).data(0xF8, 0x00);
    assertEquals(RED, hat.rgb(0, 0));
  }

  @Test
  void aHatCountsTheBytesOfItsWire() {
    Wire hat = Wire.to("ili9486-hat").settle().send(0x3A, 0x55);
    assertEquals(4, hat.lcd.bytes());
  }

  @Test
  void softwareResetHoldsASleepingSt7789vToo() {
    Wire sitronix = Wire.to("st7789v").settle().send(0x01).pass(Duration.ofMillis(119));
    assertThrows(ProtocolViolation.class, () -> sitronix.send(0x11));
    Wire.to("ili9341").settle().send(0x01).pass(Duration.ofMillis(5)).send(0x11);
  }

  @Test
  void theSt7735sRestsForALongTime() {
    Wire wire = Wire.to("st7735s").settle().send(0x11).pass(Duration.ofMillis(119));
    assertThrows(ProtocolViolation.class, () -> wire.send(0x29));
    wire.pass(Duration.ofMillis(1)).send(0x29);
    assertTrue(wire.lcd.displayOn());
  }

  @Test
  void theSt7735sHasNeitherContinuedWritesNorBrightness() {
    refused("st7735s", wire -> wire.send(0x3C));
    refused("st7735s", wire -> wire.send(0x51, 0xFF));
  }

  @Test
  void settingsThatWouldTurnThePictureAreRefused() {
    refused("ili9341", wire -> wire.send(0xB6, 0x08, 0xA2, 0x27));
    refused("ili9341", wire -> wire.send(0xB6, 0x08, 0x82, 0x1F));
    refused("ili9341", wire -> wire.send(0xF6, 0x01, 0x00, 0x20));
    refused("ili9486", wire -> wire.send(0xB6, 0x02, 0x22, 0x3B));
    refused("ili9488", wire -> wire.send(0xB6, 0x32, 0x02, 0x3B));
    refused("st7789v", wire -> wire.send(0xC0, 0x6C));
    refused("st7789v", wire -> wire.send(0xB0, 0x00, 0xF8));
    refused("st7789v", wire -> wire.send(0xE4, 0x1D, 0x00, 0x10));
  }

  @Test
  void theUsualSettingsAreTaken() {
    module("ili9341").awake().send(0xB6, 0x08, 0x82, 0x27).send(0xC0, 0x23).send(0xF7, 0x20);
    module("ili9486").awake().send(0xB6, 0x02, 0x02, 0x3B).send(0xC5, 0, 0, 0, 0);
    module("ili9488").awake().send(0xC5, 0x00, 0x12, 0x80).send(0xF7, 0xA9, 0x51, 0x2C, 0x82);
    module("st7789v").awake().send(0xB2, 0x0C, 0x0C, 0x00, 0x33, 0x33).send(0xD0, 0xA4, 0xA1);
    module("st7735s").awake().send(0xB1, 0x01, 0x2C, 0x2D).send(0xC0, 0xA2, 0x02, 0x84);
  }

  @Test
  void aVaryingNumberOfParametersStillHasItsBounds() {
    refused("ili9488", wire -> wire.send(0xC5, 0, 0).send(0x00));
    refused("ili9488", wire -> wire.send(0xC5, 0, 0, 0, 0, 0));
  }

  @Test
  void aRefusalNamesTheDatasheetAndItsHeading() {
    Wire wire = module("st7789v").awake();
    String message =
        assertThrows(ProtocolViolation.class, () -> wire.send(0x2A, 0, 9, 0, 8)).getMessage();
    assertEquals(
        Optional.of("9..8 is not a range within 0..239 (ST7789V V1.3, CASET (2Ah))"),
        Optional.ofNullable(message));
  }

  @Test
  void dummyBytesOfAReadAreZeros() {
    Wire wire = module("ili9341").awake();
    ByteBuffer into = ByteBuffer.allocate(4).position(1);
    wire.lcd.read(0x0A, into);
    assertFalse(into.hasRemaining());
    assertTrue(Arrays.equals(new byte[] {0, (byte) 0x9C, 0, 0}, into.array()));
  }

  private interface Deed {
    void doTo(Wire wire);
  }

  private static void refused(String name, Deed deed) {
    Wire wire = module(name).awake().settle();
    assertThrows(ProtocolViolation.class, () -> deed.doTo(wire), name);
  }

  private static ColourModule module(String name) {
    return Arrays.stream(ColourModule.ALL)
        .filter(module -> module.name().equals(name))
        .findAny()
        .orElseThrow();
  }
}
