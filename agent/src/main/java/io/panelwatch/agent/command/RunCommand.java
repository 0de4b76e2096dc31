package io.panelwatch.agent.command;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.config.ConfigurationException;
import io.panelwatch.agent.config.DisplaySettings.Driver;
import io.panelwatch.agent.config.HostName;
import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.daemon.Daemon;
import io.panelwatch.agent.daemon.DaemonSetup;
import io.panelwatch.agent.daemon.Termination;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinylog.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: the daemon on this board, until SIGTERM or Ctrl-C. */
@Command(
    name = "run",
    description = {
      "Run the daemon on this board, with no configuration file at all if need be.",
      "It ends within 2 seconds of SIGTERM or Ctrl-C, with exit status 0."
    })
final class RunCommand implements Callable<Integer> {

  private static final Path USUAL_CONFIG = Path.of("/etc/panelwatch/panelwatch.toml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration. Default: /etc/panelwatch/panelwatch.toml if there is one, else"
              + " everything has its default.")
  private Optional<Path> config = Optional.empty();

  @Override
  public Integer call()
      throws IOException, ConfigurationException, CommandException, InterruptedException {
    StandardFolders folders = StandardFolders.ofThisProcess();
    folders.warnings().forEach(Logger::warn);
    BoardConfiguration read = configuration(folders);
    sayWhatIsOff(read.configuration());
    try (var termination = Termination.onSignal();
        var board = LinuxBoard.of(Path.of("/"), read.configuration().watchList());
        var daemon = Daemon.start(setup(board, read, folders))) {
      daemon.onStuck(termination::fail);
      Logger.info("panelwatch {} watches {}", ProgramVersion.current(), daemon.state().device());
      termination.await();
    }
    return ExitStatus.OK.code();
  }

  private BoardConfiguration configuration(StandardFolders folders)
      throws IOException, ConfigurationException {
    // A file in a folder that may not be entered is one that cannot be read, and not none.
    Optional<Path> usual = Optional.of(USUAL_CONFIG).filter(path -> !Files.notExists(path));
    Optional<Path> file = config.or(() -> usual);
    return BoardConfiguration.read(file, folders.state(), HostName.read());
  }

  private static DaemonSetup setup(
      LinuxBoard board, BoardConfiguration read, StandardFolders folders) {
    return new DaemonSetup(
        board,
        Optional.empty(),
        Optional.empty(),
        read.configuration(),
        read.refused(),
        folders.state(),
        Optional.of(folders.run()),
        ZoneId.systemDefault(),
        ProgramVersion.current());
  }

  /** A board is watched without an LCD and without a broker too; that must not be a surprise. */
  private static void sayWhatIsOff(Configuration configuration) throws CommandException {
    Driver driver = configuration.display().driver();
    switch (driver) {
      case AUTO -> Logger.info("no LCD is driven: this version has no binding of real panels yet");
      case NONE -> Logger.info("no LCD is driven: [display] driver is none");
      case FBDEV, DRM, SPI ->
          throw new CommandException(
              ExitStatus.UNAVAILABLE,
              "[display] driver %s has no binding to real hardware in this version: use none or auto"
                  .formatted(driver.text()));
    }
    if (configuration.broker().url().isEmpty()) {
      Logger.info("no [broker] url is configured: faults are kept and not reported");
    }
  }
}
