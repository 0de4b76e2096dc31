package io.panelwatch.display;

import io.panelwatch.display.bus.FourWireSpi;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.controller.Controller;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An LCD module as its connector has it: SPI, D/C, reset, light, with a virtual controller behind.
 * Every transfer takes the time of its bits and a latency, and may be made to fail half way.
 */
final class VirtualModule {

  static final int CLOCK_HZ = 32_000_000;
  static final int TRANSFER_BYTES = 4096;
  static final long LATENCY_NANOS = 15_000;

  final ManualClock clock = new ManualClock();
  final Controller lcd = Modules.create("ili9341", clock).orElseThrow();
  final List<String> lightLog = new ArrayList<>();
  int lightPercent = 70;
  int longestTransfer;
  int closed;
  private final boolean resetWired;
  private boolean data;
  private long calls;
  private long failingCall = Long.MAX_VALUE;

  VirtualModule(boolean resetWired) {
    this.resetWired = resetWired;
  }

  /** The profile of this module. */
  static ControllerProfile profile() {
    try {
      return (ControllerProfile) PanelProfile.load("ili9341");
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }

  PanelLink link() {
    return new FourWireSpi(
        new Spi(),
        new Line(level -> data = level),
        resetWired ? Optional.of(new Line(lcd::resetLine)) : Optional.empty(),
        false,
        profile().wireRules());
  }

  Optional<Backlight> light() {
    return Optional.of(new Light());
  }

  /** Lets the n-th call from now on fail, n = 1 being the next; every one after it works. */
  void failCall(long n) {
    failingCall = calls + n;
  }

  long calls() {
    return calls;
  }

  private void call(String what) throws DeviceException {
    call(what, ByteBuffer.allocate(0));
  }

  /** A call that fails has sent half its bytes. */
  private void call(String what, ByteBuffer bytes) throws DeviceException {
    calls++;
    if (calls == failingCall) {
      lcd.write(data, bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2));
      lcd.linkBroken();
      throw new DeviceException(5, what, "/dev/spidev0.0", "the bus refused; check the wiring");
    }
  }

  private interface Wire {
    void set(boolean high);
  }

  private final class Line implements OutputLine {
    private final Wire wire;

    Line(Wire wire) {
      this.wire = wire;
    }

    @Override
    public void set(boolean high) throws DeviceException {
      call("ioctl GPIO_V2_LINE_SET_VALUES");
      wire.set(high);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final class Light implements Backlight {
    @Override
    public void setPercent(int percent) throws DeviceException {
      call("write brightness");
      lightPercent = percent;
      lightLog.add(percent + (lcd.displayOn() && !lcd.sleeping() ? " visible" : " dark"));
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final class Spi implements SpiDevice {
    @Override
    public int clockHz() {
      return CLOCK_HZ;
    }

    @Override
    public int maxTransferBytes() {
      return TRANSFER_BYTES;
    }

    @Override
    public boolean clockVaries() {
      return true;
    }

    @Override
    public void write(ByteBuffer bytes) throws DeviceException {
      write(bytes, CLOCK_HZ);
    }

    @Override
    public void write(ByteBuffer bytes, int mostHz) throws DeviceException {
      int length = bytes.remaining();
      longestTransfer = Math.max(longestTransfer, length);
      call("ioctl SPI_IOC_MESSAGE", bytes);
      lcd.write(data, bytes);
      clock.advance(Duration.ofNanos(LATENCY_NANOS + length * 8_000_000_000L / mostHz));
    }

    @Override
    public void transfer(ByteBuffer send, ByteBuffer receive) {
      throw new UnsupportedOperationException("MISO is not wired");
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
