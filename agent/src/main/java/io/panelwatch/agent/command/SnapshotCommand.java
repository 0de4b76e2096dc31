package io.panelwatch.agent.command;

import io.panelwatch.agent.config.StandardFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code snapshot FILE.png}: what the running daemon's LCD shows. */
@Command(
    name = "snapshot",
    description = "Save what the LCD of the running daemon shows, decoded from what was sent.")
final class SnapshotCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE.png", description = "Where the picture goes; replaced if there.")
  private Path file = Path.of("");

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "The daemon's state folder, where it is not the usual one.")
  private Optional<Path> state = Optional.empty();

  @Override
  public Integer call() throws IOException {
    // Asked before anything is written: a daemon that is away leaves an old picture alone.
    byte[] png = new AgentMemory(state, StandardFolders.ofThisProcess()).daemon().snapshot();
    Files.write(file, png);
    return ExitStatus.OK.code();
  }
}
