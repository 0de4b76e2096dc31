package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.service.AuditEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * How much is noted of what people try in vain. Each entry is a report, which waits until a backend
 * has acknowledged it: whoever may ask the daemon at all could fill the storage by asking. So the
 * first {@value #MOST} of one person are noted as they are, and those that come within {@link
 * #PERIOD} of the first are counted and told in one entry. Thread-safe.
 *
 * <p>Wrong codes are all noted: they are what {@link io.panelwatch.agent.service.Lockout} counts,
 * and by that few.
 */
final class Refusals {

  /** More than somebody needs who mistypes, fewer than somebody makes who tries. */
  static final int MOST = 10;

  /** From the first one on. */
  static final Duration PERIOD = Duration.ofMinutes(15);

  private record Spell(Stamp began, int noted, int more) {

    Spell next() {
      return noted < MOST ? new Spell(began, noted + 1, more) : new Spell(began, noted, more + 1);
    }
  }

  private final Map<Actor, Spell> spells = new LinkedHashMap<>();

  /** Whether that one is noted as it is; it is counted where it is not. */
  synchronized boolean notes(AuditEntry vain) {
    if (vain.outcome().equals(AuditEntry.WRONG_CODE)) {
      return true;
    }
    Spell before = spells.getOrDefault(vain.by(), new Spell(vain.at(), 0, 0));
    Spell after = before.next();
    spells.put(vain.by(), after);
    return after.noted > before.noted;
  }

  /** What was counted for so long, told once: an entry of each person's, if any. */
  synchronized List<AuditEntry> over(Stamp now) {
    return told(now, (began, at) -> began.passed(PERIOD, at));
  }

  /** What was counted so far, told once. */
  synchronized List<AuditEntry> rest(Stamp now) {
    return told(now, (_, _) -> true);
  }

  private List<AuditEntry> told(Stamp now, BiPredicate<Stamp, Stamp> over) {
    List<AuditEntry> entries = new ArrayList<>();
    spells.forEach(
        (by, spell) -> {
          if (spell.more > 0 && over.test(spell.began, now)) {
            entries.add(AuditEntry.ofMore(spell.more, by, now));
          }
        });
    spells.values().removeIf(spell -> over.test(spell.began, now));
    return entries;
  }
}
