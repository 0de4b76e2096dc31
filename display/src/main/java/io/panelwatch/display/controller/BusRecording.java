package io.panelwatch.display.controller;

import java.nio.ByteBuffer;

/**
 * Events of a bus in the order in which they happened, in a fixed piece of memory.
 *
 * <pre>
 *   kind (1 byte)  monotonic time (8)  length (4)  bytes
 * </pre>
 */
final class BusRecording {

  private static final int HEADER_BYTES = 1 + Long.BYTES + Integer.BYTES;

  private final ByteBuffer events;

  BusRecording(int capacity) {
    events = ByteBuffer.allocateDirect(capacity);
  }

  boolean hasRoomFor(int length) {
    return events.remaining() >= HEADER_BYTES + length;
  }

  /**
   * Notes an event with the bytes of a buffer from one position to its limit; no position moves.
   */
  void add(BusEvent kind, long nanos, ByteBuffer bytes, int from) {
    int length = bytes.limit() - from;
    events.put(kind.code()).putLong(nanos).putInt(length);
    events.put(events.position(), bytes, from, length);
    events.position(events.position() + length);
  }

  /** Hands all events on and forgets them. */
  void drainTo(BusDecoder decoder) {
    events.flip();
    while (events.hasRemaining()) {
      BusEvent kind = BusEvent.of(events.get());
      long nanos = events.getLong();
      int length = events.getInt();
      decoder.take(kind, nanos, events.slice(events.position(), length));
      events.position(events.position() + length);
    }
    events.clear();
  }
}
