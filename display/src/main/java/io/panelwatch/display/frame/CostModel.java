package io.panelwatch.display.frame;

/**
 * What a window costs on a bus.
 *
 * <p>On a bus with a data/command line and 16-bit pixels ({@link WindowFormat#DCS_RGB565}) a window
 * of w x h pixels sends CASET with 4 parameters, PASET with 4, RAMWR and the pixels, as six
 * transfers, the last of which is cut into chunks:
 *
 * <pre>
 *   bytes  B = 11 + 2wh
 *   time   t = 8B/f + 6 tau + (ceil(2wh/chunk) - 1) tau
 * </pre>
 *
 * <p>tau is what one transfer takes from user space beyond its bits, the data/command line's toggle
 * included. With f = 32 MHz and tau = 15 us a window costs as much as 182 pixels before its first.
 * Other formats have other numbers in the same formula; one that takes a few rows at a time pays it
 * for each of its windows.
 *
 * <p>Where addresses go out slower than cells, as controllers are rated, their bytes count at that
 * clock.
 *
 * @param clockHz f, in hertz
 * @param addressHz clock of the bytes that address a window, in hertz; f in the formula above
 * @param latencyNanos tau, in nanoseconds
 * @param transferBytes chunk: the most bytes of cells in a single transfer
 * @param format what a window sends
 */
public record CostModel(
    int clockHz, int addressHz, long latencyNanos, int transferBytes, WindowFormat format) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Refuses a bus that carries nothing. */
  public CostModel {
    if (clockHz < 1 || addressHz < 1 || latencyNanos < 0 || transferBytes < 1) {
      throw new IllegalArgumentException(
          "no bus has clocks of %d and %d Hz, a latency of %d ns and transfers of %d bytes"
              .formatted(clockHz, addressHz, latencyNanos, transferBytes));
    }
  }

  /** A bus to a panel that takes {@link WindowFormat#DCS_RGB565}. */
  public CostModel(int clockHz, long latencyNanos, int transferBytes) {
    this(clockHz, latencyNanos, transferBytes, WindowFormat.DCS_RGB565);
  }

  /** A bus with one clock for addresses and cells. */
  public CostModel(int clockHz, long latencyNanos, int transferBytes, WindowFormat format) {
    this(clockHz, clockHz, latencyNanos, transferBytes, format);
  }

  /** Bytes on the wire for a window of that many columns and rows of cells, 1 or more each. */
  public long bytes(int width, int height) {
    int rows = format.rowsPerWindow();
    int full = height / rows;
    int rest = height % rows;
    long bytes = full == 0 ? 0 : full * windowBytes((long) width * rows);
    return rest == 0 ? bytes : bytes + windowBytes((long) width * rest);
  }

  /** Time of a window of that many columns and rows of cells, 1 or more each, in nanoseconds. */
  public double nanos(int width, int height) {
    int rows = format.rowsPerWindow();
    int full = height / rows;
    int rest = height % rows;
    double nanos = full == 0 ? 0 : full * windowNanos((long) width * rows);
    return rest == 0 ? nanos : nanos + windowNanos((long) width * rest);
  }

  /**
   * The cells that take as long as addressing one window: below that, merging pays. A cell takes
   * its bits and its part of a transfer.
   */
  public int windowInCells() {
    double bits = format.cellBytes() * nanosPerByte(clockHz);
    double cell = bits + (double) latencyNanos * format.cellBytes() / transferBytes;
    return (int) ((windowNanos(1) - bits) / cell);
  }

  private long windowBytes(long cells) {
    return format.addressBytes()
        + format.cellBytes() * cells
        + format.messageBytes() * transfers(cells);
  }

  private double windowNanos(long cells) {
    long others = windowBytes(cells) - format.addressBytes();
    return format.addressBytes() * nanosPerByte(addressHz)
        + others * nanosPerByte(clockHz)
        + transfers(cells) * (double) latencyNanos;
  }

  private long transfers(long cells) {
    long chunks = (format.cellBytes() * cells + transferBytes - 1) / transferBytes;
    return format.transfers() + chunks - 1;
  }

  private double nanosPerByte(int hz) {
    return format.clocksPerByte() * NANOS_PER_SECOND / hz;
  }
}
