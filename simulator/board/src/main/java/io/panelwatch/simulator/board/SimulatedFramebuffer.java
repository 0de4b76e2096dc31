package io.panelwatch.simulator.board;

import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A framebuffer device that exists in memory, and the person in front of it.
 *
 * <p>{@link #open} is what opening {@code /dev/fb0} is, as often as wanted: all who have it open
 * share its memory. It can be pulled out and put back; who had it open until then must open it
 * anew, as with the kernel's. Pixels are decoded here by the words of {@code struct fb_bitfield}
 * alone, not by the tables of those who write them.
 *
 * <p>Thread-safe but for the memory itself, of which a picture may be half an update.
 */
public final class SimulatedFramebuffer {

  private static final String PATH = "simulated:fb0";
  private static final int NO_SUCH_FILE = 2;
  private static final int BAD_DESCRIPTOR = 9;
  private static final int NO_SUCH_DEVICE = 19;
  private static final int STALE = 116;

  private Framebuffer.Layout layout;
  private ByteBuffer memory;
  private boolean plugged = true;
  private boolean blanked;

  /** Counts unpluggings: who opened before the last one holds nothing any more. */
  private int generation;

  /** A framebuffer with that layout, black, plugged in. */
  public SimulatedFramebuffer(Framebuffer.Layout layout) {
    this.layout = layout;
    this.memory = memoryOf(layout);
  }

  /** Opens and maps it. */
  public synchronized Framebuffer open() throws DeviceException {
    if (!plugged) {
      throw refusal(NO_SUCH_FILE, "open", "it is not there: plug it in");
    }
    return new Mapping(layout, memory, generation);
  }

  /** Pulls it out: all that have it open get ENODEV from now on. */
  public synchronized void unplug() {
    plugged = false;
    generation++;
  }

  /** Puts it back as it was, with its memory cleared and not blanked. */
  public synchronized void plug() {
    plug(layout);
  }

  /** Puts one with another layout in its place. */
  public synchronized void plug(Framebuffer.Layout newLayout) {
    unplug();
    layout = newLayout;
    memory = memoryOf(newLayout);
    blanked = false;
    plugged = true;
  }

  /**
   * Gives it another mode while it is open, as {@code fbset} does: all that have it open are told
   * so when they ask.
   */
  public synchronized void changeMode(Framebuffer.Layout newLayout) {
    layout = newLayout;
    memory = memoryOf(newLayout);
  }

  /** Whether it was switched off by {@link Framebuffer#blank}. */
  public synchronized boolean blanked() {
    return blanked;
  }

  /** The bytes of its memory now, a copy: what lies beside the picture too. */
  public synchronized byte[] bytes() {
    byte[] copy = new byte[memory.capacity()];
    memory.get(0, copy);
    return copy;
  }

  /** What a person would see now, the glass held upright; black while blanked or pulled out. */
  public synchronized Picture picture() {
    int[] rgb = new int[layout.width() * layout.height()];
    if (plugged && !blanked) {
      for (int y = 0; y < layout.height(); y++) {
        for (int x = 0; x < layout.width(); x++) {
          rgb[y * layout.width() + x] = rgb(x, y);
        }
      }
    }
    return Picture.of(layout.width(), layout.height(), rgb);
  }

  private int rgb(int x, int y) {
    int at = layout.originBytes() + y * layout.strideBytes() + x * layout.bytesPerPixel();
    long pixel = 0;
    for (int i = 0; i < layout.bytesPerPixel(); i++) {
      int nth =
          ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? layout.bytesPerPixel() - 1 - i : i;
      pixel |= (memory.get(at + i) & 0xFFL) << (Byte.SIZE * nth);
    }
    return eightBits(pixel, layout.red()) << 16
        | eightBits(pixel, layout.green()) << 8
        | eightBits(pixel, layout.blue());
  }

  /** A colour of a pixel, from none to full: the nearest of 256 steps. */
  private static int eightBits(long pixel, Framebuffer.Channel channel) {
    int full = (1 << channel.length()) - 1;
    int value = (int) (pixel >> channel.offset()) & full;
    return (value * 255 * 2 + full) / (2 * full);
  }

  private static ByteBuffer memoryOf(Framebuffer.Layout layout) {
    return ByteBuffer.allocateDirect(layout.originBytes() + layout.height() * layout.strideBytes())
        .order(ByteOrder.nativeOrder());
  }

  private synchronized void requireSame(Mapping mapping, String call) throws DeviceException {
    if (mapping.closed) {
      throw refusal(BAD_DESCRIPTOR, call, "it was closed");
    }
    if (mapping.generation != generation) {
      throw refusal(NO_SUCH_DEVICE, call, "it was pulled out: open it anew");
    }
    if (!mapping.layout.equals(layout)) {
      throw refusal(STALE, call, "it has another mode now: open it anew");
    }
  }

  private synchronized void switchOff(boolean off) {
    blanked = off;
  }

  private static DeviceException refusal(int errno, String call, String why) {
    return new DeviceException(
        errno,
        call,
        PATH,
        "%s on the simulated framebuffer fails (errno %d): %s.".formatted(call, errno, why));
  }

  /** One opening of it. */
  private final class Mapping implements Framebuffer {
    private final Layout layout;
    private final ByteBuffer memory;
    private final int generation;
    private volatile boolean closed;

    Mapping(Layout layout, ByteBuffer memory, int generation) {
      this.layout = layout;
      this.memory = memory.duplicate().order(ByteOrder.nativeOrder());
      this.generation = generation;
    }

    @Override
    public String path() {
      return PATH;
    }

    @Override
    public Layout layout() {
      return layout;
    }

    @Override
    public ByteBuffer memory() {
      return memory;
    }

    @Override
    public void check() throws DeviceException {
      requireSame(this, "ioctl FBIOGET_VSCREENINFO");
    }

    @Override
    public void blank(boolean off) throws DeviceException {
      requireSame(this, "ioctl FBIOBLANK");
      switchOff(off);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
