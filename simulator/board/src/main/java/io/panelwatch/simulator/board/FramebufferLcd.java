package io.panelwatch.simulator.board;

import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A panel of 800 x 480 that a driver in the kernel shows as a framebuffer of 32 bits a pixel, with
 * a backlight of its own. All that can happen to it is that it is unplugged.
 */
public final class FramebufferLcd implements SimulatedPanel {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 480;
  private static final int BITS_PER_PIXEL = 32;

  private final SensorGate gate;
  private final ChangeNotice notice;
  private final SimulatedFramebuffer framebuffer;
  private volatile boolean unplugged;
  private volatile int backlightPercent;

  FramebufferLcd(BoardClock clock, SensorGate gate) {
    this.gate = gate;
    this.notice = new ChangeNotice(clock);
    this.framebuffer =
        new SimulatedFramebuffer(
            new Framebuffer.Layout(
                WIDTH,
                HEIGHT,
                WIDTH * BITS_PER_PIXEL / Byte.SIZE,
                /* originBytes= */ 0,
                BITS_PER_PIXEL,
                new Framebuffer.Channel(16, Byte.SIZE),
                new Framebuffer.Channel(8, Byte.SIZE),
                new Framebuffer.Channel(0, Byte.SIZE)));
  }

  /** Opens and maps it, as {@code /dev/fb0} is opened. */
  public Framebuffer open() throws DeviceException {
    return new Watched(framebuffer.open());
  }

  /** The light behind the glass; off at first. */
  public Backlight backlight() {
    return new LcdLight(gate, this::shine);
  }

  @Override
  public String module() {
    return "fbdev";
  }

  @Override
  public Picture picture() {
    return framebuffer.picture().dimmed(backlightPercent);
  }

  @Override
  public Counters counters() {
    boolean on = !unplugged && !framebuffer.blanked();
    return new Counters(!unplugged, on, backlightPercent, 0, 0, "");
  }

  @Override
  public void onChange(Runnable newListener) {
    notice.to(newListener);
  }

  /** Nothing: memory has no wire. */
  @Override
  public void takeWireTime(boolean take) {}

  @Override
  public void suffer(LcdGlitch glitch) {
    switch (glitch) {
      case LcdGlitch.Unplugged(boolean out) -> plug(!out);
      case LcdGlitch.Healed() -> plug(true);
      default ->
          throw new IllegalArgumentException(
              "lcd: a framebuffer has no link that could fail; it can only be unplugged.");
    }
  }

  private synchronized void plug(boolean in) {
    if (in == unplugged) {
      unplugged = !in;
      if (in) {
        framebuffer.plug();
      } else {
        framebuffer.unplug();
      }
      notice.changed();
    }
  }

  @Override
  public Map<String, Object> glitches() {
    return Map.of("unplugged", unplugged);
  }

  private void shine(int percent) {
    backlightPercent = percent;
    notice.changed();
  }

  /** Nobody hears a write into memory, but drivers ask whether it is still there before one. */
  private final class Watched implements Framebuffer {
    private final Framebuffer mapping;

    Watched(Framebuffer mapping) {
      this.mapping = mapping;
    }

    @Override
    public String path() {
      return mapping.path();
    }

    @Override
    public Layout layout() {
      return mapping.layout();
    }

    @Override
    public ByteBuffer memory() {
      return mapping.memory();
    }

    @Override
    public void check() throws DeviceException {
      mapping.check();
      notice.changed();
    }

    @Override
    public void blank(boolean off) throws DeviceException {
      mapping.blank(off);
      notice.changed();
    }

    @Override
    public void close() {
      mapping.close();
    }
  }
}
