package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Stamp;
import java.util.Optional;

/**
 * What people have arranged, as it is in force.
 *
 * @param shelves what is put aside
 * @param visits the service visit
 * @param retirements what was taken away for good
 */
record Arranged(Shelves shelves, Visits visits, Retirements retirements) {

  /** Goes on with what was in force before; what is arranged already holds. */
  void resume(Arrangements kept) {
    shelves.resume(kept.shelves());
    kept.visit().ifPresent(visits::resume);
    retirements.resume(kept.retired());
  }

  /** Ends what has lasted for its time. */
  void expire(Stamp now) {
    shelves.expire(now);
    visits.expire(now);
  }

  /** All of it, to be stored. */
  Arrangements now() {
    return new Arrangements(shelves.all(), visits.open(), retirements.all());
  }

  /** All of it where it is not what it was. */
  Optional<Arrangements> since(Arrangements before) {
    return Optional.of(now()).filter(after -> !after.equals(before));
  }
}
