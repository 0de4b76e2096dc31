package io.panelwatch.agent.service;

/**
 * Who somebody claims to be, and the personal code that is to prove it. The code is not told by
 * {@link #toString}, and who made this overwrites it after use.
 */
public final class Credentials {

  private final String technician;
  private final char[] code;

  /**
   * The claim to be that technician.
   *
   * @param code as it was entered; it is not copied
   */
  public Credentials(String technician, char[] code) {
    this.technician = technician;
    this.code = code;
  }

  /** The name. */
  public String technician() {
    return technician;
  }

  /** As it was entered. */
  public char[] code() {
    return code;
  }

  @Override
  public String toString() {
    return "Credentials of " + technician;
  }
}
