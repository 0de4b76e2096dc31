package io.panelwatch.agent.health;

import io.panelwatch.hal.AgentHealth;
import io.panelwatch.hal.BoardStarts;
import io.panelwatch.hal.Inspection;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;

/** What the parts of the agent say that read no sensor: how it fares itself, and its panel. */
final class AgentReadings {

  private AgentReadings() {}

  static List<Reading> of(Sample.Panel panel) {
    var of = SampleReader.of(panel);
    return List.of(
        of.reading(Quantity.PANEL_PRESENT, panel.present()),
        of.reading(Quantity.PANEL_WRITE, withItsCall(panel.write())),
        of.reading(Quantity.PANEL_ERRORS_IN_A_ROW, panel.errorsInARow()),
        of.reading(Quantity.PANEL_LINK_ERRORS, panel.linkErrors()),
        of.reading(Quantity.PANEL_SELF_RESETS, panel.selfResets()),
        of.reading(Quantity.PANEL_REFRESH_AGE_SECONDS, panel.refreshAgeSeconds()));
  }

  static List<Reading> of(AgentHealth agent) {
    var of = SampleReader.of(agent);
    return List.of(
        of.reading(Quantity.AGENT_CONFIGURATION_REFUSED, agent.configurationRefused()),
        of.reading(Quantity.AGENT_STORE_WRITABLE, agent.storeWritable()),
        of.reading(Quantity.AGENT_STORAGE_REFUSES, agent.storageRefuses()),
        of.reading(Quantity.AGENT_OUTBOX_PERCENT, agent.outboxPercent()),
        of.reading(Quantity.AGENT_OUTBOX_OLDEST_SECONDS, agent.outboxOldestSeconds()),
        of.reading(Quantity.AGENT_BROKER_REACHABLE, agent.brokerReachable()),
        of.reading(Quantity.AGENT_IDENTITY_TAKEN, agent.identityTaken()),
        of.reading(Quantity.AGENT_REPORT_REFUSED, agent.reportRefused()));
  }

  static List<Reading> of(BoardStarts starts) {
    var of = SampleReader.of(starts);
    return List.of(
        of.reading(Quantity.STARTS_UNCLEAN, starts.uncleanStarts()),
        of.reading(Quantity.STARTS_FOUND_SECONDS_AGO, starts.foundSecondsAgo()));
  }

  static List<Reading> of(Inspection inspection) {
    return List.of(
        SampleReader.of(inspection)
            .reading(Quantity.INSPECTION_OVERDUE_DAYS, inspection.overdueDays()));
  }

  /** A panel is driven by many calls, so that the path alone does not tell which one failed. */
  private static Measured withItsCall(Measured write) {
    return write instanceof Measured.Failed(int errno, String call, String path)
        ? new Measured.Failed(errno, call, "%s (%s)".formatted(path, call))
        : write;
  }
}
