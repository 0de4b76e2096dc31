package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was seen of the board at least once, and tells what is missing now. Immutable.
 *
 * @param turning fans that turned
 * @param online supplies that fed the board
 * @param selfResets by panel, when it was seen to have reset itself
 */
public record Sightings(
    Set<String> turning, Set<String> online, Map<String, SelfResets> selfResets) {

  /** Nothing was seen yet. */
  public static final Sightings NONE = new Sightings(Set.of(), Set.of(), Map.of());

  public Sightings {
    turning = Set.copyOf(turning);
    online = Set.copyOf(online);
    selfResets = Map.copyOf(selfResets);
  }

  /** With what a scan adds; the same object where it adds nothing. */
  public Sightings with(Scan scan) {
    return plus(
        names(scan, SensorFamily.FANS, Quantity.FAN_RPM),
        names(scan, SensorFamily.POWER_SUPPLIES, Quantity.SUPPLY_ONLINE),
        selfResets(scan));
  }

  /**
   * With what faults of before a restart prove: a fan that is down as stopped has turned once, and
   * the supplies of a mains fault have fed the board, and a panel that reset itself did so.
   */
  public Sightings with(List<Fault> active) {
    return plus(
        active.stream()
            .filter(fault -> fault.code().equals(FanStopped.CODE))
            .map(Fault::component)
            .collect(Collectors.toSet()),
        active.stream()
            .filter(fault -> fault.code().equals(MainsLost.CODE))
            .flatMap(fault -> fault.freezeFrame().raw().stream())
            .filter(reading -> reading.quantity() == Quantity.SUPPLY_FEEDS_BOARD)
            .filter(reading -> reading.value().orElse(0) == 1)
            .map(Reading::component)
            .collect(Collectors.toSet()),
        active.stream()
            .filter(fault -> fault.code().equals(PanelReset.CODE))
            .collect(Collectors.toMap(Fault::component, SelfResets::before, (a, b) -> a)));
  }

  private Sightings plus(
      Collection<String> moreTurning,
      Collection<String> moreOnline,
      Map<String, SelfResets> newerResets) {
    boolean same =
        turning.containsAll(moreTurning)
            && online.containsAll(moreOnline)
            && selfResets.entrySet().containsAll(newerResets.entrySet());
    return same
        ? this
        : new Sightings(
            union(turning, moreTurning), union(online, moreOnline), replaced(newerResets));
  }

  private Map<String, SelfResets> selfResets(Scan scan) {
    var newer = new HashMap<String, SelfResets>();
    for (Component panel : scan.components(SensorFamily.PANELS)) {
      SelfResets known = selfResets.getOrDefault(panel.name(), SelfResets.NONE);
      panel
          .good(Quantity.PANEL_SELF_RESETS)
          .ifPresent(counter -> newer.put(panel.name(), known.with((long) counter, scan)));
    }
    return newer;
  }

  private Map<String, SelfResets> replaced(Map<String, SelfResets> newer) {
    var all = new HashMap<>(selfResets);
    all.putAll(newer);
    return all;
  }

  private static Set<String> names(Scan scan, SensorFamily family, Quantity aboveZero) {
    Stream<Component> components = scan.components(family).stream();
    return components
        .filter(component -> component.above(aboveZero, 0))
        .map(Component::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> union(Set<String> some, Collection<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }
}
