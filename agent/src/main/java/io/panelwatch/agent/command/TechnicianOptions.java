package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who a technician is, for what takes one; the code is asked for at the terminal. */
final class TechnicianOptions {

  /** Where a person is asked, and in which language. */
  record Asking(Terminal terminal, Language language) {}

  @Option(
      names = "--technician",
      paramLabel = "NAME",
      description = "Who you are, as panelwatch technician add knows it.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--code-file",
      paramLabel = "FILE",
      description = "Take the code from a file's first line instead of the terminal.")
  private Optional<Path> codeFile = Optional.empty();

  /**
   * Has it done, and asks for the code where somebody says who it is.
   *
   * @param asking where it is asked for
   */
  ActionAnswer signed(AgentMemory memory, Action action, Asking asking)
      throws IOException, CommandException {
    if (name.isEmpty()) {
      return memory.signed(action, Optional.empty());
    }
    var words = UserLanguage.words("technician", asking.language());
    char[] code = new CodeEntry(asking.terminal(), codeFile, words).code("code.personal");
    try {
      return memory.signed(action, Optional.of(new Credentials(name.get(), code)));
    } finally {
      Arrays.fill(code, ' ');
    }
  }
}
