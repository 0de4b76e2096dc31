package io.panelwatch.display.controller;

import java.util.Arrays;
import java.util.Optional;

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

  /**
   * Refuses what is not modelled.
   *
   * @param received how many of the parameters came
   * @param source the document and the command
   */
  default void check(int[] parameters, int received, String source) {
    Optional<String> refusal = refusal(Arrays.copyOf(parameters, received));
    if (refusal.isPresent()) {
      throw new ProtocolViolation(refusal.get(), source);
    }
  }
}
