package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * NET-804: too many of a link's packets are damaged, of those received or of those sent, whichever
 * is worse. Judged is the growth of the counters: what they stood at when the agent began may be
 * years old. Where five minutes bring too few packets to judge by, an hour is taken.
 */
final class LinkErrors implements Rule {

  static final String CODE = "NET-804";

  private static final List<Quantity> COUNTERS =
      List.of(
          Quantity.LINK_RX_ERRORS,
          Quantity.LINK_RX_PACKETS,
          Quantity.LINK_TX_ERRORS,
          Quantity.LINK_TX_PACKETS);

  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** For links over which little goes. */
  private static final Duration LONG_WINDOW = Duration.ofHours(1);

  /** Of a handful of packets a damaged one is many percent; that none is damaged is never wrong. */
  private static final double ENOUGH_PACKETS = 1_000;

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

  private static Stream<Finding> judge(Component link, Past past, Limits limits) {
    return link.reading(Quantity.LINK_RX_ERRORS).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.measured(
                    link, limits.of(CODE, link.name()), worstPercent(link, past), reading.source()))
        .map(finding -> finding.inDoubtIf(COUNTERS.stream().anyMatch(link::silent)));
  }

  private static OptionalDouble worstPercent(Component link, Past past) {
    OptionalDouble received =
        percent(link, past, Quantity.LINK_RX_ERRORS, Quantity.LINK_RX_PACKETS);
    OptionalDouble sent = percent(link, past, Quantity.LINK_TX_ERRORS, Quantity.LINK_TX_PACKETS);
    return Stream.of(received, sent).flatMap(o -> o.stream().boxed()).mapToDouble(d -> d).max();
  }

  private static OptionalDouble percent(
      Component link, Past past, Quantity errors, Quantity packets) {
    if (link.good(errors).isEmpty() || link.good(packets).isEmpty()) {
      return OptionalDouble.empty();
    }
    if (past.increase(errors, link.name(), WINDOW) == 0) {
      return OptionalDouble.of(0);
    }
    for (Duration window : List.of(WINDOW, LONG_WINDOW)) {
      double damaged = past.increase(errors, link.name(), window);
      double all = damaged + past.increase(packets, link.name(), window);
      if (all >= ENOUGH_PACKETS) {
        return OptionalDouble.of(100 * damaged / all);
      }
    }
    return OptionalDouble.empty();
  }
}
