package io.panelwatch.agent.fault.lifecycle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The shortest form of a story that fails: without any event that it fails without. */
public final class Shortest {

  private Shortest() {}

  /**
   * Leaves out one event after the other, until none can be left out.
   *
   * @param story one that fails
   * @param fails whether a story does
   */
  public static List<Event> of(List<Event> story, Predicate<List<Event>> fails) {
    List<Event> shortest = List.copyOf(story);
    int next = 0;
    while (next < shortest.size()) {
      var shorter = new ArrayList<>(shortest);
      shorter.remove(next);
      if (fails.test(shorter)) {
        shortest = List.copyOf(shorter);
        next = 0;
      } else {
        next++;
      }
    }
    return shortest;
  }
}
