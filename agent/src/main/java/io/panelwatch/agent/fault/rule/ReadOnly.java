package io.panelwatch.agent.fault.rule;

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
 * DSK-403: what should be written to is read-only. A file system says so in its mount options; or
 * the agent's own store finds out, when its storage refuses a write although the mount still says
 * {@code rw}.
 */
final class ReadOnly implements Rule {

  static final String CODE = "DSK-403";

  /** What the agent writes to. */
  private static final String STORE = "store";

  private static final Flag MOUNTS =
      Flag.of(CODE, Quantity.FILE_SYSTEM_READ_ONLY_UNEXPECTED, 1).overWhenGone();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return Stream.concat(
            MOUNTS.judge(scan, past, limits).stream(),
            scan.components(SensorFamily.AGENT).stream().flatMap(agent -> ofStore(agent, limits)))
        .toList();
  }

  @Override
  public Verdict ofVanished(Scan scan) {
    return MOUNTS.ofVanished(scan);
  }

  private static Stream<Finding> ofStore(Component agent, Limits limits) {
    OptionalDouble refuses = agent.good(Quantity.AGENT_STORAGE_REFUSES);
    return agent.reading(Quantity.AGENT_STORAGE_REFUSES).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.plain(
                    SensorFamily.AGENT,
                    STORE,
                    limits.of(CODE, STORE),
                    Verdict.of(refuses, yes -> yes == 1),
                    refuses,
                    reading.source(),
                    agent.readings()));
  }
}
