package io.panelwatch.display.controller;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;

/**
 * Notes what happens on a bus, with its time, until someone wants it decoded.
 *
 * <p>Memory is bounded: a recording of about {@value #RECORDING_BYTES} bytes, three whole pictures
 * of 320 x 240, is full and is decoded before it is written on. Thread-safe.
 */
final class BusRecorder {

  private static final int RECORDING_BYTES = 512 * 1024;
  private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);

  private final BoardClock clock;
  private final BusDecoder decoder;
  private final BusRecording recording = new BusRecording(RECORDING_BYTES);

  BusRecorder(BoardClock clock, BusDecoder decoder) {
    this.clock = clock;
    this.decoder = decoder;
  }

  /** When a call that is about to be made begins. */
  long now() {
    return clock.monotonicNanos();
  }

  /** Something without bytes happened just now. */
  void note(BusEvent event) {
    note(event, now(), NO_BYTES, 0);
  }

  /** A call failed: how much of it went out is unknown. Gives the failure back to be thrown. */
  DeviceException broken(DeviceException failure) {
    note(BusEvent.BROKEN);
    return failure;
  }

  /**
   * The bytes of a buffer from one position to its limit went out.
   *
   * @param began when the call that sent them began
   */
  synchronized void note(BusEvent event, long began, ByteBuffer bytes, int from) {
    if (!recording.hasRoomFor(bytes.limit() - from)) {
      catchUp();
    }
    recording.add(event, began, bytes, from);
  }

  /** Decodes everything until now; a call that ends meanwhile waits for it. */
  synchronized void catchUp() {
    recording.drainTo(decoder);
  }

  /** Catches up, and tells what the panel shows. */
  ControllerTap.Snapshot snapshot() {
    catchUp();
    return decoder.snapshot();
  }
}
