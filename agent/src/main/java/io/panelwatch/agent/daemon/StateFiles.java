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
 * <p>Writing blocks for as long as the storage does; {@link #refuses} never does. Thread-safe.
 */
final class StateFiles {

  private final Path folder;
  private final Map<String, String> refused = new LinkedHashMap<>();
  private volatile boolean refuses;

  /** Files in a folder that may be missing. */
  StateFiles(Path folder) {
    this.folder = folder;
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
      file(name).write(text);
      if (refused.remove(name) != null) {
        Logger.info("{} is written again", path(name));
      }
    } catch (IOException e) {
      if (refused.put(name, text) == null) {
        Logger.warn("{} cannot be written and is tried again: {}", path(name), e);
      }
    }
    refuses = !refused.isEmpty();
  }

  /** Moves a file that holds what nobody can read out of the way, so that it can be looked at. */
  synchronized void setAside(String name) {
    try {
      Logger.error("{} is damaged and kept as {}", path(name), file(name).setAside());
    } catch (IOException e) {
      Logger.error("{} is damaged and cannot be set aside: {}", path(name), e);
    }
  }

  /** Writes what was refused before. */
  void retry() {
    if (refuses) {
      writeRefused();
    }
  }

  /** Whether a file waits to be written because the storage refused it. */
  boolean refuses() {
    return refuses;
  }

  private synchronized void writeRefused() {
    Map.copyOf(refused).forEach(this::write);
  }

  private KeptFile file(String name) {
    return new KeptFile(folder.resolve(name));
  }
}
