package io.panelwatch.agent.command;

import java.util.Optional;

/**
 * Asks a person whether something is meant that cannot be undone.
 *
 * @param terminal where they sit, if anybody does
 * @param nobody what to say where nobody can be asked
 * @param declined what to say when it is not meant
 */
record Question(Terminal terminal, String nobody, String declined) {

  /**
   * Returns when it is meant.
   *
   * @throws CommandException when it is not, or when there is nobody to ask
   */
  void confirm(String question) throws CommandException {
    Optional<String> answer = terminal.line(question);
    if (answer.isEmpty()) {
      throw new CommandException(ExitStatus.USAGE, nobody);
    }
    if (!answer.get().strip().equalsIgnoreCase("y")) {
      throw new CommandException(ExitStatus.FOUND, declined);
    }
  }
}
