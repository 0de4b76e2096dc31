package io.panelwatch.display.profile;

import java.util.List;
import java.util.Map;

/**
 * A profile by key and sequence, before anything is known of what its words mean.
 *
 * @param entries the lines of each key, in the order of the file
 * @param sequences the lines of each sequence
 */
record ProfileText(Map<String, List<Line>> entries, Map<String, List<Line>> sequences) {

  /**
   * The words of one line; of a key's line, those after the key.
   *
   * @param number counted from 1
   */
  record Line(int number, List<String> words) {}
}
