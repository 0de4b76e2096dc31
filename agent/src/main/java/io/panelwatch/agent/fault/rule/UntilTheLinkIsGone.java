package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule of network links that ends with its link: of one that is not listed any more, an adapter
 * that was pulled out or a tunnel that was closed, there is nothing to mend. Links that the
 * configuration expects are always listed, and of a link that is missed all the same ({@link
 * LinkDown}) the rule finds something itself.
 *
 * @param rule judges the links that are there, and those that it misses
 */
record UntilTheLinkIsGone(Rule rule) implements RuleAround {

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    List<Finding> found = rule.judge(scan, past, limits);
    Set<String> judged = found.stream().map(Finding::component).collect(Collectors.toSet());
    Stream<Finding> ended =
        past.missing(scan, SensorFamily.NET_LINKS).stream()
            .filter(link -> !judged.contains(link))
            .map(link -> ended(link, scan, past, limits));
    return Stream.concat(found.stream(), ended).toList();
  }

  @Override
  public Past recall(Fault fault, Past past) {
    return rule.recall(fault, past).withListed(SensorFamily.NET_LINKS, fault.component());
  }

  /**
   * A tunnel is listed for the route that leaves through it, or did in this run: it is gone where
   * routes are known.
   */
  private Finding ended(String link, Scan scan, Past past, Limits limits) {
    boolean gone =
        past.wasEver(Quantity.LINK_OF_HARDWARE, link, 0) || Unreachable.waysOut(scan).isPresent();
    return Finding.ofMissing(
        SensorFamily.NET_LINKS, link, limits.of(code(), link), Verdict.clearIf(gone), scan);
  }
}
