package io.panelwatch.hal.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.pi4j.io.spi.Spi;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import io.panelwatch.hal.contract.SpiDeviceContract;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;

/** The contract over a mocked Pi4J that answers as linuxfs does, with each byte inverted. */
class Pi4jSpiDeviceTest extends SpiDeviceContract {

  private static final int LONGEST = 64;
  private static final String PATH = "/dev/spidev0.1";

  private final Spi spi = mock(Spi.class);
  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  private final List<Integer> lengths = new ArrayList<>();
  private final AtomicInteger contextEnds = new AtomicInteger();
  private boolean broken;

  @Override
  protected SpiDevice open() {
    doAnswer(this::write).when(spi).write(any(byte[].class), anyInt(), anyInt());
    doAnswer(this::transfer)
        .when(spi)
        .transfer(any(byte[].class), anyInt(), any(byte[].class), anyInt(), anyInt());
    return new Pi4jSpiDevice(PATH, 8_000_000, LONGEST, spi, contextEnds::incrementAndGet);
  }

  @Override
  protected byte[] wire() {
    return wire.toByteArray();
  }

  @Override
  protected byte[] answerTo(byte[] sent) {
    byte[] answer = new byte[sent.length];
    for (int i = 0; i < sent.length; i++) {
      answer[i] = (byte) ~sent[i];
    }
    return answer;
  }

  @Override
  protected void breakWire() {
    broken = true;
  }

  @Test
  void longWriteIsCutAtWhatOneChipSelectCarries() throws Exception {
    try (SpiDevice device = open()) {
      device.write(ByteBuffer.wrap(payload(2 * LONGEST + 5)));
      device.write(ByteBuffer.allocateDirect(LONGEST + 1));
    }

    assertEquals(List.of(LONGEST, LONGEST, 5, LONGEST, 1), lengths);
  }

  @Test
  void failureOfALaterPieceIsNotTakenForSuccess() {
    SpiDevice device = open();
    doAnswer(this::write).doReturn(-1).when(spi).write(any(byte[].class), anyInt(), anyInt());
    ByteBuffer bytes = ByteBuffer.wrap(payload(LONGEST + 1));

    DeviceException refusal = assertThrows(DeviceException.class, () -> device.write(bytes));

    assertEquals(PATH, refusal.path());
    assertEquals(0, bytes.position());
  }

  @Test
  void transferThatReceivesLessThanItSentIsAFailure() {
    SpiDevice device = open();
    doAnswer(call -> 1)
        .when(spi)
        .transfer(any(byte[].class), anyInt(), any(byte[].class), anyInt(), anyInt());

    assertThrows(
        DeviceException.class,
        () -> device.transfer(ByteBuffer.wrap(payload(2)), ByteBuffer.allocate(2)));
  }

  @Test
  void closingEndsTheDeviceAndItsContextOnce() {
    SpiDevice device = open();

    device.close();
    device.close();

    verify(spi, times(1)).close();
    assertEquals(1, contextEnds.get());
  }

  private int write(InvocationOnMock call) {
    int length = call.getArgument(2);
    if (broken) {
      return -1;
    }
    lengths.add(length);
    wire.write(call.getArgument(0), call.getArgument(1), length);
    return 0;
  }

  private int transfer(InvocationOnMock call) {
    byte[] sent = call.getArgument(0);
    byte[] received = call.getArgument(2);
    int length = call.getArgument(4);
    if (broken) {
      return -1;
    }
    wire.write(sent, call.getArgument(1), length);
    System.arraycopy(answerTo(sent), 0, received, call.getArgument(3), length);
    return length;
  }
}
