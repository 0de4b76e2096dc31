package io.panelwatch.agent.store;

import io.panelwatch.agent.inspection.InspectionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people have looked at, in memory. As in {@link InspectionTable}, one leaves for another of
 * its item only, and of one that is here only its day can come to be known. Not thread-safe.
 */
final class HeldInspections {

  private final int mostOfItem;
  private final Map<String, List<InspectionRecord>> byItem = new TreeMap<>();

  /**
   * None yet.
   *
   * @param mostOfItem so many of an item are held, 1 or more
   */
  HeldInspections(int mostOfItem) {
    this.mostOfItem = mostOfItem;
  }

  /** Adds one, or says of one that is here what has come to be known. */
  void add(InspectionRecord done) {
    List<InspectionRecord> ofItem = byItem.computeIfAbsent(done.item(), item -> new ArrayList<>());
    for (int i = 0; i < ofItem.size(); i++) {
      if (isSame(ofItem.get(i), done)) {
        ofItem.set(i, done);
        return;
      }
    }
    ofItem.add(done);
    if (ofItem.size() > mostOfItem) {
      ofItem.removeFirst();
    }
  }

  private static boolean isSame(InspectionRecord one, InspectionRecord other) {
    return one.at().bootId().equals(other.at().bootId())
        && one.at().uptimeMillis() == other.at().uptimeMillis();
  }

  /** The latest of each item, by item. */
  List<InspectionRecord> latest() {
    return byItem.values().stream().map(List::getLast).toList();
  }

  /** Each time, by item and the oldest first. */
  List<InspectionRecord> all() {
    return byItem.values().stream().flatMap(List::stream).toList();
  }
}
