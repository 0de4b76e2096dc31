package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * NET-801: a link that is needed has no carrier. Needed is what the configuration expects, what a
 * default route leaves or left through (it goes away with the link), and what had a carrier since
 * the agent began. None of these is a socket that nobody uses.
 *
 * <p>An interface that is administratively down has no carrier attribute to read: it was switched
 * off by somebody, which neither begins nor ends a fault.
 */
final class LinkDown implements Rule {

  static final String CODE = "NET-801";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.NET_LINKS).stream()
        .filter(link -> isNeeded(link, past))
        .flatMap(link -> judge(link, limits))
        .toList();
  }

  /** Of several links only one that leads out explains that nobody outside is reached. */
  @Override
  public boolean explains(Fault fault, Past past) {
    return past.wasEver(Quantity.LINK_DEFAULT_ROUTE, fault.component(), 0)
        || !past.wasEverOnAny(Quantity.LINK_DEFAULT_ROUTE, 0);
  }

  /** What is down now has been up once, and has led out if it did so until it went down. */
  @Override
  public Past recall(Fault fault, Past past) {
    Past up = past.withSeen(Quantity.LINK_CARRIER, fault.component(), 1);
    boolean ledOut =
        Stream.concat(
                fault.freezeFrame().raw().stream(),
                fault.freezeFrame().before().stream().map(FreezeFrame.Before::reading))
            .filter(reading -> reading.quantity() == Quantity.LINK_DEFAULT_ROUTE)
            .filter(reading -> reading.component().equals(fault.component()))
            .anyMatch(reading -> reading.value().orElse(0) == 1);
    return ledOut ? up.withSeen(Quantity.LINK_DEFAULT_ROUTE, fault.component(), 1) : up;
  }

  private static boolean isNeeded(Component link, Past past) {
    return link.good(Quantity.LINK_EXPECTED_MBPS).isPresent()
        || past.wasEver(Quantity.LINK_DEFAULT_ROUTE, link.name(), 0)
        || past.wasEver(Quantity.LINK_CARRIER, link.name(), 0);
  }

  private static Stream<Finding> judge(Component link, Limits limits) {
    OptionalDouble carrier = link.good(Quantity.LINK_CARRIER);
    return link.reading(Quantity.LINK_CARRIER).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.plain(
                    link,
                    limits.of(CODE, link.name()),
                    Verdict.of(carrier, up -> up == 0),
                    carrier,
                    reading.source()));
  }
}
