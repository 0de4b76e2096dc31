package io.panelwatch.display.controller;

import java.nio.ByteBuffer;

/**
 * The I2C interface of the OLED controllers: messages in, bytes with the level of D/C# out.
 *
 * <pre>
 *   00 c c c ...           commands to the end of the message
 *   40 d d d ...           dots to the end of the message
 *   80 c  80 c  C0 d ...   one byte behind each control byte
 * </pre>
 *
 * <p>A control byte is Co, D/C# and six zeros (SSD1306 Rev 1.5, 8.1.5.2). Thread-safe.
 */
public final class I2cFront {

  private static final String SOURCE = "SSD1306 Rev 1.5, Write mode for I2C";
  private static final int ONE_BYTE_ONLY = 0x80;
  private static final int DATA = 0x40;
  private static final int FIRST_ADDRESS = 0x3C;
  private static final int LAST_ADDRESS = 0x3D;

  private final int address;
  private final Controller controller;
  private final ByteBuffer one = ByteBuffer.allocate(1);

  /**
   * Puts the interface before a controller.
   *
   * @param address as SA0 is strapped: 0x3C (low) or 0x3D (high)
   */
  public I2cFront(int address, Controller controller) {
    if (address < FIRST_ADDRESS || address > LAST_ADDRESS) {
      throw new IllegalArgumentException(
          "0x%02X cannot be strapped: SA0 gives 0x3C or 0x3D".formatted(address));
    }
    this.address = address;
    this.controller = controller;
  }

  /** The slave address to which it answers, 0x3C or 0x3D. */
  public int address() {
    return address;
  }

  /**
   * Takes a message, the buffer's remaining bytes; its position is at its limit afterwards. One
   * without bytes asks whether somebody is there.
   *
   * @throws ProtocolViolation when another slave was addressed, a control byte is none or has
   *     nothing behind it, or the controller refuses what came
   */
  public synchronized void write(int toAddress, ByteBuffer message) {
    if (toAddress != address) {
      throw new ProtocolViolation(
          "no slave acknowledges 0x%02X, the address is 0x%02X".formatted(toAddress, address),
          SOURCE);
    }
    try {
      while (message.hasRemaining()) {
        takeControl(message.get() & 0xFF, message);
      }
    } catch (ProtocolViolation violation) {
      message.position(message.limit());
      controller.linkBroken();
      throw violation;
    }
  }

  private void takeControl(int control, ByteBuffer message) {
    if ((control & ~(ONE_BYTE_ONLY | DATA)) != 0) {
      throw new ProtocolViolation("0x%02X is no control byte".formatted(control), SOURCE);
    }
    if (!message.hasRemaining()) {
      throw new ProtocolViolation(
          "nothing follows the control byte 0x%02X".formatted(control), SOURCE);
    }
    boolean data = (control & DATA) != 0;
    if ((control & ONE_BYTE_ONLY) == 0) {
      controller.write(data, message);
    } else {
      controller.write(data, one.clear().put(message.get()).flip());
    }
  }
}
