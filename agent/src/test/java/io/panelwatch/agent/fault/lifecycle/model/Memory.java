package io.panelwatch.agent.fault.lifecycle.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every episode of a subject and every look at it, over all boots. What counts is found by going
 * over all of it again.
 */
final class Memory {

  /** Clean boots or days after which nothing more is counted. */
  static final int AGED = 40;

  private static final int DAY = 24 * 3600;

  /** A boot, or a day of it. */
  private record Cycle(int boot, long day) {
    static Cycle of(When when) {
      return new Cycle(when.boot(), when.uptime() / DAY);
    }
  }

  private record Looked(Cycle in, boolean well, boolean fault) {}

  private record Begun(int boot, String faultId) {}

  private final Subject subject;
  private final List<Begun> episodes = new ArrayList<>();
  private final List<Looked> looks = new ArrayList<>();
  private final Set<Integer> bootsThatTold = new HashSet<>();
  private boolean news;
  private Optional<Remembered> remembered = Optional.empty();

  Memory(Subject subject) {
    this.subject = subject;
  }

  /** An episode begins: what it is born with. */
  Episode.Birth begins(String faultId, When first, When now) {
    episodes.add(new Begun(now.boot(), faultId));
    return new Episode.Birth(faultId, subject, first, episodes.size(), begunIn(now.boot()), false);
  }

  /** A look begins, by which something can be told or nothing. */
  void hear(When now, boolean tells) {
    boolean first = tells && bootsThatTold.add(now.boot());
    news = first && !episodes.isEmpty();
  }

  /** What is remembered when something is told; what has just begun begins the count anew. */
  Status status(When now) {
    boolean begins = remembered.map(Remembered::total).orElse(0) < episodes.size();
    return new Status(
        begins ? 0 : Math.min(AGED, clean(Cycle.of(now))),
        bootsThatTold.contains(now.boot()),
        hasFailedIn(now.boot()));
  }

  /** In the look that an episode begins in, that boot is one it has failed in. */
  private boolean hasFailedIn(int boot) {
    return begunIn(boot) > 0 || looks.stream().anyMatch(look -> look.in.boot == boot && look.fault);
  }

  /** A look has come to its end; nothing is kept of what has never failed. */
  void look(When now, boolean well, boolean fault) {
    if (episodes.isEmpty()) {
      return;
    }
    Cycle cycle = Cycle.of(now);
    boolean tested = tested(cycle);
    boolean failed = failed(cycle);
    boolean failedInBoot = hasFailedIn(now.boot());
    int begun = remembered.map(Remembered::total).orElse(0);
    looks.add(new Looked(cycle, well && !fault, fault));
    boolean changed =
        news
            || tested != tested(cycle)
            || failed != failed(cycle)
            || failedInBoot != hasFailedIn(now.boot());
    if (begun != episodes.size() || (changed && !aged())) {
      remembered = Optional.of(remember(cycle));
    }
  }

  private boolean aged() {
    return remembered.filter(known -> known.clean() == AGED).isPresent();
  }

  Optional<Remembered> remembered() {
    return remembered;
  }

  private Remembered remember(Cycle now) {
    return new Remembered(
        subject,
        episodes.size(),
        begunIn(now.boot),
        episodes.getLast().faultId,
        Math.min(AGED, clean(now)),
        now.boot,
        now.day,
        tested(now),
        failed(now),
        bootsThatTold.contains(now.boot),
        hasFailedIn(now.boot));
  }

  private int begunIn(int boot) {
    return (int) episodes.stream().filter(episode -> episode.boot == boot).count();
  }

  /** How many cycles that are over, since the latest in which it failed, have seen it well. */
  private int clean(Cycle now) {
    List<Cycle> cycles = looks.stream().map(Looked::in).distinct().toList();
    int failed = cycles.size() - 1;
    while (failed >= 0 && !failed(cycles.get(failed))) {
      failed--;
    }
    return (int)
        cycles.subList(failed + 1, cycles.size()).stream()
            .filter(cycle -> !cycle.equals(now) && tested(cycle))
            .count();
  }

  private boolean tested(Cycle cycle) {
    return looks.stream().anyMatch(look -> look.in.equals(cycle) && (look.well || look.fault));
  }

  private boolean failed(Cycle cycle) {
    return looks.stream().anyMatch(look -> look.in.equals(cycle) && look.fault);
  }
}
