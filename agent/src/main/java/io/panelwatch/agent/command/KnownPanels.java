package io.panelwatch.agent.command;

import io.panelwatch.display.profile.PanelProfiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The panel profiles that a command may be told to use. */
public final class KnownPanels {

  private KnownPanels() {}

  /**
   * Those that come with the engine, and those of a folder.
   *
   * @param named what {@code --folder} names; empty: {@link PanelProfiles#FOLDER}, where a board
   *     need not have any
   * @throws CommandException when there is no such folder: who names one means to use it
   */
  public static PanelProfiles of(Optional<Path> named) throws CommandException {
    if (named.isPresent() && !Files.isDirectory(named.get())) {
      throw new CommandException(
          ExitStatus.USAGE, "--folder %s is no folder: name one that is".formatted(named.get()));
    }
    return PanelProfiles.with(named.orElse(PanelProfiles.FOLDER));
  }
}
