package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ActionAnswer;
import java.io.PrintWriter;

/**
 * Tells a person what became of an action.
 *
 * @param words in the person's language
 * @param out gets it, when it was done
 * @param json whether that is for a program instead
 */
record ActionReport(FaultWords words, PrintWriter out, boolean json) {

  /**
   * Tells it.
   *
   * @param action the beginning of the words for it: {@code acknowledge}
   * @param subject which fault it was about, or which alarm
   * @throws CommandException when it was not done, or nobody knows yet
   */
  void tell(String action, String subject, ActionAnswer answer) throws CommandException {
    if (json) {
      out.println(answer.toJson());
    }
    switch (answer) {
      case ActionAnswer.Done(_, boolean durable) ->
          say(words.say(action + ".done", subject) + (durable ? "" : words.say("not.durable")));
      case ActionAnswer.Already _ -> say(words.say(action + ".already", subject));
      case ActionAnswer.Refused(String why) ->
          throw new CommandException(status(why), refused(action, why, subject));
      case ActionAnswer.Unknown _ ->
          throw new CommandException(ExitStatus.UNAVAILABLE, words.say("unknown", subject));
    }
  }

  /** What may be done instead is another thing for some actions. */
  private String refused(String action, String why, String subject) {
    String reason = words.sayOr("refused." + why, why, subject);
    return words.sayOr(action + ".refused." + why, reason, subject);
  }

  private void say(String sentence) {
    if (!json) {
      out.println(sentence);
    }
  }

  private static ExitStatus status(String why) {
    return switch (why) {
      case "no-such-fault",
          "is-a-drill",
          "no-such-inspection",
          "no-such-code",
          "time-out-of-range",
          "code-needed",
          "no-technicians" ->
          ExitStatus.USAGE;
      case "wrong-code", "locked" -> ExitStatus.NOT_PERMITTED;
      case "busy", "ending" -> ExitStatus.UNAVAILABLE;
      case "storage-refuses" -> ExitStatus.IO;
      default -> ExitStatus.FOUND;
    };
  }
}
