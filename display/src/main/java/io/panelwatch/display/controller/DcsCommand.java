package io.panelwatch.display.controller;

/**
 * One command of a controller that follows the MIPI display command set.
 *
 * @param opcode 0x00..0xFF
 * @param name as the datasheet's heading has it
 * @param least parameter bytes that must follow
 * @param most parameter bytes that may follow
 * @param effect what it does to what is modelled
 * @param limit which parameters are not modelled
 */
record DcsCommand(int opcode, String name, int least, int most, Effect effect, Limit limit) {

  /** What a command does to the model. */
  enum Effect {
    /** Voltages, timing and gamma change no pixel. */
    NONE,
    SOFT_RESET,
    SLEEP_IN,
    SLEEP_OUT,
    INVERSION_OFF,
    INVERSION_ON,
    DISPLAY_OFF,
    DISPLAY_ON,
    COLUMN_ADDRESS,
    PAGE_ADDRESS,
    MEMORY_WRITE,
    MEMORY_CONTINUE,
    TEARING_OFF,
    TEARING_ON,
    ADDRESS_MODE,
    PIXEL_FORMAT
  }

  /** Whether pixels follow and not parameters. */
  boolean takesPixels() {
    return effect == Effect.MEMORY_WRITE || effect == Effect.MEMORY_CONTINUE;
  }

  /** Such as {@code Memory Write (2Ch)}. */
  @Override
  public String toString() {
    return "%s (%02Xh)".formatted(name, opcode);
  }
}
