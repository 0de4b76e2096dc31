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
 * <p>Missed is also a piece of hardware that is not listed any more, if it was the way out and
 * nothing leads out now: a network card that died, a modem that fell off its bus. What leads
 * elsewhere than out, and what programs make and take away (tunnels, bridges), comes and goes as it
 * likes, and so does whatever another link replaces.
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
    List<Component> links = scan.components(SensorFamily.NET_LINKS);
    return Stream.concat(
            links.stream()
                .filter(link -> isNeeded(link, past))
                .flatMap(link -> judge(link, limits)),
            past.missing(scan, SensorFamily.NET_LINKS).stream()
                .filter(link -> past.wasEver(Quantity.LINK_OF_HARDWARE, link, 0))
                .filter(link -> past.wasEver(Quantity.LINK_DEFAULT_ROUTE, link, 0))
                .map(
                    link ->
                        Finding.ofMissing(
                            SensorFamily.NET_LINKS,
                            link,
                            limits.of(CODE, link),
                            ofMissing(link, links, scan, past),
                            scan)))
        .toList();
  }

  /** The kernel takes a link's routes away with it: one that still has them is there, unlisted. */
  private static Verdict ofMissing(String link, List<Component> there, Scan scan, Past past) {
    if (there.stream().anyMatch(other -> other.is(Quantity.LINK_DEFAULT_ROUTE, 1))) {
      return Verdict.CLEAR;
    }
    boolean allTold = there.stream().noneMatch(other -> other.silent(Quantity.LINK_DEFAULT_ROUTE));
    boolean noRoute = Unreachable.waysOut(scan).equals(OptionalDouble.of(0));
    return allTold && noRoute && past.ledOutLast(link) ? Verdict.RAISE : Verdict.NO_DATA;
  }

  /** Of several links only one that leads out explains that nobody outside is reached. */
  @Override
  public boolean explains(Fault fault, Past past) {
    return past.wasEver(Quantity.LINK_DEFAULT_ROUTE, fault.component(), 0)
        || !past.wasEverOnAny(Quantity.LINK_DEFAULT_ROUTE, 0);
  }

  /**
   * What is down now has been up once, and has led out if it did so until it went down: if it is a
   * piece of hardware, it is missed should it be gone by now. One of which nothing was read was
   * missed already.
   */
  @Override
  public Past recall(Fault fault, Past past) {
    String link = fault.component();
    FreezeFrame frame = fault.freezeFrame();
    boolean missing = frame.value(Quantity.LINK_CARRIER, link).isEmpty();
    Past up = past.withSeen(Quantity.LINK_CARRIER, link, 1);
    if (!missing && !frame.was(Quantity.LINK_DEFAULT_ROUTE, link, 1)) {
      return up;
    }
    Past out = up.withSeen(Quantity.LINK_DEFAULT_ROUTE, link, 1).withWayOut(link);
    return missing || frame.was(Quantity.LINK_OF_HARDWARE, link, 1)
        ? out.withSeen(Quantity.LINK_OF_HARDWARE, link, 1)
        : out;
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
