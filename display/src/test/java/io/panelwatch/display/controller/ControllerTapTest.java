package io.panelwatch.display.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControllerTapTest {

  private static final int RED = 0xFF0000;

  private final ManualClock clock = new ManualClock();
  private final SpiDevice device = mock(SpiDevice.class);
  private final OutputLine line = mock(OutputLine.class);
  private final OutputLine resetLine = mock(OutputLine.class);
  private final ControllerTap tap =
      new ControllerTap(
          device, line, Optional.of(resetLine), clock, Modules.named("ili9341").orElseThrow());

  @BeforeEach
  void theDeviceTakesWhatItGets() throws DeviceException {
    doAnswer(
            call -> {
              ByteBuffer bytes = call.getArgument(0);
              bytes.position(bytes.limit());
              return null;
            })
        .when(device)
        .write(any());
  }

  @Test
  void aSnapshotShowsWhatWasSentAndTheDeviceGotItToo() throws DeviceException {
    turnOn();
    send(0x2C, 0xF8, 0x00);

    ControllerTap.Snapshot seen = tap.snapshot();

    assertEquals(RED, seen.picture().rgb(0, 0));
    assertEquals(Optional.empty(), seen.lastViolation());
    verify(resetLine).set(false);
    verify(resetLine).set(true);
  }

  @Test
  void timesAreThoseOfTheSendingNotOfTheLooking() throws DeviceException {
    turnOn();
    send(0x01);
    clock.advance(Duration.ofMillis(1));
    send(0x00);
    clock.advance(Duration.ofHours(1));

    ControllerTap.Snapshot seen = tap.snapshot();

    assertEquals(1, seen.violations());
    assertTrue(seen.lastViolation().orElseThrow().contains("SWRESET"));
  }

  @Test
  void aFailedTransferIsTakenAsABreakAndNotAsARefusal() throws DeviceException {
    turnOn();
    send(0x2A, 0, 0);
    doThrow(new DeviceException(5, "ioctl", "/dev/spidev0.0", "the bus refused"))
        .doNothing()
        .when(device)
        .write(any());
    assertThrows(DeviceException.class, () -> tap.spi().write(bytes(0, 0)));
    send(0x00);

    assertEquals(0, tap.snapshot().violations());
  }

  @Test
  void moreThanARecordingHoldsIsDecodedAllTheSame() throws DeviceException {
    turnOn();
    for (int picture = 0; picture < 8; picture++) {
      send(0x2C);
      tap.dataCommand().set(true);
      for (int row = 0; row < 320; row++) {
        tap.spi().write(ByteBuffer.allocateDirect(480));
      }
    }
    send(0x2C, 0xF8, 0x00);

    ControllerTap.Snapshot seen = tap.snapshot();

    assertEquals(RED, seen.picture().rgb(0, 0));
    assertEquals(0, seen.picture().rgb(239, 319));
    assertEquals(0, seen.violations());
  }

  @Test
  void bytesAreDecodedWhenTheDriverHasTimeForItAndNotWhileItSends() throws DeviceException {
    BusDecoder decoder = mock(BusDecoder.class);
    ControllerTap idle = new ControllerTap(device, line, Optional.empty(), clock, decoder);
    idle.spi().write(bytes(0x2C));
    verifyNoInteractions(decoder);

    idle.catchUp();

    verify(decoder).take(eq(BusEvent.COMMAND), anyLong(), eq(bytes(0x2C)));
    idle.catchUp();
    verifyNoMoreInteractions(decoder);
  }

  private void turnOn() throws DeviceException {
    tap.reset().orElseThrow().set(false);
    clock.advance(Duration.ofNanos(20_000));
    tap.reset().orElseThrow().set(true);
    clock.advance(Duration.ofMillis(120));
    send(0x11);
    clock.advance(Duration.ofMillis(5));
    send(0x3A, 0x55);
    send(0x36, 0x48);
    send(0x29);
  }

  private void send(int opcode, int... parameters) throws DeviceException {
    tap.dataCommand().set(false);
    tap.spi().write(bytes(opcode));
    if (parameters.length > 0) {
      tap.dataCommand().set(true);
      tap.spi().write(bytes(parameters));
    }
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }
}
