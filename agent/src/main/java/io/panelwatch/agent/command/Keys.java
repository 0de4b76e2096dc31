package io.panelwatch.agent.command;

import io.panelwatch.hal.linux.KeyTerminal;
import io.panelwatch.hal.linux.KeyTerminal.Heard;
import io.panelwatch.hal.linux.KeyTerminal.Size;
import java.io.IOException;
import java.time.Duration;

/** What somebody who watches types: see {@link KeyTerminal}. */
interface Keys extends AutoCloseable {

  /** From now on each key is heard. */
  void begin();

  /** Waits until something is heard or the time is over. */
  Heard await(Duration longest);

  /** The key that was heard; -1 where the terminal is gone. */
  int key() throws IOException;

  /** Stops the program until it is told to go on. */
  void stop();

  /** How much the terminal shows now. */
  Size size();

  @Override
  void close();

  /** Those of the terminal of this process. */
  static Keys of(KeyTerminal terminal) {
    return new OfTerminal(terminal);
  }

  /** A real terminal's. */
  record OfTerminal(KeyTerminal terminal) implements Keys {

    @Override
    public void begin() {
      terminal.begin();
    }

    @Override
    public Heard await(Duration longest) {
      return terminal.await(longest);
    }

    @Override
    public int key() throws IOException {
      return terminal.key();
    }

    @Override
    public void stop() {
      terminal.stop();
    }

    @Override
    public Size size() {
      return terminal.size();
    }

    @Override
    public void close() {
      terminal.close();
    }
  }
}
