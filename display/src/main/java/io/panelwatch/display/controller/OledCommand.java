package io.panelwatch.display.controller;

/**
 * One command of a monochrome OLED controller; its opcode and parameters all come with D/C# low.
 *
 * @param first the lowest of its opcodes, which carry a value in their low bits
 * @param last the highest of them
 * @param name as the datasheet's heading has it
 * @param parameters how many bytes follow
 * @param effect what it does to what is modelled
 * @param limit which parameters are not modelled
 */
record OledCommand(int first, int last, String name, int parameters, Effect effect, Limit limit) {

  /** What a command does to the model. */
  enum Effect {
    /** Voltages and timing change no pixel. */
    NONE,
    COLUMN_LOW,
    COLUMN_HIGH,
    PAGE,
    ADDRESSING_MODE,
    COLUMN_RANGE,
    PAGE_RANGE,
    START_LINE,
    DISPLAY_OFFSET,
    CONTRAST,
    SEGMENT_REMAP,
    COMMON_REMAP,
    ALL_ON,
    INVERSE,
    DISPLAY,
    CHARGE_PUMP,
    DC_DC
  }

  boolean covers(int opcode) {
    return opcode >= first && opcode <= last;
  }

  /** Such as {@code Set Contrast Control (81h)}. */
  @Override
  public String toString() {
    return "%s (%02Xh)".formatted(name, first);
  }
}
