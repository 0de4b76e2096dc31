package io.panelwatch.agent.command;

/** What the program's exit status says, after sysexits.h. */
public enum ExitStatus {
  /** Done. */
  OK(0),
  /** Something was looked for and found to be wrong. */
  FOUND(1),
  /** Wrong words on the command line (EX_USAGE). */
  USAGE(64),
  /** A device, a daemon or a broker is not there (EX_UNAVAILABLE). */
  UNAVAILABLE(69),
  /** A defect of this program (EX_SOFTWARE); not a promise. */
  SOFTWARE(70),
  /** Input or output failed (EX_IOERR). */
  IO(74),
  /** Not permitted (EX_NOPERM). */
  NOT_PERMITTED(77),
  /** The configuration is refused (EX_CONFIG). */
  CONFIGURATION(78);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }
}
