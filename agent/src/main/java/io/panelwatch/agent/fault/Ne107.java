package io.panelwatch.agent.fault;

/** The status signal of NAMUR NE 107. */
public enum Ne107 {
  /** F: failure. */
  FAILURE("F"),
  /** C: function check. */
  FUNCTION_CHECK("C"),
  /** S: out of specification. */
  OUT_OF_SPECIFICATION("S"),
  /** M: maintenance required. */
  MAINTENANCE("M");

  private final String letter;

  Ne107(String letter) {
    this.letter = letter;
  }

  /** The letter NE 107 gives it. */
  public String letter() {
    return letter;
  }
}
