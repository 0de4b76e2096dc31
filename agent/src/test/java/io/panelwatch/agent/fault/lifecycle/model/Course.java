package io.panelwatch.agent.fault.lifecycle.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that was ever seen of one level of a subject since the agent started. What it means is
 * found by going over all of it again, each time it is asked.
 */
final class Course {

  /** Off-delays of no more seconds begin anew with a start of the agent. */
  private static final int SHORT_OFF_DELAY = 600;

  /** What comes and goes too often is held until it was quiet for so many seconds. */
  private static final int QUIET = 1800;

  private record Seen(long second, Sight.Is is) {}

  private final Law law;
  private final List<Seen> all = new ArrayList<>();

  /** How long it was gone before the agent was started, as far as that was kept. */
  private long cleanBefore;

  /** How long it was quiet before, likewise. */
  private long quietBefore;

  /** Which look found that it comes and goes too often. */
  private int heldFrom;

  Course(Law law) {
    this.law = law;
  }

  void add(long second, Sight.Is is) {
    all.add(new Seen(second, is));
  }

  /** A start of the agent: what was seen before it counts no more, but for long off-delays. */
  void restart() {
    cleanBefore = kept();
    quietBefore = keptQuiet();
    heldFrom = 0;
    all.clear();
  }

  /** Whether what is seen now is confirmed: for the on-delay, or often enough. */
  boolean isConfirmed() {
    if (all.isEmpty() || all.getLast().is != Sight.Is.THERE) {
      return false;
    }
    long now = all.getLast().second;
    List<Long> stretch = stretch(all);
    return (now - stretch.getFirst() >= law.onDelay() && stretch.size() >= law.reads())
        || (law.times() > 0 && sightings(all).size() >= law.times());
  }

  /**
   * Since when what is not confirmed yet is seen; empty where nothing is. That is one first sight
   * for as long as something of what made it pending still counts.
   */
  OptionalLong firstSeen() {
    if (counting(all).isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong first = OptionalLong.empty();
    Set<Long> before = Set.of();
    for (int looks = 1; looks <= all.size(); looks++) {
      Set<Long> counting = counting(all.subList(0, looks));
      if (Collections.disjoint(before, counting)) {
        first = counting.stream().mapToLong(Long::longValue).min();
      }
      before = counting;
    }
    return first;
  }

  private Set<Long> counting(List<Seen> past) {
    var counting = new HashSet<>(stretch(past));
    counting.addAll(sightings(past));
    return counting;
  }

  /**
   * Whether it is gone: since it was last there it was seen to be gone for the off-delay without a
   * gap.
   */
  boolean isGone() {
    for (int looks = all.size(); looks > 0 && all.get(looks - 1).is != Sight.Is.THERE; looks--) {
      if (isGoneForItsDelay(all.subList(0, looks))) {
        return true;
      }
    }
    return false;
  }

  /** It comes and goes too often: from now on it is to be quiet. */
  void hold() {
    heldFrom = all.size() - 1;
    quietBefore = 0;
  }

  /** Whether it was quiet for half an hour: as long as all looks that found it gone, together. */
  boolean isQuiet() {
    return quiet(all) >= QUIET;
  }

  private long keptQuiet() {
    long kept = quietBefore;
    for (int looks = heldFrom + 1; looks <= all.size(); looks++) {
      long quiet = quiet(all.subList(0, looks));
      kept = quiet == 0 || quiet - kept >= QUIET / 8 ? quiet : kept;
    }
    return kept;
  }

  private long quiet(List<Seen> past) {
    long quiet = quietBefore;
    for (int i = heldFrom; i < past.size(); i++) {
      if (past.get(i).is == Sight.Is.THERE) {
        quiet = 0;
      } else if (i > heldFrom
          && past.get(i).is == Sight.Is.GONE
          && past.get(i - 1).is == Sight.Is.GONE) {
        quiet += past.get(i).second - past.get(i - 1).second;
      }
    }
    return quiet;
  }

  private boolean isGoneForItsDelay(List<Seen> past) {
    int clear = clear(past);
    return clear > 0 && clear >= law.reads() && clean(past) >= law.offDelay();
  }

  /** For how long the latest stretch of looks that found it gone lasts. */
  private long clean(List<Seen> past) {
    int clear = clear(past);
    if (clear == 0) {
      return 0;
    }
    long before = clear == past.size() ? cleanBefore : 0;
    return before + past.getLast().second - past.get(past.size() - clear).second;
  }

  /** How many of the latest looks found it gone, one after the other. */
  private static int clear(List<Seen> past) {
    int from = past.size();
    while (from > 0 && past.get(from - 1).is == Sight.Is.GONE) {
      from--;
    }
    return past.size() - from;
  }

  /** How far it has come at the latest look that was kept: one each eighth of a long delay. */
  private long kept() {
    long kept = cleanBefore;
    for (int looks = 1; looks <= all.size(); looks++) {
      long clean = clean(all.subList(0, looks));
      kept = clean == 0 || clean - kept >= law.offDelay() / 8 ? clean : kept;
    }
    return law.offDelay() > SHORT_OFF_DELAY ? kept : 0;
  }

  /**
   * The reads of the latest stretch in which it was there. Where nothing could be read for the
   * on-delay, nobody knows that it was there all the time: it begins again.
   */
  private List<Long> stretch(List<Seen> past) {
    var there = new ArrayList<Long>();
    OptionalLong blind = OptionalLong.empty();
    for (Seen seen : past) {
      switch (seen.is) {
        case THERE -> {
          if (law.onDelay() > 0
              && blind.isPresent()
              && seen.second - blind.getAsLong() >= law.onDelay()) {
            there.clear();
          }
          there.add(seen.second);
          blind = OptionalLong.empty();
        }
        case UNREADABLE -> blind = blind.isPresent() ? blind : OptionalLong.of(seen.second);
        case IN_BETWEEN, GONE -> {
          there.clear();
          blind = OptionalLong.empty();
        }
      }
    }
    return there;
  }

  /** The reads that saw it, of those that still count; none where the table counts none. */
  private List<Long> sightings(List<Seen> past) {
    return past.stream()
        .filter(seen -> seen.is == Sight.Is.THERE)
        .map(Seen::second)
        .filter(second -> past.getLast().second - second < law.window())
        .toList();
  }
}
