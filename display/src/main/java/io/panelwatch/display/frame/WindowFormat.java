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
  public static final WindowFormat DCS_RGB565 = new WindowFormat(11, 6, 2, ANY_ROWS, 0, Byte.SIZE);

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
}
