package io.panelwatch.agent.control;

import java.time.Duration;

/**
 * How long, in real time, an exchange on the control socket may take, by what is asked.
 *
 * @param question what is looked up, and whatever was not said yet
 * @param deed what is done with a fault or noted: a small board checks a technician's code in one
 *     or two seconds, of everybody who asks one after the other, and then the one that judges has
 *     its turn
 * @param restore an old backup is brought to this program's version, and two databases are joined
 */
record AnswerBounds(Duration question, Duration deed, Duration restore) {

  /** What both ends hold each other to. */
  static final AnswerBounds USUAL =
      new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(5));

  Duration of(String verb) {
    return switch (verb) {
      case ControlProtocol.ACT, ControlProtocol.SAVED -> deed;
      case ControlProtocol.RESTORE -> restore;
      default -> question;
    };
  }

  /** Whether something is another way afterwards, so that it counts whether it was done. */
  static boolean changes(String verb) {
    return switch (verb) {
      case ControlProtocol.ACT, ControlProtocol.SAVED, ControlProtocol.RESTORE -> true;
      default -> false;
    };
  }
}
