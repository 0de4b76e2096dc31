package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
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
 * AGT-A02: reports pile up, too many of them or for too long. It is over when few are left and none
 * of these is old. Without a broker nobody waits for them.
 */
final class OutboxFull implements Rule {

  static final String CODE = "AGT-A02";

  private static final double TOO_OLD_SECONDS = Duration.ofHours(24).toSeconds();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.AGENT).stream()
        .flatMap(agent -> judge(agent, limits))
        .toList();
  }

  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.AGENT));
  }

  private static Stream<Finding> judge(Component agent, Limits limits) {
    Criteria criteria = limits.of(CODE, agent.name());
    OptionalDouble percent = agent.good(Quantity.AGENT_OUTBOX_PERCENT);
    boolean tooOld = agent.good(Quantity.AGENT_OUTBOX_OLDEST_SECONDS).orElse(0) >= TOO_OLD_SECONDS;
    return agent.reading(Quantity.AGENT_OUTBOX_PERCENT).filter(Reading::exists).stream()
        .map(Reading::source)
        .map(
            source ->
                tooOld
                    ? Finding.plain(agent, criteria, Verdict.RAISE, percent, source)
                    : Finding.measured(agent, criteria, percent, source));
  }
}
