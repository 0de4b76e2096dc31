package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultType;
import io.panelwatch.agent.fault.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every condition of which there is something to tell: by code in the rules' order, by component.
 */
final class Conditions {

  private final Map<String, Map<String, Condition>> byCode = new LinkedHashMap<>();

  Conditions(List<Rule> rules) {
    rules.forEach(rule -> byCode.put(rule.code(), new LinkedHashMap<>()));
  }

  /** Whether any rule judges that code. */
  boolean watches(String code) {
    return byCode.containsKey(code);
  }

  /** Of one code by component; written through. */
  Map<String, Condition> of(String code) {
    return byCode.getOrDefault(code, Map.of());
  }

  Optional<Condition> of(Pair pair) {
    return Optional.ofNullable(of(pair.code()).get(pair.component()));
  }

  /** Forgets what was seen of a component by the codes of a type, and gives it back. */
  List<Condition> remove(FaultType type, String component) {
    return byCode.entrySet().stream()
        .filter(ofCode -> FaultType.ofCode(ofCode.getKey()) == type)
        .flatMap(ofCode -> Optional.ofNullable(ofCode.getValue().remove(component)).stream())
        .toList();
  }

  /** Every active fault. */
  List<Fault> episodes() {
    return byCode.values().stream()
        .flatMap(ofCode -> ofCode.values().stream())
        .flatMap(condition -> condition.episode().stream())
        .toList();
  }

  /** The one whose episode that is. */
  Optional<Condition> withEpisode(String faultId) {
    return byCode.values().stream()
        .flatMap(ofCode -> ofCode.values().stream())
        .filter(c -> c.episode().map(fault -> fault.faultId().equals(faultId)).orElse(false))
        .findFirst();
  }
}
