package io.panelwatch.display.controller;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Listens on the wire to a real panel: what goes out through {@link #spi}, {@link #dataCommand} and
 * {@link #reset} is also noted, and decoded by a {@link Controller} when someone wants to see it.
 *
 * <pre>
 *   driver ---> spi(), dataCommand(), reset() ---> the real device
 *                          |
 *                          v  a copy of the bytes, with their time
 *                      recording ---> decoder ---> snapshot()
 * </pre>
 *
 * <p>A transfer pays for one copy of its bytes, and its time is noted when the call begins. Memory
 * is bounded: a recording of about {@value #RECORDING_BYTES} bytes, three whole pictures of 320 x
 * 240, is full and is decoded before it is written on, in the middle of a picture. The driver
 * spares itself that by {@link #catchUp} whenever it has nothing to send.
 *
 * <p>What the decoder refuses does not disturb the driver; the snapshot tells it. The wrapped ports
 * belong to one thread, {@link #snapshot} and {@link #catchUp} to any.
 */
public final class ControllerTap {

  private static final int RECORDING_BYTES = 512 * 1024;
  private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);

  private final BoardClock clock;
  private final SpiDevice spi;
  private final OutputLine dataCommand;
  private final Optional<OutputLine> reset;
  private final BusRecording recording = new BusRecording(RECORDING_BYTES);
  private final BusDecoder decoder;
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
   * Wraps the ports of a real panel; closing a wrapper closes what it wraps.
   *
   * @param reset RESX, where it is wired
   * @param module what is listening on the other end, see {@link Modules}
   */
  public ControllerTap(
      SpiDevice spi,
      OutputLine dataCommand,
      Optional<OutputLine> reset,
      BoardClock clock,
      Controller.Factory module) {
    this(spi, dataCommand, reset, clock, new BusDecoder(module, clock.monotonicNanos()));
  }

  ControllerTap(
      SpiDevice spi,
      OutputLine dataCommand,
      Optional<OutputLine> reset,
      BoardClock clock,
      BusDecoder decoder) {
    this.clock = clock;
    this.decoder = decoder;
    this.spi = new TappedSpi(spi);
    this.dataCommand = new TappedLine(dataCommand, this::dataCommandMoves);
    this.reset = reset.map(line -> new TappedLine(line, this::resetMoves));
  }

  /** The SPI device to drive the panel with. */
  public SpiDevice spi() {
    return spi;
  }

  /** The D/CX line to drive the panel with. */
  public OutputLine dataCommand() {
    return dataCommand;
  }

  /** The RESX line to drive the panel with, where there is one. */
  public Optional<OutputLine> reset() {
    return reset;
  }

  /**
   * Decodes everything that was sent until now, on the caller's thread; a transfer that begins
   * meanwhile waits for it.
   */
  public void catchUp() {
    synchronized (recording) {
      recording.drainTo(decoder);
    }
  }

  /** Catches up, and tells what the panel shows. */
  public Snapshot snapshot() {
    catchUp();
    return decoder.snapshot();
  }

  private void dataCommandMoves(boolean high) {
    data = high;
  }

  private void resetMoves(boolean high) {
    note(high ? BusEvent.RESET_HIGH : BusEvent.RESET_LOW, clock.monotonicNanos(), NO_BYTES, 0);
  }

  private void linkBroke() {
    note(BusEvent.BROKEN, clock.monotonicNanos(), NO_BYTES, 0);
  }

  private void note(BusEvent event, long nanos, ByteBuffer bytes, int from) {
    synchronized (recording) {
      if (!recording.hasRoomFor(bytes.limit() - from)) {
        catchUp();
      }
      recording.add(event, nanos, bytes, from);
    }
  }

  /** Hears the level of a line once it is on the wire. */
  private interface LevelListener {
    void moved(boolean high);
  }

  private final class TappedLine implements OutputLine {
    private final OutputLine line;
    private final LevelListener listener;

    TappedLine(OutputLine line, LevelListener listener) {
      this.line = line;
      this.listener = listener;
    }

    @Override
    public void set(boolean high) throws DeviceException {
      try {
        line.set(high);
      } catch (DeviceException e) {
        linkBroke();
        throw e;
      }
      listener.moved(high);
    }

    @Override
    public void close() {
      line.close();
    }
  }

  private final class TappedSpi implements SpiDevice {
    private final SpiDevice device;

    TappedSpi(SpiDevice device) {
      this.device = device;
    }

    @Override
    public int clockHz() {
      return device.clockHz();
    }

    @Override
    public boolean clockVaries() {
      return device.clockVaries();
    }

    @Override
    public int maxTransferBytes() {
      return device.maxTransferBytes();
    }

    @Override
    public void write(ByteBuffer bytes) throws DeviceException {
      int from = bytes.position();
      long began = clock.monotonicNanos();
      try {
        device.write(bytes);
      } catch (DeviceException e) {
        linkBroke();
        throw e;
      }
      note(data ? BusEvent.DATA : BusEvent.COMMAND, began, bytes, from);
    }

    @Override
    public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
      int from = send.position();
      long began = clock.monotonicNanos();
      try {
        device.transfer(send, receive);
      } catch (DeviceException e) {
        linkBroke();
        throw e;
      }
      note(data ? BusEvent.DATA : BusEvent.READ, began, send, from);
    }

    @Override
    public void close() {
      device.close();
    }
  }
}
