package io.panelwatch.agent.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code version}: which version this is. */
@Command(name = "version", description = "Say which version this is.")
final class VersionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().println("panelwatch " + ProgramVersion.current());
    return ExitStatus.OK.code();
  }
}
