package io.panelwatch.display.controller;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;

/** An SPI device whose transfers are noted with the level of the D/C line beside it. */
final class TappedSpi implements SpiDevice {

  private final SpiDevice device;
  private final BusRecorder recorder;
  private final Level dataCommand;

  /** The level of a line. */
  interface Level {
    boolean high();
  }

  TappedSpi(SpiDevice device, BusRecorder recorder, Level dataCommand) {
    this.device = device;
    this.recorder = recorder;
    this.dataCommand = dataCommand;
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
    long began = recorder.now();
    try {
      device.write(bytes);
    } catch (DeviceException e) {
      throw recorder.broken(e);
    }
    sent(began, bytes, from);
  }

  @Override
  public void write(ByteBuffer bytes, int mostHz) throws DeviceException {
    int from = bytes.position();
    long began = recorder.now();
    try {
      device.write(bytes, mostHz);
    } catch (DeviceException e) {
      throw recorder.broken(e);
    }
    sent(began, bytes, from);
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
    int from = send.position();
    long began = recorder.now();
    try {
      device.transfer(send, receive);
    } catch (DeviceException e) {
      throw recorder.broken(e);
    }
    exchanged(began, send, from);
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive, int mostHz) throws DeviceException {
    int from = send.position();
    long began = recorder.now();
    try {
      device.transfer(send, receive, mostHz);
    } catch (DeviceException e) {
      throw recorder.broken(e);
    }
    exchanged(began, send, from);
  }

  @Override
  public void close() {
    device.close();
  }

  private void sent(long began, ByteBuffer bytes, int from) {
    recorder.note(dataCommand.high() ? BusEvent.DATA : BusEvent.COMMAND, began, bytes, from);
  }

  private void exchanged(long began, ByteBuffer bytes, int from) {
    recorder.note(dataCommand.high() ? BusEvent.DATA : BusEvent.READ, began, bytes, from);
  }
}
