package io.panelwatch.display;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Puts windows of a picture into a framebuffer's memory, turned and in its pixel format.
 *
 * <p>Goes along the rows of the memory whatever the turn, because such memory combines writes that
 * follow each other. Touches the window's own pixels and no byte beside them; allocates nothing.
 */
final class FramebufferWriter {

  private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  /** Of three bytes, the shift of the first one in memory, and of the last one. */
  private static final int FIRST_OF_THREE = LITTLE_ENDIAN ? 0 : 16;

  private static final int LAST_OF_THREE = LITTLE_ENDIAN ? 16 : 0;

  private final Framebuffer.Layout layout;
  private final ByteBuffer memory;
  private final ShortBuffer shorts;
  private final PictureTurn turn;
  private final PixelCodes codes;
  private final boolean copies;

  /**
   * A writer into that framebuffer, as long as it is open.
   *
   * @throws DeviceException when its layout is none that a picture can be put into
   */
  FramebufferWriter(Framebuffer framebuffer, Rotation rotation) throws DeviceException {
    layout = framebuffer.layout();
    memory = framebuffer.memory();
    require(framebuffer.path());
    shorts = memory.asShortBuffer();
    turn = new PictureTurn(layout.width(), layout.height(), rotation);
    codes = new PixelCodes(layout);
    copies =
        PixelCodes.areRgb565(layout)
            && turn.isUpright()
            && (layout.originBytes() | layout.strideBytes()) % Short.BYTES == 0;
  }

  /** Columns of the picture. */
  int width() {
    return turn.width();
  }

  /** Rows of the picture. */
  int height() {
    return turn.height();
  }

  /** Bytes that a pixel takes. */
  int bytesPerPixel() {
    return layout.bytesPerPixel();
  }

  /** Writes a window, which lies inside the picture. */
  void write(Frame picture, int x, int y, int width, int height) {
    int left = turn.glassLeft(x, y, width, height);
    int top = turn.glassTop(x, y, width, height);
    int columns = turn.swapsSides() ? height : width;
    int rows = turn.swapsSides() ? width : height;
    short[] pixels = picture.pixels();
    for (int row = top; row < top + rows; row++) {
      int from = turn.first() + row * turn.down() + left * turn.right();
      int to = layout.originBytes() + row * layout.strideBytes() + left * layout.bytesPerPixel();
      if (copies) {
        shorts.put(to / Short.BYTES, pixels, from, columns);
      } else {
        writeRow(pixels, from, to, columns);
      }
    }
  }

  private void writeRow(short[] pixels, int from, int to, int columns) {
    int step = turn.right();
    switch (layout.bytesPerPixel()) {
      case Short.BYTES -> writeTwoBytesEach(pixels, from, step, to, columns);
      case Integer.BYTES -> writeFourBytesEach(pixels, from, step, to, columns);
      default -> writeThreeBytesEach(pixels, from, step, to, columns);
    }
  }

  private void writeTwoBytesEach(short[] pixels, int from, int step, int to, int columns) {
    for (int i = 0; i < columns; i++) {
      memory.putShort(to + Short.BYTES * i, (short) codes.of(pixels[from + i * step]));
    }
  }

  private void writeThreeBytesEach(short[] pixels, int from, int step, int to, int columns) {
    for (int i = 0; i < columns; i++) {
      int code = codes.of(pixels[from + i * step]);
      memory.put(to + 3 * i, (byte) (code >> FIRST_OF_THREE));
      memory.put(to + 3 * i + 1, (byte) (code >> Byte.SIZE));
      memory.put(to + 3 * i + 2, (byte) (code >> LAST_OF_THREE));
    }
  }

  private void writeFourBytesEach(short[] pixels, int from, int step, int to, int columns) {
    for (int i = 0; i < columns; i++) {
      memory.putInt(to + Integer.BYTES * i, codes.of(pixels[from + i * step]));
    }
  }

  private void require(String path) throws DeviceException {
    int bits = layout.bitsPerPixel();
    if (bits != Short.SIZE && bits != 3 * Byte.SIZE && bits != Integer.SIZE) {
      throw refusal(
          path, "has %d bits a pixel: set 16, 24 or 32, with fbset -depth".formatted(bits));
    }
    requireInside(path, layout.red(), "red");
    requireInside(path, layout.green(), "green");
    requireInside(path, layout.blue(), "blue");
    long row = (long) layout.width() * layout.bytesPerPixel();
    long end = layout.originBytes() + (layout.height() - 1L) * layout.strideBytes() + row;
    boolean picture = layout.width() >= 1 && layout.height() >= 1 && layout.originBytes() >= 0;
    if (!picture || row > layout.strideBytes() || end > memory.capacity()) {
      throw refusal(
          path,
          "says that %d x %d pixels with rows of %d bytes from byte %d on lie in %d bytes: its driver is wrong"
              .formatted(
                  layout.width(),
                  layout.height(),
                  layout.strideBytes(),
                  layout.originBytes(),
                  memory.capacity()));
    }
  }

  private void requireInside(String path, Framebuffer.Channel channel, String name)
      throws DeviceException {
    boolean length = channel.length() >= 1 && channel.length() <= Byte.SIZE;
    boolean place =
        channel.offset() >= 0 && channel.offset() + channel.length() <= layout.bitsPerPixel();
    if (!length || !place) {
      throw refusal(
          path,
          "has %s in %d bits from bit %d on: a pixel format with 1 to 8 bits each is needed"
              .formatted(name, channel.length(), channel.offset()));
    }
  }

  private static DeviceException refusal(String path, String what) {
    return new DeviceException(
        0, "ioctl FBIOGET_VSCREENINFO", path, "framebuffer %s %s".formatted(path, what));
  }
}
