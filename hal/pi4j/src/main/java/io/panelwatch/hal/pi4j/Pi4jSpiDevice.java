package io.panelwatch.hal.pi4j;

import com.pi4j.io.spi.Spi;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;

/**
 * An SPI device over Pi4J's {@link Spi}, whose return codes are all there is to tell of a failure:
 * {@code write} answers 0 and {@code transfer} the number of bytes, or -1 and a line in the log.
 *
 * <p>Pi4J takes arrays, so direct and read-only buffers are copied once, in pieces of one transfer.
 */
final class Pi4jSpiDevice implements SpiDevice {

  private final String path;
  private final int clockHz;
  private final Spi spi;
  private final Runnable afterwards;
  private final byte[] piece;
  private boolean closed;

  /**
   * @param maxTransferBytes {@code spidev.bufsiz}
   * @param spi open; closed with this device
   * @param afterwards what to end once the device is closed
   */
  Pi4jSpiDevice(String path, int clockHz, int maxTransferBytes, Spi spi, Runnable afterwards) {
    this.path = path;
    this.clockHz = clockHz;
    this.spi = spi;
    this.afterwards = afterwards;
    this.piece = new byte[maxTransferBytes];
  }

  @Override
  public int clockHz() {
    return clockHz;
  }

  @Override
  public int maxTransferBytes() {
    return piece.length;
  }

  @Override
  public void write(ByteBuffer bytes) throws DeviceException {
    checkOpen("write");
    int at = bytes.position();
    while (at < bytes.limit()) {
      int length = Math.min(piece.length, bytes.limit() - at);
      writePiece(bytes, at, length);
      at += length;
    }
    bytes.position(at);
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
    checkOpen("transfer");
    int length = send.remaining();
    if (length > piece.length) {
      throw failed(
          "transfer",
          length
              + " bytes are more than one chip select carries: send "
              + piece.length
              + " at most");
    }
    byte[] sent = new byte[length];
    send.get(send.position(), sent);
    int answer = length == 0 ? 0 : spi.transfer(sent, 0, piece, 0, length);
    if (answer != length) {
      throw failed("transfer", "the transfer failed (Pi4J answered " + answer + ")");
    }
    receive.put(piece, 0, length);
    send.position(send.limit());
  }

  /** Closes the device; what Pi4J has to say against it comes too late to matter. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        spi.close();
      } finally {
        afterwards.run();
      }
    }
  }

  private void writePiece(ByteBuffer bytes, int at, int length) throws DeviceException {
    int answer;
    if (bytes.hasArray()) {
      answer = spi.write(bytes.array(), bytes.arrayOffset() + at, length);
    } else {
      bytes.get(at, piece, 0, length);
      answer = spi.write(piece, 0, length);
    }
    if (answer < 0) {
      throw failed("write", "the write failed (Pi4J answered " + answer + ")");
    }
  }

  private void checkOpen(String call) throws DeviceException {
    if (closed) {
      throw failed(call, "the device is closed");
    }
  }

  private DeviceException failed(String call, String what) {
    return new DeviceException(0, call, path, call + " on " + path + ": " + what);
  }
}
