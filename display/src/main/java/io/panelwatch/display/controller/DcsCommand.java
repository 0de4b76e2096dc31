package io.panelwatch.display.controller;

import java.util.Optional;

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

  /** Says what of a command's parameters is not modelled, or nothing. */
  @FunctionalInterface
  interface Limit {
    /** Everything is. */
    Limit NONE = parameters -> Optional.empty();

    /**
     * The reason to refuse, a clause that follows the command's name.
     *
     * @param parameters the bytes that came, 0..255 each
     */
    Optional<String> refusal(int[] parameters);

    /** Refuses a byte in which some bits are not as the glass wants them. */
    static Limit bits(int parameter, int mask, int wanted, String meaning) {
      return parameters ->
          (parameters[parameter] & mask) == wanted
              ? Optional.empty()
              : Optional.of(
                  "parameter %d is 0x%02X: %s"
                      .formatted(parameter + 1, parameters[parameter], meaning));
    }

    /** Both limits, this one first. */
    default Limit and(Limit other) {
      return parameters -> refusal(parameters).or(() -> other.refusal(parameters));
    }
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
