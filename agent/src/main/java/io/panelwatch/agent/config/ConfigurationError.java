package io.panelwatch.agent.config;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 * @param key dotted: {@code display.rotation}; empty where the text is no TOML at all
 * @param problem what is wrong, what is expected
 */
public record ConfigurationError(String file, int line, int column, String key, String problem) {

  /** {@code file:line:column: key: what is wrong, what is expected}, in one line. */
  @Override
  public String toString() {
    String where = file + ":" + line + ":" + column + ": ";
    return key.isEmpty() ? where + problem : where + key + ": " + problem;
  }
}
