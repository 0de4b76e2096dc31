package io.panelwatch.agent.command;

import java.util.concurrent.Callable;

/**
 * A command that another module brings, found by {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * provides io.panelwatch.agent.command.Subcommand with DemoSubcommand;
 * opens io.panelwatch.simulator to info.picocli;
 * }</pre>
 */
public interface Subcommand {

  /** The word on the command line: {@code demo}. Must match the command's own annotation. */
  String name();

  /**
   * The command itself, an object with picocli's {@code @Command}, whose module opens its package
   * to {@code info.picocli}. Its result is the exit status, best one of {@link ExitStatus}; it
   * throws like the agent's own commands do, a {@link CommandException} or an {@link
   * java.io.IOException} with one sentence for the user. Standard output is {@code
   * spec.commandLine().getOut()}.
   */
  Callable<Integer> command();
}
