package io.panelwatch.display.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A panel profile that must not reach a panel, with everything that is wrong with it. */
public final class ProfileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * One error.
   *
   * @param line counted from 1; 0 for what concerns the whole file
   * @param reason what is wrong and what is expected
   */
  public record Problem(int line, String reason) {}

  ProfileException(String origin, List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> told(origin, problem))
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  /** Every error, in the order of the lines. */
  public List<Problem> problems() {
    return problems;
  }

  private static String told(String origin, Problem problem) {
    return problem.line() == 0
        ? origin + ": " + problem.reason()
        : origin + ":" + problem.line() + ": " + problem.reason();
  }
}
