package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.service.AuditEntry;

/** Reports as long as real ones with their freeze frame are: some pages of the database each. */
final class LongReports implements OutboxEncoder {

  private static final String REST = "\n" + "x".repeat(12_000);

  private final OutboxEncoder head = new PlaceEncoder();

  @Override
  public String encode(FaultTransition transition, OutboxPlace place) {
    return head.encode(transition, place) + REST;
  }

  @Override
  public String encode(AuditEntry entry, OutboxPlace place) {
    return head.encode(entry, place) + REST;
  }

  @Override
  public String brief(String payload) {
    return head.brief(payload.substring(0, payload.indexOf('\n')));
  }

  @Override
  public String skipped(long epoch, long seq) {
    return head.skipped(epoch, seq);
  }

  @Override
  public String moved(String payload, long epoch, long seq) {
    return head.moved(payload, epoch, seq) + REST;
  }
}
