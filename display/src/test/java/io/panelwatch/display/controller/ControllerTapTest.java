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
import static org.mockito.Mockito.when;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.I2cDevice;
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
  private final ControllerTap tap = new ControllerTap(module("ili9341"), clock);
  private final SpiDevice spi = tap.spi(device);
  private final OutputLine dataCommand = tap.dataCommand(line);
  private final OutputLine reset = tap.reset(resetLine);

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
    assertThrows(DeviceException.class, () -> spi.write(bytes(0, 0)));
    send(0x00);

    assertEquals(0, tap.snapshot().violations());
  }

  @Test
  void moreThanARecordingHoldsIsDecodedAllTheSame() throws DeviceException {
    turnOn();
    for (int picture = 0; picture < 8; picture++) {
      send(0x2C);
      dataCommand.set(true);
      for (int row = 0; row < 320; row++) {
        spi.write(ByteBuffer.allocateDirect(480));
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
    ControllerTap idle = new ControllerTap(decoder, clock);
    idle.spi(device).write(bytes(0x2C));
    verifyNoInteractions(decoder);

    idle.catchUp();

    verify(decoder).take(eq(BusEvent.COMMAND), anyLong(), eq(bytes(0x2C)));
    idle.catchUp();
    verifyNoMoreInteractions(decoder);
  }

  @Test
  void aReadIsDecodedAsOneAndItsDummyBytesAreNoCommands() throws DeviceException {
    turnOn();
    send(0x2C, 0xF8, 0x00);
    dataCommand.set(false);
    spi.transfer(bytes(0x0A, 0x01), ByteBuffer.allocate(2));
    spi.transfer(bytes(0x00, 0x00), ByteBuffer.allocate(2), 1_000_000);

    ControllerTap.Snapshot seen = tap.snapshot();

    assertEquals(Optional.empty(), seen.lastViolation());
    assertEquals(RED, seen.picture().rgb(0, 0), "0x01 was no SWRESET");
    verify(device).transfer(any(), any(), eq(1_000_000));
  }

  @Test
  void clocksAreHandedOnToTheDevice() throws DeviceException {
    when(device.clockVaries()).thenReturn(true);
    spi.write(bytes(0x00), 10_000_000);

    assertTrue(spi.clockVaries());
    verify(device).write(bytes(0x00), 10_000_000);
  }

  @Test
  void messagesToAnI2cSlaveAreDecodedToo() throws DeviceException {
    I2cDevice slave = mock(I2cDevice.class);
    ControllerTap oled = new ControllerTap(module("ssd1306"), clock);
    I2cDevice tapped = oled.i2c(slave);
    tapped.write(bytes(0x00, 0x8D, 0x14, 0xAF, 0x81, 0xFF, 0xA5));

    assertEquals(0xFFFFFF, oled.snapshot().picture().rgb(0, 0));
    assertEquals(Optional.empty(), oled.snapshot().lastViolation());
    tapped.write(bytes(0x01, 0xAE));
    assertEquals(1, oled.snapshot().violations());
    verify(slave).write(bytes(0x01, 0xAE));
  }

  private static Controller.Factory module(String name) {
    return Modules.named(name).orElseThrow();
  }

  private void turnOn() throws DeviceException {
    reset.set(false);
    clock.advance(Duration.ofNanos(20_000));
    reset.set(true);
    clock.advance(Duration.ofMillis(120));
    send(0x11);
    clock.advance(Duration.ofMillis(5));
    send(0x3A, 0x55);
    send(0x36, 0x48);
    send(0x29);
  }

  private void send(int opcode, int... parameters) throws DeviceException {
    dataCommand.set(false);
    spi.write(bytes(opcode));
    if (parameters.length > 0) {
      dataCommand.set(true);
      spi.write(bytes(parameters));
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
