package io.panelwatch.display.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OledModulesTest {

  private static final int WHITE = 0xFFFFFF;

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void dotsLandUprightWithRemapAndBackwardScan(String name) {
    Wire wire = cleared(name, 0xA1, 0xC8);
    dots(wire, 0, 0, 0x01);
    dots(wire, 127, 7, 0x80);
    assertEquals(WHITE, wire.rgb(0, 0));
    assertEquals(WHITE, wire.rgb(127, 63));
    assertEquals(2, wire.lit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void withoutThemThePictureIsTurnedByHalf(String name) {
    Wire wire = cleared(name, 0xA0, 0xC0);
    dots(wire, 0, 0, 0x01);
    dots(wire, 126, 3, 0x10);
    assertEquals(WHITE, wire.rgb(127, 63));
    assertEquals(WHITE, wire.rgb(1, 63 - 28));
    assertEquals(2, wire.lit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void theCommonsTurnAtOnceAndTheSegmentsWithWhatIsWrittenNext(String name) {
    Wire wire = cleared(name, 0xA1, 0xC8);
    dots(wire, 5, 0, 0x01);
    wire.commands(0xC0, 0xA0);
    assertEquals(WHITE, wire.rgb(5, 63));
    assertEquals(1, wire.lit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void startLineAndOffsetRollThePicture(String name) {
    Wire wire = cleared(name, 0xA1, 0xC8);
    dots(wire, 9, 1, 0x01);
    wire.commands(0x40 | 3);
    assertEquals(WHITE, wire.rgb(9, 5));
    wire.commands(0xD3, 2);
    assertEquals(WHITE, wire.rgb(9, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void contrastInversionAndAllOnChangeWhatIsSeenAndNotTheMemory(String name) {
    Wire wire = cleared(name, 0xA1, 0xC8);
    dots(wire, 0, 0, 0x01);
    wire.commands(0x81, 0x40);
    assertEquals(0x404040, wire.rgb(0, 0));
    wire.commands(0x81, 0xFF, 0xA7);
    assertEquals(0, wire.rgb(0, 0));
    assertEquals(128 * 64 - 1, wire.lit());
    wire.commands(0xA5);
    assertEquals(128 * 64, wire.lit());
    wire.commands(0xA4, 0xA6);
    assertEquals(1, wire.lit());
  }

  @Test
  void anSsd1306WithoutItsPumpIsDark() {
    Wire wire = Wire.to("ssd1306").commands(0x81, 0xFF, 0xA5, 0xAF);
    assertTrue(wire.lcd.displayOn());
    assertTrue(wire.isBlack());
    wire.commands(0x8D, 0x14);
    assertTrue(wire.isBlack(), "the pump starts with Display ON");
    wire.commands(0xAF);
    assertFalse(wire.isBlack());
    wire.commands(0x8D, 0x10);
    assertTrue(wire.isBlack());
  }

  @Test
  void anSh1106WithItsConverterOffIsDark() {
    Wire wire = Wire.to("sh1106").commands(0x81, 0xFF, 0xA5, 0xAD, 0x8A, 0xAF);
    assertTrue(wire.isBlack());
    assertThrows(ProtocolViolation.class, () -> wire.commands(0xAD, 0x8B), "while it is on");
    wire.commands(0xAE, 0xAD, 0x8B, 0xAF);
    assertFalse(wire.isBlack());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void aGlitchOrAResetTurnsItOffAndKeepsTheMemory(String name) {
    Wire wire = cleared(name, 0xA1, 0xC8);
    dots(wire, 0, 0, 0x01);
    wire.lcd.powerGlitch();
    assertTrue(wire.lcd.sleeping());
    assertTrue(wire.isBlack());
    on(wire, 0xA1, 0xC8);
    assertEquals(1, wire.lit());
    wire.pulseReset(10_000);
    assertFalse(wire.lcd.displayOn());
    assertThrows(ProtocolViolation.class, () -> wire.pulseReset(2_000), "too short");
  }

  @Test
  void horizontalModeFillsAWindowRowByRow() {
    Wire wire = cleared("ssd1306", 0xA1, 0xC8);
    wire.commands(0x20, 0x00, 0x21, 10, 11, 0x22, 2, 3).data(0x01, 0x02, 0x04, 0x08);
    assertEquals(WHITE, wire.rgb(10, 16));
    assertEquals(WHITE, wire.rgb(11, 17));
    assertEquals(WHITE, wire.rgb(10, 26));
    assertEquals(WHITE, wire.rgb(11, 27));
    assertThrows(ProtocolViolation.class, () -> wire.data(0x01), "behind the window");
    wire.commands(0x22, 2, 3).data(0x80);
    assertEquals(WHITE, wire.rgb(10, 23), "a new range begins at the start of both");
  }

  @Test
  void verticalModeFillsAWindowColumnByColumn() {
    Wire wire = cleared("ssd1306", 0xA1, 0xC8);
    wire.commands(0x20, 0x01, 0x21, 10, 11, 0x22, 2, 3).data(0x01, 0x02, 0x04, 0x08);
    assertEquals(WHITE, wire.rgb(10, 16));
    assertEquals(WHITE, wire.rgb(10, 25));
    assertEquals(WHITE, wire.rgb(11, 18));
    assertEquals(WHITE, wire.rgb(11, 27));
    assertThrows(ProtocolViolation.class, () -> wire.data(0x01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void aPageIsFilledToItsEndAndNotBeyond(String name) {
    int columns = name.equals("sh1106") ? 132 : 128;
    Wire wire = cleared(name, 0xA1, 0xC8);
    int last = columns - 1;
    wire.commands(0xB0, last & 0x0F, 0x10 | last >> 4).data(0xFF);
    assertThrows(ProtocolViolation.class, () -> wire.data(0xFF));
    assertThrows(
        ProtocolViolation.class, () -> wire.commands(0xB1).data(0xFF), "the column is set anew");
  }

  @Test
  void twoColumnsOnEachSideOfAnSh1106HaveNoDots() {
    Wire wire = cleared("sh1106", 0xA1, 0xC8);
    wire.commands(0xB0, 0x00, 0x10).data(0xFF, 0xFF, 0x01);
    wire.commands(0xB0, 0x02, 0x18).data(0xFF, 0xFF);
    assertEquals(1, wire.lit());
    assertThrows(ProtocolViolation.class, () -> wire.commands(0xB0, 0x04, 0x18).data(0xFF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssd1306", "sh1106"})
  void whatIsNotModelledOrCutShortIsRefused(String name) {
    refused(name, "an unknown command", wire -> wire.commands(0xF0));
    refused(name, "data for a parameter", wire -> wire.commands(0x81).data(0x40));
    refused(name, "data before an address", wire -> wire.data(0x40));
    refused(name, "half a column address", wire -> wire.commands(0xB0, 0x00).data(0x40));
    refused(name, "32 lines", wire -> wire.commands(0xA8, 0x1F));
    refused(name, "commons in sequence", wire -> wire.commands(0xDA, 0x02));
    refused(name, "scrolling", wire -> wire.commands(0x2F));
    refused(name, "read-modify-write", wire -> wire.commands(0xE0));
    refused(name, "a byte in reset", OledModulesTest::sendInReset);
    refused(name, "a read", wire -> wire.read(0x0A, 1));
  }

  @Test
  void addressesBelongToTheirMode() {
    refused("ssd1306", "a range in page mode", wire -> wire.commands(0x21, 0, 127));
    refused("ssd1306", "a page in horizontal mode", wire -> wire.commands(0x20, 0, 0xB0));
    refused("ssd1306", "columns only", wire -> wire.commands(0x20, 0, 0x21, 0, 127).data(0));
    refused("ssd1306", "a range beyond", wire -> wire.commands(0x20, 0, 0x21, 0, 128));
    refused("ssd1306", "a page beyond", wire -> wire.commands(0x20, 0, 0x22, 0, 8));
    refused("ssd1306", "no mode", wire -> wire.commands(0x20, 3));
    refused("ssd1306", "no pump setting", wire -> wire.commands(0x8D, 0x15));
    refused("sh1106", "a mode", wire -> wire.commands(0x20, 0));
  }

  private interface Deed {
    void doTo(Wire wire);
  }

  private static void refused(String name, String what, Deed deed) {
    Wire wire = Wire.to(name);
    assertThrows(ProtocolViolation.class, () -> deed.doTo(wire), () -> name + ": " + what);
  }

  private static void sendInReset(Wire wire) {
    wire.lcd.resetLine(false);
    wire.commands(0xE3);
  }

  /** On at full contrast. */
  private static Wire on(Wire wire, int segments, int commons) {
    wire.commands(wire.module.equals("sh1106") ? new int[] {0xAD, 0x8B} : new int[] {0x8D, 0x14});
    return wire.commands(segments, commons, 0x81, 0xFF, 0xAF);
  }

  /** The same, every dot of the memory dark. */
  private static Wire cleared(String name, int segments, int commons) {
    Wire wire = on(Wire.to(name), segments, commons);
    for (int page = 0; page < 8; page++) {
      wire.commands(0xB0 | page, 0x00, 0x10).data(new int[name.equals("sh1106") ? 132 : 128]);
    }
    return wire;
  }

  /** One byte in page mode at a column of the glass. */
  private static void dots(Wire wire, int x, int page, int bits) {
    int column = x + (wire.module.equals("sh1106") ? 2 : 0);
    wire.commands(0xB0 | page, column & 0x0F, 0x10 | column >> 4).data(bits);
  }
}
