package io.panelwatch.agent.command;

import java.io.Console;
import java.util.Optional;

/** The person at the terminal, where there is one. */
interface Terminal {

  /** Whether somebody is there: the program reads from one and writes to one. */
  boolean isThere();

  /**
   * Asks for what nobody else is to see.
   *
   * @return what was typed, without an echo, which whoever asked overwrites after use; empty where
   *     there is no terminal, or where it was closed instead of an answer
   */
  Optional<char[]> secret(String question);

  /**
   * Asks for a line.
   *
   * @return what was typed; empty where there is no terminal, or where it was closed
   */
  Optional<String> line(String question);

  /** The terminal that this program was started from. */
  static Terminal ofThisProcess() {
    // Whether there is one at all depends on the Java: it may be null, or not be a terminal.
    return new OfConsole(Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }

  /**
   * A real one, or none.
   *
   * @param console where somebody sits
   */
  record OfConsole(Optional<Console> console) implements Terminal {

    @Override
    public boolean isThere() {
      return console.isPresent();
    }

    @Override
    public Optional<char[]> secret(String question) {
      return console.map(open -> open.readPassword("%s ", question));
    }

    @Override
    public Optional<String> line(String question) {
      return console.map(open -> open.readLine("%s ", question));
    }
  }
}
