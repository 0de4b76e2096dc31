package io.panelwatch.display.controller;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.I2cDevice;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.util.Optional;

/**
 * Listens on the wires to a real panel: what goes out through the ports that it wraps is also
 * noted, and decoded by a {@link Controller} when someone wants to see it.
 *
 * <pre>
 *   driver ---> spi or i2c, dataCommand, reset ---> the real device
 *                          |
 *                          v  a copy of the bytes, with their time
 *                      recording ---> decoder ---> snapshot()
 * </pre>
 *
 * <pre>{@code
 * var tap = new ControllerTap(Modules.named("ili9341").orElseThrow(), clock);
 * SpiDevice spi = tap.spi(realSpi);
 * OutputLine dataCommand = tap.dataCommand(realLine);
 * }</pre>
 *
 * <p>A transfer pays for one copy of its bytes, and its time is noted when the call begins. Memory
 * is bounded: a recording of three whole pictures of 320 x 240 is full and is decoded before it is
 * written on, in the middle of a picture. The driver spares itself that by {@link #catchUp}
 * whenever it has nothing to send.
 *
 * <p>What the decoder refuses does not disturb the driver; the snapshot tells it. The wrapped ports
 * belong to one thread, {@link #snapshot} and {@link #catchUp} to any. Closing a wrapper closes
 * what it wraps.
 */
public final class ControllerTap {

  private final BusRecorder recorder;
  private boolean data;

  /**
   * What the panel got, decoded.
   *
   * @param picture what stands on the glass, held upright
   * @param violations how many transfers were refused since the start
   * @param lastViolation what the last refusal said
   */
  public record Snapshot(Picture picture, long violations, Optional<String> lastViolation) {}

  /**
   * Listens to a module that gets power now.
   *
   * @param module what is on the other end, see {@link Modules}
   */
  public ControllerTap(Controller.Factory module, BoardClock clock) {
    this(new BusDecoder(module, clock.monotonicNanos()), clock);
  }

  ControllerTap(BusDecoder decoder, BoardClock clock) {
    recorder = new BusRecorder(clock, decoder);
  }

  /** The SPI device to drive the panel with; its D/CX goes through {@link #dataCommand}. */
  public SpiDevice spi(SpiDevice device) {
    return new TappedSpi(device, recorder, () -> data);
  }

  /** The I2C device to drive the panel with. */
  public I2cDevice i2c(I2cDevice device) {
    return new TappedI2c(device, recorder);
  }

  /** The D/CX line to drive the panel with. */
  public OutputLine dataCommand(OutputLine line) {
    return new TappedLine(line, recorder, high -> data = high);
  }

  /** The RESX line to drive the panel with. */
  public OutputLine reset(OutputLine line) {
    return new TappedLine(
        line, recorder, high -> recorder.note(high ? BusEvent.RESET_HIGH : BusEvent.RESET_LOW));
  }

  /**
   * Decodes everything that was sent until now, on the caller's thread; a transfer that ends
   * meanwhile waits for it.
   */
  public void catchUp() {
    recorder.catchUp();
  }

  /** Catches up, and tells what the panel shows. */
  public Snapshot snapshot() {
    return recorder.snapshot();
  }
}
