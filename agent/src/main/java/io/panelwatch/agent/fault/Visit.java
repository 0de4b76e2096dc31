package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A service visit: while it is open the device is in class C of NAMUR NE 107 (function check), and
 * what begins to fail under the technician's hands calls for no other one.
 *
 * @param id of the visit, in the letters and digits of a faultId
 * @param opened when it began
 * @param all whether the whole device is worked on, and not only what failed
 * @param works the faults that it is for
 * @param retests what the latest retest of a fault in this visit came to, by faultId
 * @param by the technician
 */
public record Visit(
    String id,
    Stamp opened,
    boolean all,
    List<Work> works,
    Map<String, RetestResult> retests,
    Actor by) {

  /** One that nobody has closed by then is closed: a forgotten one would mute the device. */
  public static final Duration LONGEST = Duration.ofHours(8);

  /**
   * A fault that a visit is for.
   *
   * @param faultId which; it may end in the visit
   * @param code of the fault
   * @param component of the fault
   */
  public record Work(String faultId, String code, String component) {

    /** That fault. */
    public static Work on(Fault fault) {
      return new Work(fault.faultId(), fault.code(), fault.component());
    }
  }

  public Visit {
    works = List.copyOf(works);
    retests = Collections.unmodifiableMap(new TreeMap<>(retests));
  }

  /** Whether it was forgotten. */
  public boolean isOver(Stamp now) {
    return opened.passed(LONGEST, now);
  }

  /** The faults that it is for. */
  public Set<String> faultIds() {
    return works.stream().map(Work::faultId).collect(Collectors.toSet());
  }

  /** Whether a fault that begins meanwhile is of what is worked on. */
  public boolean concerns(String component) {
    return all || works.stream().anyMatch(work -> work.component().equals(component));
  }

  /** The faults whose latest retest in this visit was passed. */
  public Set<String> passed() {
    return retests.entrySet().stream()
        .filter(retest -> retest.getValue() == RetestResult.PASSED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The same before a retest of that fault, while one is under way, or once none counts. */
  public Visit without(String faultId) {
    var others = new TreeMap<>(retests);
    others.remove(faultId);
    return new Visit(id, opened, all, works, others, by);
  }

  /** The same, after another retest. */
  public Visit with(String faultId, RetestResult result) {
    var more = new TreeMap<>(retests);
    more.put(faultId, result);
    return new Visit(id, opened, all, works, more, by);
  }
}
