package io.panelwatch.simulator.board;

import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;

/**
 * A panel of 800 x 480 that a driver in the kernel shows as a framebuffer of 32 bits a pixel, with
 * a backlight of its own. It can be unplugged, and its driver can fail, stall or hang; what is
 * written into its memory cannot get lost.
 */
public final class FramebufferLcd implements SimulatedPanel {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 480;
  private static final int BITS_PER_PIXEL = 32;

  /** EIO of errno(3). */
  private static final int IO_ERROR = 5;

  private final SensorGate gate;
  private final ChangeNotice notice;
  private final LinkFault driver;
  private final SimulatedFramebuffer framebuffer;
  private volatile int failEvery;
  private volatile Duration stall = Duration.ZERO;
  private volatile boolean unplugged;
  private volatile int backlightPercent;

  FramebufferLcd(BoardClock clock, SensorGate gate) {
    this.gate = gate;
    this.notice = new ChangeNotice(clock);
    this.driver = new LinkFault(clock, Component.LCD.source(), () -> {});
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
    var opened = new Watched(framebuffer.open());
    opened.ask("open");
    return opened;
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
      case LcdGlitch.FailsEvery(int n) -> failEvery(n);
      case LcdGlitch.Stalls(Duration duration) -> stall(duration);
      case LcdGlitch.Healed() -> {
        failEvery(0);
        stall(Duration.ZERO);
        plug(true);
      }
      case LcdGlitch.ResetByItself _, LcdGlitch.DropsEvery _, LcdGlitch.Answers _ ->
          throw new IllegalArgumentException(
              "lcd: a framebuffer has neither bytes on a wire nor answers to lose;"
                  + " it takes unplugged, failEvery and stallMs.");
    }
  }

  /** Every n-th call of its driver; writing memory is none. */
  private void failEvery(int n) {
    failEvery = n;
    driver.failEvery(n, IO_ERROR);
  }

  private void stall(Duration duration) {
    stall = duration;
    driver.stallEvery(duration.isZero() ? 0 : 1, duration);
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
    return Map.of("unplugged", unplugged, "failEvery", failEvery, "stallMs", stall.toMillis());
  }

  private void shine(int percent) {
    backlightPercent = percent;
    notice.changed();
  }

  /** Nobody hears a write into memory, but drivers ask whether it is still there before one. */
  private final class Watched extends LcdConnection implements Framebuffer {
    private final Framebuffer mapping;

    Watched(Framebuffer mapping) {
      super(gate);
      this.mapping = mapping;
    }

    /** A call of the kernel's driver: it may hang, stall or fail. */
    void ask(String call) throws DeviceException {
      enter(call);
      driver.strike(call);
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
      ask("ioctl FBIOGET_VSCREENINFO");
      mapping.check();
      notice.changed();
    }

    @Override
    public void blank(boolean off) throws DeviceException {
      ask("ioctl FBIOBLANK");
      mapping.blank(off);
      notice.changed();
    }

    @Override
    public void close() {
      super.close();
      mapping.close();
    }
  }
}
