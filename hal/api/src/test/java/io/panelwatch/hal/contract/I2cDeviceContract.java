package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.I2cDevice;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link I2cDevice} does. The far end of the bus is the fixture's. */
public abstract class I2cDeviceContract {

  private I2cDevice device;

  /** Opens the device under test on a bus that nothing was sent on yet. */
  protected abstract I2cDevice open() throws Exception;

  /** Every message that reached the slave since {@link #open()}, in order, without its address. */
  protected abstract List<byte[]> messages() throws Exception;

  /** Lets the slave acknowledge nothing from now on, as a pulled cable does. */
  protected abstract void breakBus() throws Exception;

  /** A message of that many bytes that the far end takes, 1 or more. */
  protected byte[] payload(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7 + i / 251);
    }
    return bytes;
  }

  @BeforeEach
  protected void openDevice() throws Exception {
    device = open();
  }

  @AfterEach
  protected void closeDevice() {
    device.close();
  }

  @Test
  protected void clockAndLongestMessageArePositive() {
    assertTrue(device.clockHz() > 0, "clockHz");
    assertTrue(device.maxTransferBytes() > 0, "maxTransferBytes");
  }

  @Test
  protected void writeSendsTheRemainingBytesOfAHeapBufferAsOneMessage() throws Exception {
    byte[] message = payload(20);
    byte[] around = new byte[40];
    System.arraycopy(message, 0, around, 5, message.length);
    ByteBuffer buffer = ByteBuffer.wrap(around, 5, 20);

    device.write(buffer);

    assertSent(message);
    assertEquals(25, buffer.position(), "position is at the limit");
    assertEquals(25, buffer.limit(), "limit is as it was");
  }

  @Test
  protected void writeTakesADirectASlicedAndAReadOnlyBuffer() throws Exception {
    byte[] message = payload(12);
    ByteBuffer direct = ByteBuffer.allocateDirect(20).position(4).put(message).flip().position(4);

    device.write(direct);
    device.write(ByteBuffer.wrap(message).slice());
    device.write(ByteBuffer.wrap(message).asReadOnlyBuffer());

    assertSent(message, message, message);
    assertFalse(direct.hasRemaining());
  }

  @Test
  protected void longestMessageArrivesWhole() throws Exception {
    byte[] message = payload(device.maxTransferBytes());

    device.write(ByteBuffer.wrap(message));

    assertSent(message);
  }

  @Test
  protected void messageThatIsTooLongIsRefusedBeforeAByteGoesOut() throws Exception {
    ByteBuffer buffer = ByteBuffer.wrap(payload(device.maxTransferBytes() + 1));

    assertThrows(DeviceException.class, () -> device.write(buffer));

    assertSent();
    assertEquals(0, buffer.position(), "position is where it was");
  }

  @Test
  protected void slaveThatDoesNotAcknowledgeIsToldWithCallAndDeviceAndLeavesThePosition()
      throws Exception {
    breakBus();
    ByteBuffer buffer = ByteBuffer.wrap(payload(10), 2, 8);

    DeviceException refusal = assertThrows(DeviceException.class, () -> device.write(buffer));

    assertFalse(refusal.call().isBlank(), "call");
    assertFalse(refusal.path().isBlank(), "path");
    assertFalse(refusal.getMessage().isBlank(), "message");
    assertEquals(2, buffer.position(), "position is where it was");
  }

  @Test
  protected void closedDeviceRefusesAndClosingAgainIsHarmless() {
    device.close();
    device.close();

    assertThrows(DeviceException.class, () -> device.write(ByteBuffer.wrap(payload(1))));
  }

  private void assertSent(byte[]... expected) throws Exception {
    List<byte[]> sent = messages();
    assertEquals(expected.length, sent.size(), "messages");
    for (int i = 0; i < expected.length; i++) {
      int nth = i;
      assertArrayEquals(
          expected[i], sent.get(i), () -> "message " + nth + ": " + Arrays.toString(sent.get(nth)));
    }
  }
}
