package io.panelwatch.simulator.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import java.nio.ByteBuffer;

/** Opens a simulated framebuffer, and pulls it out just before the n-th call on it. */
final class UnpluggingFramebuffer {

  private final SimulatedFramebuffer device;
  private final int fatalCall;
  private int calls;

  UnpluggingFramebuffer(SimulatedFramebuffer device, int fatalCall) {
    this.device = device;
    this.fatalCall = fatalCall;
  }

  Framebuffer open() throws DeviceException {
    return new Counted(device.open());
  }

  boolean unplugged() {
    return calls >= fatalCall;
  }

  private void count() {
    if (++calls == fatalCall) {
      device.unplug();
    }
  }

  private final class Counted implements Framebuffer {
    private final Framebuffer real;

    Counted(Framebuffer real) {
      this.real = real;
    }

    @Override
    public String path() {
      return real.path();
    }

    @Override
    public Layout layout() {
      return real.layout();
    }

    @Override
    public ByteBuffer memory() {
      return real.memory();
    }

    @Override
    public void check() throws DeviceException {
      count();
      real.check();
    }

    @Override
    public void blank(boolean off) throws DeviceException {
      count();
      real.blank(off);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
