package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SpiDevice} does. The far end of the wire is the fixture's: a fake kernel, a
 * mocked provider, a simulated panel, or a jumper from MOSI to MISO.
 */
public abstract class SpiDeviceContract {

  private SpiDevice device;

  /** Opens the device under test on a wire that nothing was sent on yet. */
  protected abstract SpiDevice open() throws Exception;

  /** Every byte that reached the far end since {@link #open()}, in order. */
  protected abstract byte[] wire() throws Exception;

  /** What the far end sends back while it receives these bytes; the same bytes on a loop-back. */
  protected abstract byte[] answerTo(byte[] sent);

  /** Makes every transfer from now on fail, as a pulled cable or a dead controller does. */
  protected abstract void breakWire() throws Exception;

  /** Bytes to send that the far end takes; a pattern in which no two neighbours are the same. */
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
  protected void clockAndLongestTransferArePositive() {
    assertTrue(device.clockHz() > 0, "clockHz");
    assertTrue(device.maxTransferBytes() > 0, "maxTransferBytes");
  }

  @Test
  protected void writeSendsTheRemainingBytesOfAHeapBufferAndNoOthers() throws Exception {
    byte[] bytes = payload(40);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 5, 20);

    device.write(buffer);

    assertArrayEquals(Arrays.copyOfRange(bytes, 5, 25), wire());
    assertEquals(25, buffer.position(), "position is at the limit");
    assertEquals(25, buffer.limit(), "limit is as it was");
  }

  @Test
  protected void writeSendsTheRemainingBytesOfADirectBufferAndNoOthers() throws Exception {
    byte[] bytes = payload(40);
    ByteBuffer buffer = ByteBuffer.allocateDirect(40).put(bytes).position(5).limit(25);

    device.write(buffer);

    assertArrayEquals(Arrays.copyOfRange(bytes, 5, 25), wire());
    assertEquals(25, buffer.position(), "position is at the limit");
  }

  @Test
  protected void writeTakesASliceAndAReadOnlyBuffer() throws Exception {
    byte[] bytes = payload(30);

    device.write(ByteBuffer.wrap(bytes).slice(10, 10));
    device.write(ByteBuffer.wrap(bytes, 20, 10).asReadOnlyBuffer());

    assertArrayEquals(Arrays.copyOfRange(bytes, 10, 30), wire());
  }

  @Test
  protected void writesReachTheWireInTheirOrder() throws Exception {
    byte[] bytes = payload(6);

    device.write(ByteBuffer.wrap(bytes, 0, 1));
    device.write(ByteBuffer.wrap(bytes, 1, 3));
    device.write(ByteBuffer.wrap(bytes, 4, 2));

    assertArrayEquals(bytes, wire());
  }

  @Test
  protected void writeLongerThanOneTransferArrivesWhole() throws Exception {
    byte[] bytes = payload(2 * device.maxTransferBytes() + 3);

    device.write(ByteBuffer.wrap(bytes));

    assertArrayEquals(bytes, wire());
  }

  @Test
  protected void writeOfNothingSendsNothing() throws Exception {
    device.write(ByteBuffer.allocate(0));

    assertEquals(0, wire().length);
  }

  @Test
  protected void transferReceivesAsManyBytesAsItSends() throws Exception {
    byte[] sent = payload(5);
    ByteBuffer send = ByteBuffer.wrap(sent);
    ByteBuffer receive = ByteBuffer.allocate(8).position(1);

    device.transfer(send, receive);

    assertArrayEquals(sent, wire());
    assertFalse(send.hasRemaining(), "all was sent");
    assertEquals(6, receive.position(), "as many received as sent");
    assertArrayEquals(answerTo(sent), Arrays.copyOfRange(receive.array(), 1, 6));
  }

  @Test
  protected void transferTakesDirectBuffers() throws Exception {
    byte[] sent = payload(4);
    ByteBuffer send = ByteBuffer.allocateDirect(4).put(sent).flip();
    ByteBuffer receive = ByteBuffer.allocateDirect(4);

    device.transfer(send, receive);

    byte[] received = new byte[4];
    receive.flip().get(received);
    assertArrayEquals(answerTo(sent), received);
  }

  @Test
  protected void slowerWritesAndTransfersSendTheSameBytes() throws Exception {
    byte[] bytes = payload(9);

    device.write(ByteBuffer.wrap(bytes, 0, 4), device.clockHz() / 4);
    ByteBuffer receive = ByteBuffer.allocate(5);
    device.transfer(ByteBuffer.wrap(bytes, 4, 5), receive, device.clockHz() / 4);

    assertArrayEquals(bytes, wire());
    assertArrayEquals(answerTo(Arrays.copyOfRange(bytes, 4, 9)), receive.array());
  }

  @Test
  protected void transferThatDoesNotFitOneChipSelectIsRefusedBeforeAByteGoesOut() throws Exception {
    int tooLong = device.maxTransferBytes() + 1;

    assertThrows(
        DeviceException.class,
        () ->
            device.transfer(ByteBuffer.wrap(payload(tooLong)), ByteBuffer.allocateDirect(tooLong)));

    assertEquals(0, wire().length);
  }

  @Test
  protected void writeOnABrokenWireSaysWhichCallOnWhichDeviceAndLeavesThePosition()
      throws Exception {
    breakWire();
    ByteBuffer buffer = ByteBuffer.wrap(payload(10), 2, 8);

    DeviceException refusal = assertThrows(DeviceException.class, () -> device.write(buffer));

    assertFalse(refusal.call().isBlank(), "call");
    assertFalse(refusal.path().isBlank(), "path");
    assertFalse(refusal.getMessage().isBlank(), "message");
    assertEquals(2, buffer.position(), "position is where it was");
  }

  @Test
  protected void transferOnABrokenWireFails() throws Exception {
    breakWire();

    assertThrows(
        DeviceException.class,
        () -> device.transfer(ByteBuffer.wrap(payload(2)), ByteBuffer.allocate(2)));
  }

  @Test
  protected void closedDeviceRefusesAndClosingAgainIsHarmless() {
    device.close();
    device.close();

    assertThrows(DeviceException.class, () -> device.write(ByteBuffer.wrap(payload(1))));
  }
}
