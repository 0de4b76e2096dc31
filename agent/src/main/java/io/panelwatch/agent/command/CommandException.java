package io.panelwatch.agent.command;

/** A command cannot do what it was asked; its message is the sentence for the user. */
public final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  /**
   * @param status what the program ends with
   * @param sentence what, where, what to do; no line feed
   */
  public CommandException(ExitStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** What the program ends with. */
  public ExitStatus status() {
    return status;
  }
}
