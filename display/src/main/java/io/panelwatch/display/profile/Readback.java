package io.panelwatch.display.profile;

/**
 * What a controller answers to a read command while it is on: an answer that differs comes from one
 * that reset itself, or from none.
 *
 * @param opcode the read command
 * @param dummyBits clocks between the command and the first bit of the answer, 0 to 16
 * @param bytes of the answer, 1 to 4
 * @param mask the bits that count; bit 0 is the last bit of the last byte
 * @param value what they are, within {@code mask}
 */
public record Readback(int opcode, int dummyBits, int bytes, long mask, long value) {

  /** Whether an answer is that of a controller that is on as it was initialised. */
  public boolean matches(long answer) {
    return (answer & mask) == value;
  }
}
