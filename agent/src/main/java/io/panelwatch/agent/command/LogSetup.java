package io.panelwatch.agent.command;

import java.util.Map;

/**
 * Adapts the log to who reads it. Must come before the first line is logged, because tinylog reads
 * its configuration ({@code tinylog.properties}) once.
 */
final class LogSetup {

  private LogSetup() {}

  /**
   * Sets what differs from the file, unless somebody did by hand.
   *
   * @param verbose debug and stack traces
   * @param environment tells whether the journal reads along and has its own time stamps ({@code
   *     JOURNAL_STREAM}, systemd.exec(5))
   */
  static void apply(boolean verbose, Map<String, String> environment) {
    if (environment.containsKey("JOURNAL_STREAM")) {
      set("tinylog.writer.format", "{level}: {message}");
    }
    if (verbose) {
      set("tinylog.level", "debug");
      set("tinylog.level@com.pi4j", "info");
      set("tinylog.writer.exception", "");
    }
  }

  private static void set(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
