package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * NET-805: the board reaches nobody. With a broker configured that is whether there is a connection
 * to it, whichever way it goes (a broker on the board's own net needs no route); without one,
 * whether there is a default route, on a board that has had one since the agent began. A board that
 * stands alone, or in a net of its own, has nobody to reach, and one without any network interface
 * is not judged by its routes.
 */
final class Unreachable implements Rule {

  static final String CODE = "NET-805";

  /** There is one outside. */
  private static final String COMPONENT = "uplink";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    Optional<Component> agent =
        scan.components(SensorFamily.AGENT).stream()
            .filter(
                a -> a.reading(Quantity.AGENT_BROKER_REACHABLE).filter(Reading::exists).isPresent())
            .findFirst();
    if (agent.isPresent()) {
      return List.of(
          finding(agent.get(), Quantity.AGENT_BROKER_REACHABLE, ways -> ways == 0, scan, limits));
    }
    return scan.components(SensorFamily.ROUTES).stream()
        .filter(routes -> !scan.components(SensorFamily.NET_LINKS).isEmpty())
        .limit(1)
        .map(
            routes -> {
              boolean ledOut = past.wasEver(Quantity.ROUTES_DEFAULT, routes.name(), 0);
              return finding(
                  routes, Quantity.ROUTES_DEFAULT, ways -> ledOut && ways == 0, scan, limits);
            })
        .toList();
  }

  /** A board whose missing route was a fault has had one. */
  @Override
  public Past recall(Fault fault, Past past) {
    FreezeFrame frame = fault.freezeFrame();
    boolean judgedByBroker = !frame.raw(Quantity.AGENT_BROKER_REACHABLE).isEmpty();
    return frame.raw(Quantity.ROUTES_DEFAULT).stream()
        .filter(routes -> !judgedByBroker)
        .findFirst()
        .map(routes -> past.withSeen(Quantity.ROUTES_DEFAULT, routes.component(), 1))
        .orElse(past);
  }

  /** How many default routes there are; empty where that is not known just now. */
  static OptionalDouble waysOut(Scan scan) {
    return scan.components(SensorFamily.ROUTES).stream()
        .filter(routes -> scan.answered(SensorFamily.ROUTES))
        .flatMapToDouble(routes -> routes.good(Quantity.ROUTES_DEFAULT).stream())
        .max();
  }

  private static Finding finding(
      Component of, Quantity quantity, DoublePredicate trouble, Scan scan, Limits limits) {
    OptionalDouble ways = of.good(quantity);
    return Finding.plain(
        of.family(),
        COMPONENT,
        limits.of(CODE, COMPONENT),
        Verdict.of(ways, trouble),
        ways,
        of.reading(quantity).map(Reading::source).orElse(""),
        evidence(scan));
  }

  private static List<Reading> evidence(Scan scan) {
    var evidence = new ArrayList<Reading>();
    for (SensorFamily family :
        List.of(SensorFamily.ROUTES, SensorFamily.NET_LINKS, SensorFamily.AGENT)) {
      scan.components(family).forEach(component -> evidence.addAll(component.readings()));
    }
    return evidence;
  }
}
