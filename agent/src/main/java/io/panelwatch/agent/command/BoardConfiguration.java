package io.panelwatch.agent.command;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.config.ConfigurationException;
import io.panelwatch.agent.config.ConfigurationReader;
import io.panelwatch.agent.store.KeptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * The configuration that the daemon runs with: the file's, or the last good one where the file is
 * refused or cannot be read. A board whose file was spoiled by a slip of the editor, of chmod, or
 * of its card must go on watching.
 *
 * @param configuration what holds
 * @param refused whether that is the last good one
 */
record BoardConfiguration(Configuration configuration, boolean refused) {

  /** Beside the fault memory, so that it is there whenever that is. */
  static final String LAST_GOOD = "last-good.toml";

  /**
   * Reads a file, and keeps a copy of it once it is found to be good: from that copy the shell
   * knows what the daemon of a state folder is while it does not run.
   *
   * @param file empty where there is none: then everything has its default, and the copy is empty
   * @param hostName names the device where the file does not
   * @throws IOException when the file cannot be read and no good one is kept
   * @throws ConfigurationException when it is refused and no good one is kept, with every error
   */
  static BoardConfiguration read(Optional<Path> file, Path stateFolder, String hostName)
      throws IOException, ConfigurationException {
    var lastGood = new KeptFile(stateFolder.resolve(LAST_GOOD));
    if (file.isEmpty()) {
      keep("", lastGood);
      return new BoardConfiguration(Configuration.defaults(hostName), false);
    }
    try {
      String text = ConfigurationReader.textOf(file.get());
      Configuration read = ConfigurationReader.parse(file.get().toString(), text, hostName);
      keep(text, lastGood);
      return new BoardConfiguration(read, false);
    } catch (ConfigurationException refusal) {
      Configuration kept = lastGood(lastGood, hostName).orElseThrow(() -> refusal);
      refusal.errors().forEach(error -> Logger.error("{}", error));
      return instead(kept, file.get(), lastGood);
    } catch (IOException unreadable) {
      Configuration kept = lastGood(lastGood, hostName).orElseThrow(() -> unreadable);
      Logger.error("the configuration cannot be read: {}", unreadable.toString());
      return instead(kept, file.get(), lastGood);
    }
  }

  /**
   * What the daemon of a state folder ran with last; nothing is written.
   *
   * @param hostName names the device where its configuration did not
   * @return empty where no daemon has run on that folder
   */
  static Optional<Configuration> lastUsed(Path stateFolder, String hostName) {
    return lastGood(new KeptFile(stateFolder.resolve(LAST_GOOD)), hostName);
  }

  private static BoardConfiguration instead(Configuration kept, Path file, KeptFile lastGood) {
    Logger.error("{} is of no use; the last good one of {} is in use", file, lastGood.path());
    return new BoardConfiguration(kept, true);
  }

  private static Optional<Configuration> lastGood(KeptFile file, String hostName) {
    try {
      Optional<String> text = file.read();
      return text.isPresent()
          ? Optional.of(ConfigurationReader.parse(file.path().toString(), text.get(), hostName))
          : Optional.empty();
    } catch (IOException | ConfigurationException e) {
      Logger.warn("{} is of no use either: {}", file.path(), e.getMessage());
      return Optional.empty();
    }
  }

  private static void keep(String text, KeptFile lastGood) {
    try {
      if (!lastGood.read().equals(Optional.of(text))) {
        lastGood.write(text);
      }
    } catch (IOException e) {
      Logger.warn("the configuration is good, and no copy of it can be kept: {}", e.getMessage());
    }
  }
}
