package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.SpiDeviceContract;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A healed link passes the contract; below it, what each fault does. */
final class FaultySpiTest extends SpiDeviceContract {

  private static final int IO_ERROR = 5;

  private final ManualClock clock = new ManualClock();
  private final RecordingSpi far = new RecordingSpi();
  private final FaultySpi link = new FaultySpi(far, clock);

  @Override
  protected SpiDevice open() {
    return link;
  }

  @Override
  protected byte[] wire() {
    return far.sent.toByteArray();
  }

  @Override
  protected byte[] answerTo(byte[] sent) {
    return sent.clone();
  }

  @Override
  protected void breakWire() {
    link.failEvery(1, IO_ERROR);
  }

  @Test
  void everyThirdCallFailsWithItsErrnoAndSendsNothing() throws Exception {
    link.failEvery(3, IO_ERROR);
    for (int round = 0; round < 2; round++) {
      send(1);
      send(2);
      DeviceException refusal = assertThrows(DeviceException.class, () -> send(3));
      assertEquals(IO_ERROR, refusal.errno());
    }

    assertArrayEquals(new byte[] {1, 2, 1, 2}, wire());
  }

  @Test
  void droppedByteIsMissingAndNobodyIsTold() throws Exception {
    link.dropLastByteOfEvery(2);

    send(1, 2, 3);
    send(4, 5, 6);

    assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, wire());
  }

  @Test
  void stallTakesItsTimeAndThenTheBytesArrive() throws Exception {
    long before = clock.monotonicNanos();
    link.stallEvery(2, Duration.ofMillis(300));

    send(1);
    assertEquals(before, clock.monotonicNanos());
    send(2);

    assertEquals(before + 300_000_000L, clock.monotonicNanos());
    assertArrayEquals(new byte[] {1, 2}, wire());
  }

  @Test
  void healedLinkIsGoodAgain() throws Exception {
    link.failEvery(1, IO_ERROR);
    assertThrows(DeviceException.class, () -> send(1));

    link.heal();
    send(2);

    assertArrayEquals(new byte[] {2}, wire());
  }

  private void send(int... values) throws DeviceException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    link.write(bytes.flip());
  }

  /** MISO wired to MOSI, with a memory. */
  private static final class RecordingSpi implements SpiDevice {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private boolean closed;

    @Override
    public int clockHz() {
      return 32_000_000;
    }

    @Override
    public int maxTransferBytes() {
      return 64;
    }

    @Override
    public void write(ByteBuffer bytes) throws DeviceException {
      requireOpen();
      while (bytes.hasRemaining()) {
        sent.write(bytes.get());
      }
    }

    @Override
    public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
      requireOpen();
      if (send.remaining() > maxTransferBytes()) {
        throw new DeviceException(0, "transfer", "recording", "too long for one transfer.");
      }
      receive.put(send.duplicate());
      write(send);
    }

    @Override
    public void close() {
      closed = true;
    }

    private void requireOpen() throws DeviceException {
      if (closed) {
        throw new DeviceException(9, "transfer", "recording", "it was closed.");
      }
    }
  }
}
