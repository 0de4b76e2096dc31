package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A link with a fault in it, wrapped around a good one: for tests of whoever drives it.
 *
 * <p>Calls of {@link #write} and {@link #transfer} are counted from 1 from the moment a fault is
 * set; a fault strikes at every n-th of them. Faults may be set from any thread.
 */
public final class FaultySpi implements SpiDevice {

  private static final String DEVICE = "simulated:faulty-spi";

  /** EINTR of errno(3). */
  private static final int INTERRUPTED = 4;

  /** What happens to a call. */
  private sealed interface Fault {}

  private record None() implements Fault {}

  private record Refuses(int errno) implements Fault {}

  private record DropsLastByte() implements Fault {}

  private record Stalls(Duration duration) implements Fault {}

  private final SpiDevice link;
  private final BoardClock clock;
  private Fault fault = new None();
  private int period = 1;
  private long calls;

  /**
   * @param link what the calls go through to
   * @param clock whose time stalls take
   */
  public FaultySpi(SpiDevice link, BoardClock clock) {
    this.link = link;
    this.clock = clock;
  }

  /** Every n-th call fails with that errno, and nothing of it goes out. */
  public void failEvery(int n, int errno) {
    set(n, new Refuses(errno));
  }

  /** Of every n-th write the last byte is lost, and nobody is told. */
  public void dropLastByteOfEvery(int n) {
    set(n, new DropsLastByte());
  }

  /** Every n-th call takes that much longer. */
  public void stallEvery(int n, Duration duration) {
    set(n, new Stalls(duration));
  }

  /** No fault from now on. */
  public void heal() {
    set(1, new None());
  }

  @Override
  public int clockHz() {
    return link.clockHz();
  }

  @Override
  public boolean clockVaries() {
    return link.clockVaries();
  }

  @Override
  public int maxTransferBytes() {
    return link.maxTransferBytes();
  }

  @Override
  public void write(ByteBuffer bytes) throws DeviceException {
    write(bytes, clockHz());
  }

  @Override
  public void write(ByteBuffer bytes, int mostHz) throws DeviceException {
    switch (next()) {
      case DropsLastByte() when bytes.hasRemaining() -> {
        int limit = bytes.limit();
        link.write(bytes.duplicate().limit(limit - 1), mostHz);
        bytes.position(limit);
      }
      case Refuses(int errno) -> throw refused(errno);
      case Stalls(Duration duration) -> {
        stall(duration);
        link.write(bytes, mostHz);
      }
      case DropsLastByte() -> link.write(bytes, mostHz);
      case None() -> link.write(bytes, mostHz);
    }
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
    transfer(send, receive, clockHz());
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive, int mostHz) throws DeviceException {
    switch (next()) {
      case Refuses(int errno) -> throw refused(errno);
      case Stalls(Duration duration) -> {
        stall(duration);
        link.transfer(send, receive, mostHz);
      }
      case DropsLastByte() -> link.transfer(send, receive, mostHz);
      case None() -> link.transfer(send, receive, mostHz);
    }
  }

  @Override
  public void close() {
    link.close();
  }

  private synchronized void set(int n, Fault next) {
    if (n < 1) {
      throw new IllegalArgumentException("a fault strikes at every 1st call or later, not " + n);
    }
    fault = next;
    period = n;
    calls = 0;
  }

  private synchronized Fault next() {
    calls++;
    return calls % period == 0 ? fault : new None();
  }

  private void stall(Duration duration) throws DeviceException {
    try {
      clock.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(INTERRUPTED);
    }
  }

  private static DeviceException refused(int errno) {
    return new DeviceException(
        errno,
        "ioctl SPI_IOC_MESSAGE",
        DEVICE,
        "the simulated link refused a transfer (errno %d): heal it.".formatted(errno));
  }
}
