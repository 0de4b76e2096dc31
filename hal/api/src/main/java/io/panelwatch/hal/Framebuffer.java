package io.panelwatch.hal;

import java.nio.ByteBuffer;

/**
 * A framebuffer of the kernel ({@code /dev/fb*}, Documentation/fb/api.rst), mapped into memory:
 * what is written there is seen. Not thread-safe.
 */
public interface Framebuffer extends AutoCloseable {

  /**
   * How the visible picture lies in the memory, as {@code FBIOGET_VSCREENINFO} and {@code
   * FBIOGET_FSCREENINFO} tell.
   *
   * @param width visible columns, {@code xres}
   * @param height visible rows, {@code yres}
   * @param strideBytes from the begin of a row to that of the next one, {@code line_length}
   * @param originBytes where the visible picture begins: {@code yoffset * line_length + xoffset *
   *     bits_per_pixel / 8}
   * @param bitsPerPixel 16, 24 or 32
   * @param red where red is in a pixel
   * @param green where green is
   * @param blue where blue is
   */
  record Layout(
      int width,
      int height,
      int strideBytes,
      int originBytes,
      int bitsPerPixel,
      Channel red,
      Channel green,
      Channel blue) {

    /** Bytes that a pixel takes. */
    public int bytesPerPixel() {
      return bitsPerPixel / Byte.SIZE;
    }
  }

  /**
   * The bits of one colour within a pixel, {@code struct fb_bitfield}.
   *
   * @param offset of its lowest bit, the pixel read as a number of the machine's own byte order
   * @param length 1 to 8 bits
   */
  record Channel(int offset, int length) {}

  /** The device, as a person would look for it: {@code /dev/fb0}. */
  String path();

  /** How the picture lies in the memory; does not change while this is open. */
  Layout layout();

  /**
   * The mapped memory, in the machine's own byte order. The same buffer every time; valid until
   * {@link #close}.
   */
  ByteBuffer memory();

  /**
   * Asks the driver whether it is still there and the layout still what it was; to be called before
   * memory is written, because a driver that went away cannot refuse a write.
   *
   * @throws DeviceException when it went away (ENODEV), or has another mode now: open it anew
   */
  void check() throws DeviceException;

  /**
   * Switches the panel off or on ({@code FBIOBLANK}, powerdown and unblank); the memory is kept. A
   * driver that cannot (EINVAL) is left as it is.
   */
  void blank(boolean off) throws DeviceException;

  /** Unmaps and closes. Calls after that fail; closing again is harmless. */
  @Override
  void close();
}
