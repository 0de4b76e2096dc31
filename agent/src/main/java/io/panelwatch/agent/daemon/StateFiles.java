package io.panelwatch.agent.daemon;

import io.panelwatch.agent.store.KeptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tinylog.Logger;

/**
 * The small files that parts of the daemon keep in the state folder, and how the storage took them.
 * What it refuses to write is tried again with each {@link #retry}, the newest text of each file,
 * and shows meanwhile: on a quiet board nothing else is written that could.
 *
 * <p>Writing blocks for as long as the storage does; {@link #state} never does. Thread-safe.
 */
final class StateFiles {

  /** Puts a text in a file's place. */
  interface Writing {
    /**
     * All of it or none.
     *
     * @throws IOException when the storage refuses
     */
    void write(Path file, String text) throws IOException;
  }

  private record Refused(String text, StoreState why) {}

  private final Path folder;
  private final Writing writing;
  private final Map<String, Refused> refused = new LinkedHashMap<>();
  private volatile StoreState state = StoreState.WRITABLE;

  /** Files in a folder that may be missing. */
  StateFiles(Path folder) {
    this(folder, (file, text) -> new KeptFile(file).write(text));
  }

  /** The same on another storage. */
  StateFiles(Path folder, Writing writing) {
    this.folder = folder;
    this.writing = writing;
  }

  /** Where a file is. */
  Path path(String name) {
    return file(name).path();
  }

  /** The text of a file; empty where there is none, and where it cannot be read. */
  synchronized String read(String name) {
    try {
      return file(name).read().orElse("");
    } catch (IOException e) {
      Logger.warn("{} cannot be read and counts as empty: {}", path(name), e);
      return "";
    }
  }

  /** Replaces the text of a file, now or with a later {@link #retry}. */
  synchronized void write(String name, String text) {
    try {
      writing.write(path(name), text);
      if (refused.remove(name) != null) {
        Logger.info("{} is written again", path(name));
      }
    } catch (IOException e) {
      if (refused.put(name, new Refused(text, StoreState.after(e))) == null) {
        Logger.warn("{} cannot be written and is tried again: {}", path(name), e);
      }
    }
    state = refused.values().stream().map(Refused::why).reduce(StoreState.WRITABLE, StoreState::or);
  }

  /** Moves a file that holds what nobody can read out of the way, so that it can be looked at. */
  synchronized void setAside(String name) {
    try {
      Logger.error("{} is damaged and kept as {}", path(name), file(name).setAside());
    } catch (IOException e) {
      Logger.error("{} is damaged and cannot be set aside: {}", path(name), e);
    }
  }

  /** Moves a file away that is of no more use; where that fails it is found again. */
  synchronized void putAway(String name) {
    try {
      file(name).putAway();
    } catch (IOException e) {
      Logger.warn("{} cannot be put away: {}", path(name), e);
    }
  }

  /** Writes what was refused before. */
  void retry() {
    if (state != StoreState.WRITABLE) {
      writeRefused();
    }
  }

  /** How the storage took them; of several that wait to be written the worst. */
  StoreState state() {
    return state;
  }

  private synchronized void writeRefused() {
    Map.copyOf(refused).forEach((name, file) -> write(name, file.text));
  }

  private KeptFile file(String name) {
    return new KeptFile(folder.resolve(name));
  }
}
