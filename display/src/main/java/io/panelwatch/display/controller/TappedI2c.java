package io.panelwatch.display.controller;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.I2cDevice;
import java.nio.ByteBuffer;

/** An I2C slave whose messages are noted. */
final class TappedI2c implements I2cDevice {

  private final I2cDevice device;
  private final BusRecorder recorder;

  TappedI2c(I2cDevice device, BusRecorder recorder) {
    this.device = device;
    this.recorder = recorder;
  }

  @Override
  public int clockHz() {
    return device.clockHz();
  }

  @Override
  public int maxTransferBytes() {
    return device.maxTransferBytes();
  }

  @Override
  public void write(ByteBuffer bytes) throws DeviceException {
    int from = bytes.position();
    long began = recorder.now();
    try {
      device.write(bytes);
    } catch (DeviceException e) {
      throw recorder.broken(e);
    }
    recorder.note(BusEvent.MESSAGE, began, bytes, from);
  }

  @Override
  public void close() {
    device.close();
  }
}
