package io.panelwatch.display.frame;

/**
 * What a window costs on a bus with a data/command line and 16-bit pixels.
 *
 * <p>A window of w x h pixels sends CASET with 4 parameters, PASET with 4, RAMWR and the pixels, as
 * six transfers, the last of which is cut into chunks:
 *
 * <pre>
 *   bytes  B = 11 + 2wh
 *   time   t = 8B/f + 6 tau + (ceil(2wh/chunk) - 1) tau
 * </pre>
 *
 * <p>tau is what one transfer takes from user space beyond its bits, the data/command line's toggle
 * included. With f = 32 MHz and tau = 15 us a window costs as much as 185 pixels before its first.
 *
 * @param clockHz f, in hertz
 * @param latencyNanos tau, in nanoseconds
 * @param transferBytes chunk: the longest single transfer, in bytes
 */
public record CostModel(int clockHz, long latencyNanos, int transferBytes) {

  /** Bytes that address a window: CASET 1+4, PASET 1+4, RAMWR 1. */
  public static final int WINDOW_BYTES = 11;

  /** Bytes of a pixel. */
  public static final int PIXEL_BYTES = 2;

  private static final int TRANSFERS = 6;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Refuses a bus that carries nothing. */
  public CostModel {
    if (clockHz < 1 || latencyNanos < 0 || transferBytes < 1) {
      throw new IllegalArgumentException(
          "no bus has a clock of %d Hz, a latency of %d ns and transfers of %d bytes"
              .formatted(clockHz, latencyNanos, transferBytes));
    }
  }

  /** Bytes that a window of that many pixels sends. */
  public long bytes(int pixels) {
    return WINDOW_BYTES + (long) PIXEL_BYTES * pixels;
  }

  /** Time that a window of that many pixels takes, in nanoseconds. */
  public double nanos(int pixels) {
    long chunks = ((long) PIXEL_BYTES * pixels + transferBytes - 1) / transferBytes;
    return bytes(pixels) * nanosPerByte() + (TRANSFERS + chunks - 1) * (double) latencyNanos;
  }

  /** The pixels whose bits take as long as addressing one window: below that, merging pays. */
  public int windowInPixels() {
    double nanos = WINDOW_BYTES * nanosPerByte() + TRANSFERS * (double) latencyNanos;
    return (int) (nanos / (PIXEL_BYTES * nanosPerByte()));
  }

  private double nanosPerByte() {
    return Byte.SIZE * NANOS_PER_SECOND / clockHz;
  }
}
