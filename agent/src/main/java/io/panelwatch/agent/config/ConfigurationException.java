package io.panelwatch.agent.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration was refused, whole; holds everything that is wrong with it. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationError> errors;

  /**
   * @param errors at least one, in the order of the file
   */
  public ConfigurationException(List<ConfigurationError> errors) {
    super(errors.stream().map(ConfigurationError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** What is wrong, in the order of the file. */
  public List<ConfigurationError> errors() {
    return errors;
  }
}
