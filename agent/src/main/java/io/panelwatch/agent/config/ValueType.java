package io.panelwatch.agent.config;

/** Turns what TOML has into what the configuration wants, or says why it cannot. */
@FunctionalInterface
interface ValueType<T> {

  /**
   * The value that the file means.
   *
   * @param raw as tomlj gives it: String, Long, Double, Boolean, a date or time, an array or a
   *     table
   * @throws BadValueException when it is not one of these
   */
  T of(Object raw) throws BadValueException;

  /** A value that is not taken; its message says what is wrong and what is expected. */
  final class BadValueException extends Exception {

    private static final long serialVersionUID = 1L;

    BadValueException(String problem) {
      super(problem);
    }
  }
}
