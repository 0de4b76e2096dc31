package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.FaultType;
import io.panelwatch.agent.fault.Retired;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was taken away for good. Nothing that is found of it counts, until something finds it to be
 * there and well: then it is watched as before.
 */
final class Retirements {

  private record Place(FaultType type, String component) {

    private static Place of(Retired retired) {
      return new Place(retired.type(), retired.component());
    }

    private static Place of(String code, String component) {
      return new Place(FaultType.ofCode(code), component);
    }
  }

  private final Map<Place, Retired> all = new LinkedHashMap<>();

  /** Those of before; what was taken away meanwhile stays as it is. */
  void resume(Collection<Retired> kept) {
    kept.forEach(retired -> all.putIfAbsent(Place.of(retired), retired));
  }

  void put(Retired retired) {
    all.put(Place.of(retired), retired);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether what that code finds of the component counts for nothing. */
  boolean has(String code, String component) {
    return all.containsKey(Place.of(code, component));
  }

  /** A code has found that component to be there. */
  void isBack(String code, String component) {
    all.remove(Place.of(code, component));
  }

  List<Retired> all() {
    return List.copyOf(all.values());
  }
}
