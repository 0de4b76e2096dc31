package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.time.Duration;
import java.util.List;

/** The rules of NET. */
final class NetworkRules {

  private static final Duration FLAPPING_WINDOW = Duration.ofMinutes(10);

  static final List<Rule> ALL =
      List.of(
          new UntilTheLinkIsGone(new LinkDown()),
          new UntilTheLinkIsGone(
              Counted.of("NET-802", Quantity.LINK_CARRIER_CHANGES, FLAPPING_WINDOW)),
          new UntilTheLinkIsGone(new LinkSlow()),
          new UntilTheLinkIsGone(new LinkErrors()),
          new Unreachable(),
          Threshold.of("NET-806", Quantity.CERTIFICATE_DAYS_LEFT).overWhenGone());

  private NetworkRules() {}
}
