package io.panelwatch.agent.daemon;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads back what stands in a framebuffer's memory, through a mapping of its own. */
final class MappedLcd implements LcdWitness {

  private static final int FULL = 255;

  private final FramebufferDriver.Opener opener;

  MappedLcd(FramebufferDriver.Opener opener) {
    this.opener = opener;
  }

  /** Nothing: the memory is always as new as it can be. */
  @Override
  public void catchUp() {}

  @Override
  public Picture picture() throws DeviceException {
    try (Framebuffer framebuffer = opener.open()) {
      Framebuffer.Layout layout = framebuffer.layout();
      int[] rgb = new int[layout.width() * layout.height()];
      for (int i = 0; i < rgb.length; i++) {
        long pixel = pixel(framebuffer.memory(), layout, i % layout.width(), i / layout.width());
        rgb[i] =
            eightBits(pixel, layout.red()) << 16
                | eightBits(pixel, layout.green()) << 8
                | eightBits(pixel, layout.blue());
      }
      return Picture.of(layout.width(), layout.height(), rgb);
    }
  }

  /** The bytes of a pixel as one number of the machine's own byte order. */
  private static long pixel(ByteBuffer memory, Framebuffer.Layout layout, int x, int y) {
    int bytes = layout.bytesPerPixel();
    int at = layout.originBytes() + y * layout.strideBytes() + x * bytes;
    long pixel = 0;
    for (int i = 0; i < bytes; i++) {
      int nth = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? i : bytes - 1 - i;
      pixel = pixel << Byte.SIZE | (memory.get(at + nth) & 0xFF);
    }
    return pixel;
  }

  private static int eightBits(long pixel, Framebuffer.Channel channel) {
    int most = (1 << channel.length()) - 1;
    int value = (int) (pixel >> channel.offset()) & most;
    return (value * FULL + most / 2) / most;
  }
}
