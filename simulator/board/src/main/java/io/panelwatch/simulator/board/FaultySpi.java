package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A link with faults in it, wrapped around a good one: for tests of whoever drives it.
 *
 * <p>Calls of {@link #write} and {@link #transfer} are counted from 1 from the moment a fault is
 * set; a fault strikes at every n-th of them, n being 1 or more. Faults may be set from any thread.
 */
public final class FaultySpi implements SpiDevice {

  private static final String CALL = "ioctl SPI_IOC_MESSAGE";

  private final SpiDevice link;
  private final LinkFault fault;
  private final AtomicLong transfers = new AtomicLong();

  /**
   * A link that works until a fault is set.
   *
   * @param link what the calls go through to
   * @param clock whose time stalls take
   */
  public FaultySpi(SpiDevice link, BoardClock clock) {
    this(link, new LinkFault(clock, "simulated:faulty-spi", () -> {}));
  }

  FaultySpi(SpiDevice link, LinkFault fault) {
    this.link = link;
    this.fault = fault;
  }

  /** Every n-th call fails with that errno, and nothing of it goes out. */
  public void failEvery(int n, int errno) {
    fault.failEvery(n, errno);
  }

  /** Of every n-th write the last byte is lost, and nobody is told. */
  public void dropLastByteOfEvery(int n) {
    fault.dropLastByteOfEvery(n);
  }

  /** Every n-th call takes that much longer. */
  public void stallEvery(int n, Duration duration) {
    fault.stallEvery(n, duration);
  }

  /** What is heard of the answers from now on. */
  public void answers(LcdAnswers answers) {
    fault.answers(answers);
  }

  /** How many calls of {@link #transfer} went through: readings of the device. Thread-safe. */
  public long transfers() {
    return transfers.get();
  }

  /** No fault from now on. */
  public void heal() {
    fault.heal();
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
    boolean dropsLastByte = fault.strike(CALL);
    if (dropsLastByte && bytes.hasRemaining()) {
      int limit = bytes.limit();
      link.write(bytes.duplicate().limit(limit - 1), mostHz);
      bytes.position(limit);
    } else {
      link.write(bytes, mostHz);
    }
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
    transfer(send, receive, clockHz());
  }

  /** A transfer that is heard loses none of its bytes. */
  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive, int mostHz) throws DeviceException {
    fault.strike(CALL);
    int from = receive.position();
    link.transfer(send, receive, mostHz);
    fault.hear(receive, from);
    transfers.incrementAndGet();
  }

  @Override
  public void close() {
    link.close();
  }
}
