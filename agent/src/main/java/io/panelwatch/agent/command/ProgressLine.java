package io.panelwatch.agent.command;

import io.panelwatch.agent.store.Backup;
import java.io.PrintWriter;

/**
 * How far something is: on a terminal in one line that changes, elsewhere in one that is printed
 * once.
 */
final class ProgressLine implements Backup.Progress {

  private static final int NONE = -1;

  private final Terminal terminal;
  private final PrintWriter err;
  private final String what;
  private int told = NONE;

  /**
   * @param err gets it, because standard output is for what was asked for
   * @param what is done
   */
  ProgressLine(Terminal terminal, PrintWriter err, String what) {
    this.terminal = terminal;
    this.err = err;
    this.what = what;
  }

  @Override
  public void at(long done, long all) {
    int percent = all == 0 ? 100 : (int) (100 * done / all);
    if (terminal.isThere() && percent != told) {
      err.printf("\r%s %3d %%%s", what, percent, percent == 100 ? System.lineSeparator() : "");
      err.flush();
    } else if (told == NONE) {
      err.println(what);
    }
    told = percent;
  }
}
