package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import io.panelwatch.agent.inspection.InspectionRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Episodes, arrangements and inspections as they now are, in memory. Not thread-safe. */
final class Known {

  private final Map<String, Resumed> episodes = new LinkedHashMap<>();
  private final Map<List<String>, DtcEntry> memory = new LinkedHashMap<>();
  private final HeldInspections inspections;
  private Arrangements arrangements;

  /**
   * @param kept what is known so far
   * @param latest when each item was looked at last
   * @param mostInspections so many times that an item was looked at are held
   */
  Known(Recollection kept, List<InspectionRecord> latest, int mostInspections) {
    inspections = new HeldInspections(mostInspections);
    kept.episodes().forEach(episode -> episodes.put(episode.fault().faultId(), episode));
    kept.memory().forEach(this::remember);
    arrangements = kept.arrangements();
    latest.forEach(inspections::add);
  }

  private void remember(DtcEntry entry) {
    memory.put(List.of(entry.code(), entry.component()), entry);
  }

  /** Those of a batch that is not followed yet by which somebody is called. */
  List<Alarm> alarms(Batch batch) {
    var alarms = new ArrayList<Alarm>();
    var changed = new HashMap<String, Fault>();
    for (FaultTransition transition : batch.transitions()) {
      String id = transition.fault().faultId();
      Optional<Fault> before =
          Optional.ofNullable(changed.get(id))
              .or(() -> Optional.ofNullable(episodes.get(id)).map(Resumed::fault));
      if (transition.callsAnew(before)) {
        alarms.add(Alarm.of(transition));
      }
      changed.put(id, transition.fault());
    }
    return alarms;
  }

  /** Follows what is kept. */
  void take(Batch batch) {
    for (FaultTransition transition : batch.transitions()) {
      String id = transition.fault().faultId();
      Resumed before = episodes.get(id);
      episodes.put(
          id,
          before == null
              ? Resumed.of(transition.fault())
              : new Resumed(transition.fault(), before.clean(), before.quiet()));
    }
    for (Checkpoint checkpoint : batch.checkpoints()) {
      episodes.computeIfPresent(
          checkpoint.faultId(),
          (id, before) -> new Resumed(before.fault(), checkpoint.clean(), checkpoint.quiet()));
    }
    batch.memory().forEach(this::remember);
    batch.inspections().forEach(inspections::add);
    arrangements = batch.arrangements().orElse(arrangements);
  }

  /** Lets the oldest of those go that are over, but for so many. */
  void forgetEnded(int most) {
    List<String> ended =
        all().stream().filter(fault -> !fault.active()).map(Fault::faultId).toList();
    ended.stream().limit(Math.max(0, ended.size() - most)).forEach(episodes::remove);
  }

  /** Lets all go that was remembered but for that. */
  void rememberOnly(List<DtcEntry> kept) {
    memory.clear();
    kept.forEach(this::remember);
  }

  /**
   * Which one the next episode of a code on a component is.
   *
   * @param ofKept the same by the episodes that are kept: an entry counts those that have left, too
   */
  Occurrence nextOccurrence(String code, String component, String bootId, Occurrence ofKept) {
    return remembered(code, component)
        .map(entry -> after(entry, bootId))
        .filter(remembered -> remembered.total() >= ofKept.total())
        .orElse(ofKept);
  }

  private Optional<DtcEntry> remembered(String code, String component) {
    return Optional.ofNullable(memory.get(List.of(code, component)));
  }

  private static Occurrence after(DtcEntry entry, String bootId) {
    int inBoot = entry.cycle().bootId().equals(bootId) ? entry.thisBoot() : 0;
    return new Occurrence(entry.total() + 1, inBoot + 1);
  }

  /** Every episode, the oldest first. */
  List<Fault> all() {
    return episodes.values().stream().map(Resumed::fault).toList();
  }

  /** Those that are active, with what is remembered of their code on their component now. */
  List<Fault> active() {
    return all().stream().filter(Fault::active).map(this::asRemembered).toList();
  }

  /** The fault with what is remembered of its like; a drill is remembered nowhere. */
  Fault asRemembered(Fault fault) {
    return fault.test()
        ? fault
        : remembered(fault.code(), fault.component()).map(is -> is.tell(fault)).orElse(fault);
  }

  /** When each item was looked at last, by item. */
  List<InspectionRecord> inspections() {
    return inspections.latest();
  }

  /** Each time that is held, the oldest first. */
  List<InspectionRecord> eachInspection() {
    return inspections.all();
  }

  Recollection recollection() {
    return new Recollection(
        List.copyOf(episodes.values()), List.copyOf(memory.values()), arrangements);
  }
}
