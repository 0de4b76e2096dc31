package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The errors of one profile, so that reading can go on after each. */
final class Complaints {

  /** A file that is no profile at all would otherwise be told line by line. */
  private static final int MOST = 100;

  /** A word of the file may be as long as the file. */
  private static final int LONGEST = 400;

  private final List<Problem> problems = new ArrayList<>();

  /** Notes an error with its line, or 0 for the whole file. */
  void about(int line, String reason) {
    if (problems.size() < MOST) {
      problems.add(new Problem(line, shortened(reason)));
    }
  }

  /** Throws when there is an error, all of them in the order of lines. */
  void check(String origin) throws ProfileException {
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(Problem::line));
      throw new ProfileException(origin, problems);
    }
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "...";
  }
}
