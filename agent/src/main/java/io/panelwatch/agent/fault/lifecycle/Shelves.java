package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is put aside: one code on one component, at most once. */
final class Shelves {

  private final Map<Pair, Shelf> shelves = new LinkedHashMap<>();

  /** Those of before; what is put aside meanwhile stays as it is. */
  void resume(Collection<Shelf> kept) {
    kept.forEach(shelf -> shelves.putIfAbsent(Pair.of(shelf), shelf));
  }

  /** Puts aside, in place of what it was put aside by before. */
  void put(Shelf shelf) {
    shelves.put(Pair.of(shelf), shelf);
  }

  void remove(Pair pair) {
    shelves.remove(pair);
  }

  /** By what that is put aside. */
  Optional<Shelf> of(Pair pair) {
    return Optional.ofNullable(shelves.get(pair));
  }

  /** Whether that asks for nothing until somebody puts it back: no episode of it begins. */
  boolean outOfService(Pair pair) {
    return of(pair).map(Shelf::isOutOfService).orElse(false);
  }

  /** Ends what has lasted for its time. */
  void expire(Stamp now) {
    shelves.values().removeIf(shelf -> shelf.isOver(now));
  }

  List<Shelf> all() {
    return List.copyOf(shelves.values());
  }
}
