package io.panelwatch.display.controller;

import java.nio.ByteBuffer;

/**
 * The front end of the 3.5 inch hats: two shift registers turn sixteen bits of the serial bus into
 * one word for the controller's parallel bus.
 *
 * <pre>
 *   wire    00 2C | F8 00 | 07 E0          D/CX low for the first word
 *   bus      002C   F800    07E0
 *   means   RAMWR   a pixel a pixel
 * </pre>
 *
 * <p>Registers and their parameters are the low byte of a word; a high byte other than zero means
 * nothing. A byte that is alone at the end of a transfer never reaches the controller. There is no
 * way back: nothing can be read.
 */
final class WordFront implements Controller {

  private static final String SOURCE = "two shift registers before a 16-bit bus";

  private final DcsController controller;
  private long bytes;

  WordFront(DcsController controller) {
    this.controller = controller;
  }

  @Override
  public synchronized void write(boolean data, ByteBuffer transfer) {
    bytes += transfer.remaining();
    if (transfer.remaining() % 2 != 0) {
      int length = transfer.remaining();
      transfer.position(transfer.limit());
      controller.linkBroken();
      throw new ProtocolViolation(
          "a transfer of %d bytes leaves one alone in the shift registers".formatted(length),
          SOURCE);
    }
    if (data && controller.takesPixels()) {
      controller.write(true, transfer);
    } else {
      controller.write(data, lowBytes(transfer));
    }
  }

  @Override
  public boolean answers(int opcode) {
    return false;
  }

  @Override
  public void read(int opcode, ByteBuffer into) {
    throw new ProtocolViolation(
        "0x%02X asks for an answer, for which there is no wire".formatted(opcode), SOURCE);
  }

  @Override
  public void resetLine(boolean high) {
    controller.resetLine(high);
  }

  @Override
  public void powerGlitch() {
    controller.powerGlitch();
  }

  @Override
  public void linkBroken() {
    controller.linkBroken();
  }

  @Override
  public Picture image() {
    return controller.image();
  }

  @Override
  public boolean displayOn() {
    return controller.displayOn();
  }

  @Override
  public boolean sleeping() {
    return controller.sleeping();
  }

  @Override
  public boolean tearingEffectOn() {
    return controller.tearingEffectOn();
  }

  @Override
  public synchronized long bytes() {
    return bytes;
  }

  @Override
  public long revision() {
    return controller.revision();
  }

  private ByteBuffer lowBytes(ByteBuffer words) {
    ByteBuffer low = ByteBuffer.allocate(words.remaining() / 2);
    while (words.hasRemaining()) {
      int word = words.getShort() & 0xFFFF;
      if (word > 0xFF) {
        words.position(words.limit());
        controller.linkBroken();
        throw new ProtocolViolation(
            "the register word 0x%04X has a high byte that no register takes".formatted(word),
            SOURCE);
      }
      low.put((byte) word);
    }
    return low.flip();
  }
}
