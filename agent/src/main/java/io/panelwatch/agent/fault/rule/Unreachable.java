package io.panelwatch.agent.fault.rule;

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

/**
 * NET-805: the board reaches nobody. With a broker configured that is whether there is a connection
 * to it, whichever way it goes (a broker on the board's own net needs no route); without one,
 * whether there is a default route.
 *
 * <p>A board without any network interface has nothing to reach, and is not judged by its routes.
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
    Optional<Component> agent = scan.components(SensorFamily.AGENT).stream().findFirst();
    Optional<Component> routes = scan.components(SensorFamily.ROUTES).stream().findFirst();
    boolean judgedByBroker =
        agent
            .flatMap(a -> a.reading(Quantity.AGENT_BROKER_REACHABLE))
            .filter(Reading::exists)
            .isPresent();
    boolean hasLinks = !scan.components(SensorFamily.NET_LINKS).isEmpty();
    if (judgedByBroker) {
      return List.of(
          finding(agent.orElseThrow(), Quantity.AGENT_BROKER_REACHABLE, evidence(scan), limits));
    }
    return routes.isPresent() && hasLinks
        ? List.of(finding(routes.get(), Quantity.ROUTES_DEFAULT, evidence(scan), limits))
        : List.of();
  }

  private static Finding finding(
      Component of, Quantity quantity, List<Reading> evidence, Limits limits) {
    OptionalDouble ways = of.good(quantity);
    return Finding.plain(
        COMPONENT,
        limits.of(CODE, COMPONENT),
        Verdict.of(ways, count -> count == 0),
        ways,
        of.reading(quantity).map(Reading::source).orElse(""),
        evidence);
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
