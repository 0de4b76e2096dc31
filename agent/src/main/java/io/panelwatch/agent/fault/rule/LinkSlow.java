package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Bounds;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
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
 * NET-803: a link is slower than expected, or half duplex. Expected is what the configuration says,
 * else the best speed since the agent began. Without a carrier there is no speed to judge, which is
 * {@link LinkDown}'s affair: it neither begins nor ends this one.
 */
final class LinkSlow implements Rule {

  static final String CODE = "NET-803";

  /** Speeds are whole numbers of Mbit/s: one less is too slow. */
  private static final double STEP_MBPS = 1;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.NET_LINKS).stream()
        .flatMap(link -> judge(link, past, limits))
        .toList();
  }

  /** A link that was slower than its best is told the best again: one more than the limit. */
  @Override
  public Past recall(Fault fault, Past past) {
    OptionalDouble raise = fault.limit().raise();
    return raise.isPresent()
        ? past.withSeen(
            Quantity.LINK_SPEED_MBPS, fault.component(), raise.getAsDouble() + STEP_MBPS)
        : past;
  }

  private static Stream<Finding> judge(Component link, Past past, Limits limits) {
    Criteria criteria = limits.of(CODE, link.name());
    OptionalDouble speed = link.good(Quantity.LINK_SPEED_MBPS);
    if (!link.is(Quantity.LINK_CARRIER, 1)) {
      String source = link.reading(Quantity.LINK_CARRIER).map(Reading::source).orElse("");
      Verdict verdict = link.silent(Quantity.LINK_CARRIER) ? Verdict.NO_DATA : Verdict.HOLD;
      return Stream.of(Finding.plain(link, criteria, verdict, speed, source));
    }
    if (speed.isEmpty()) {
      return Stream.empty();
    }
    return link.reading(Quantity.LINK_SPEED_MBPS).map(Reading::source).stream()
        .map(
            source ->
                link.is(Quantity.LINK_FULL_DUPLEX, 0)
                    ? Finding.plain(link, criteria, Verdict.RAISE, speed, source)
                    : Finding.given(link, criteria, below(expected(link, past)), speed, source));
  }

  private static double expected(Component link, Past past) {
    OptionalDouble configured = link.good(Quantity.LINK_EXPECTED_MBPS);
    return configured.orElse(0) > 0
        ? configured.getAsDouble()
        : past.highest(Quantity.LINK_SPEED_MBPS, link.name()).orElse(0);
  }

  private static Bounds below(double expectedMbps) {
    return Bounds.low(expectedMbps - STEP_MBPS, expectedMbps);
  }
}
