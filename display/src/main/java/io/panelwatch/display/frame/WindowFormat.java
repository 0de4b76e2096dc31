package io.panelwatch.display.frame;

/**
 * How a family of controllers is sent a window of cells, on one kind of bus: what the {@link
 * CostModel} counts.
 *
 * <p>A cell is what the panel takes as one unit: a pixel on colour panels, a byte of eight pixels
 * of a column on monochrome ones.
 *
 * @param addressBytes bytes that address a window before its first cell, opcodes and parameters
 * @param transfers transfers of a window whose cells fit into one, those of the address included
 * @param cellBytes bytes of a cell
 * @param rowsPerWindow rows that one window may have at most; {@link #ANY_ROWS} where the
 *     controller does not mind. A higher window is sent as several
 * @param messageBytes bytes that the bus puts before each transfer
 * @param clocksPerByte clock periods that a byte takes on the wire
 */
public record WindowFormat(
    int addressBytes,
    int transfers,
    int cellBytes,
    int rowsPerWindow,
    int messageBytes,
    int clocksPerByte) {

  /** As many rows as the picture has. */
  public static final int ANY_ROWS = Integer.MAX_VALUE;

  /**
   * MIPI DCS over SPI with a data/command line, 16-bit pixels: CASET 1+4, PASET 1+4, RAMWR 1, each
   * change of the line a transfer of its own.
   */
  public static final WindowFormat DCS_RGB565 = spi(11, 6, 2, ANY_ROWS);

  /** The same with three bytes a pixel (ILI9488 and plain ILI9486 over SPI). */
  public static final WindowFormat DCS_RGB666 = spi(11, 6, 3, ANY_ROWS);

  /** DCS RGB565 on hats that latch registers as words of 16 bits: each address byte takes two. */
  public static final WindowFormat DCS_RGB565_WORD_REGISTERS = spi(22, 6, 2, ANY_ROWS);

  /**
   * SSD1306 over SPI: 21h and 22h with two parameters each, all with D/C low and so one transfer
   * (datasheet section 10.1.4, 10.1.5), then the cells.
   */
  public static final WindowFormat SSD1306_SPI = spi(6, 2, 1, ANY_ROWS);

  /**
   * SSD1306 over I2C: the same in two messages, each with an address and a control byte (datasheet
   * section 8.1.5.2), each byte with its acknowledge bit.
   */
  public static final WindowFormat SSD1306_I2C = i2c(6, ANY_ROWS);

  /**
   * SH1106 over SPI: page, low and high column (datasheet, commands 1, 2, 16), for one page each.
   */
  public static final WindowFormat SH1106_SPI = spi(3, 2, 1, 1);

  /** SH1106 over I2C. */
  public static final WindowFormat SH1106_I2C = i2c(3, 1);

  private static final int I2C_MESSAGE_BYTES = 2;
  private static final int I2C_CLOCKS_PER_BYTE = 9;

  /** Refuses what no controller has. */
  public WindowFormat {
    if (addressBytes < 0
        || transfers < 1
        || cellBytes < 1
        || rowsPerWindow < 1
        || messageBytes < 0
        || clocksPerByte < 1) {
      throw new IllegalArgumentException(
          ("no window has %d address bytes, %d transfers, cells of %d bytes, %d rows, %d bytes a"
                  + " message and %d clocks a byte")
              .formatted(
                  addressBytes, transfers, cellBytes, rowsPerWindow, messageBytes, clocksPerByte));
    }
  }

  private static WindowFormat spi(int addressBytes, int transfers, int cellBytes, int rows) {
    return new WindowFormat(addressBytes, transfers, cellBytes, rows, 0, Byte.SIZE);
  }

  private static WindowFormat i2c(int addressBytes, int rows) {
    return new WindowFormat(addressBytes, 2, 1, rows, I2C_MESSAGE_BYTES, I2C_CLOCKS_PER_BYTE);
  }
}
