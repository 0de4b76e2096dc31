package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CostModelTest {

  private static final int ANY_ROWS = WindowFormat.ANY_ROWS;

  /** ILI9488 over SPI. */
  static final WindowFormat RGB666 = new WindowFormat(11, 6, 3, ANY_ROWS, 0, 8);

  /** A hat that latches registers as words of 16 bits. */
  static final WindowFormat WORD_REGISTERS = new WindowFormat(22, 6, 2, ANY_ROWS, 0, 8);

  /** 21h and 22h with two parameters each, in one transfer with D/C low. */
  static final WindowFormat SSD1306_SPI = new WindowFormat(6, 2, 1, ANY_ROWS, 0, 8);

  /** The same in messages with an address and a control byte, and an acknowledge a byte. */
  static final WindowFormat SSD1306_I2C = new WindowFormat(6, 2, 1, ANY_ROWS, 2, 9);

  /** Page, low and high column, for one page each. */
  static final WindowFormat SH1106_SPI = new WindowFormat(3, 2, 1, 1, 0, 8);

  private static final double ROUNDING_NANOS = 1e-3;
  private static final double NANOS_PER_BYTE_AT_32_MHZ = 250;
  private static final double NANOS_PER_BYTE_AT_400_KHZ = 22_500;

  @Test
  void aColourWindowSendsElevenAddressBytesInSixTransfers() {
    CostModel model = new CostModel(32_000_000, 15_000, 4096);
    assertEquals(11 + 2 * 320 * 240, model.bytes(320, 240));
    assertEquals(13 * NANOS_PER_BYTE_AT_32_MHZ + 6 * 15_000, model.nanos(1, 1), ROUNDING_NANOS);
    assertEquals(182, model.windowInCells());
  }

  @Test
  void pixelsBeyondATransferCostOneMore() {
    CostModel model = new CostModel(32_000_000, 15_000, 4096);
    assertEquals(4107 * NANOS_PER_BYTE_AT_32_MHZ + 6 * 15_000, model.nanos(64, 32), ROUNDING_NANOS);
    assertEquals(4109 * NANOS_PER_BYTE_AT_32_MHZ + 7 * 15_000, model.nanos(683, 3), ROUNDING_NANOS);
  }

  @Test
  void aFullPictureWithoutLatencyIsItsBits() {
    assertEquals(38.4e6, new CostModel(32_000_000, 0, 4096).nanos(320, 240), 0.01e6);
  }

  @Test
  void eighteenBitPixelsAreThreeBytes() {
    CostModel model = new CostModel(32_000_000, 0, 4096, RGB666);
    assertEquals(11 + 3 * 20, model.bytes(4, 5));
  }

  @Test
  void registersOfSixteenBitsDoubleTheAddress() {
    CostModel model = new CostModel(32_000_000, 0, 4096, WORD_REGISTERS);
    assertEquals(22 + 2 * 20, model.bytes(4, 5));
  }

  @Test
  void anSsd1306OnSpiIsAddressedInOneTransfer() {
    CostModel model = new CostModel(8_000_000, 10_000, 4096, SSD1306_SPI);
    assertEquals(6 + 128 * 8, model.bytes(128, 8));
    assertEquals((6 + 128 * 8) * 1000.0 + 2 * 10_000, model.nanos(128, 8), ROUNDING_NANOS);
  }

  @Test
  void onI2cEachMessageHasTwoBytesMoreAndEachByteNineClocks() {
    CostModel model = new CostModel(400_000, 0, 32, SSD1306_I2C);
    assertEquals(2 + 6 + 2 + 20, model.bytes(10, 2));
    assertEquals(30 * NANOS_PER_BYTE_AT_400_KHZ, model.nanos(10, 2), ROUNDING_NANOS);
    assertEquals(2 + 6 + 2 + 32 + 2 + 8, model.bytes(20, 2), "two messages of data");
  }

  @Test
  void anSh1106PaysForEachRowOfAWindow() {
    CostModel model = new CostModel(8_000_000, 10_000, 4096, SH1106_SPI);
    assertEquals(3 * (3 + 10), model.bytes(10, 3));
    assertEquals(3 * ((3 + 10) * 1000.0 + 2 * 10_000), model.nanos(10, 3), ROUNDING_NANOS);
  }

  @Test
  void busesAndFormatsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CostModel(0, 0, 4096));
    assertThrows(IllegalArgumentException.class, () -> new CostModel(1, -1, 4096));
    assertThrows(IllegalArgumentException.class, () -> new CostModel(1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new WindowFormat(11, 0, 2, 1, 0, 8));
    assertThrows(IllegalArgumentException.class, () -> new WindowFormat(11, 6, 2, 0, 0, 8));
  }

  @Test
  void slowerAddressesCostMoreAndCellsDoNot() {
    CostModel model = new CostModel(32_000_000, 10_000_000, 0, 4096, WindowFormat.DCS_RGB565);
    assertEquals(8 * 11 / 0.010 + 8 * 200 / 0.032, model.nanos(10, 10), 1e-3);
    assertEquals(11 + 200, model.bytes(10, 10));
    assertEquals(17, model.windowInCells());
  }
}
