package io.panelwatch.agent.command;

import io.panelwatch.agent.config.ConfigurationException;
import io.panelwatch.agent.config.ConfigurationReader;
import io.panelwatch.agent.config.HostName;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.line.PowerFailSource;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check-config FILE}: says everything that is wrong with a configuration file. */
@Command(
    name = "check-config",
    description = "Check a configuration file: every error with its line, or nothing.")
final class CheckConfigCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The file, as panelwatch.toml.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException, ConfigurationException {
    var configuration = ConfigurationReader.read(file, HostName.read());
    configuration.withoutEffect(Catalogue.load()).forEach(this::warn);
    try (var board = LinuxBoard.of(Path.of("/"));
        var powerFail =
            new PowerFailSource(configuration.watch().powerFailLine(), board.inputLines())) {
      powerFail.withoutEffect().ifPresent(this::warn);
    }
    spec.commandLine().getErr().println(file + ": good, device " + configuration.device().id());
    return ExitStatus.OK.code();
  }

  private void warn(String warning) {
    spec.commandLine().getErr().println(file + ": " + warning);
  }
}
