package io.panelwatch.display.scene;

import java.util.List;

/**
 * Shares one length (the height of a column, the width of a row) among what stands along it.
 *
 * <p>Those that do not grow get their natural length, the first ones first when it is too short for
 * all. Optional ones are taken in order while everything fits at its natural length. Those that
 * grow share the rest by weight.
 */
final class Track {

  /** The length of an optional item that is left out, and of the gap before it. */
  static final int OMITTED = -1;

  /**
   * What stands along a track.
   *
   * @param natural length in pixels
   * @param weight share of the rest; 0 does not grow
   * @param optional may be left out
   */
  record Item(int natural, int weight, boolean optional) {}

  private Track() {}

  /** The length of each item in pixels, or {@link #OMITTED}. */
  static int[] share(List<Item> items, int available, int gap) {
    int[] lengths = naturalLengths(items, available, gap);
    int fixed = -gap;
    int weights = 0;
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] != OMITTED) {
        Item item = items.get(i);
        fixed += gap + (item.weight == 0 ? item.natural : 0);
        weights += item.weight;
      }
    }
    int rest = Math.max(0, available - fixed);
    int end = 0;
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] == OMITTED) {
        continue;
      }
      int weight = items.get(i).weight;
      if (weight > 0) {
        lengths[i] = (int) ((long) rest * weight / weights);
        rest -= lengths[i];
        weights -= weight;
      }
      lengths[i] = Math.clamp(available - end, 0, lengths[i]);
      end += lengths[i] + gap;
    }
    return lengths;
  }

  private static int[] naturalLengths(List<Item> items, int available, int gap) {
    int[] lengths = new int[items.size()];
    int used = -gap;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = items.get(i).optional ? OMITTED : items.get(i).natural;
      used += items.get(i).optional ? 0 : gap + items.get(i).natural;
    }
    for (int i = 0; i < lengths.length; i++) {
      Item item = items.get(i);
      if (item.optional && used + gap + item.natural <= available) {
        lengths[i] = item.natural;
        used += gap + item.natural;
      }
    }
    return lengths;
  }
}
