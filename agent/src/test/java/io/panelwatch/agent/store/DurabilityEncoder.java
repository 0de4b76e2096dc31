package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.service.AuditEntry;

/** Writes of a report what {@link PlaceEncoder} does, and whether it is durable. */
final class DurabilityEncoder implements OutboxEncoder {

  private final OutboxEncoder place = new PlaceEncoder();

  @Override
  public String encode(FaultTransition transition, OutboxPlace at) {
    if (transition.fault().faultId().equals("unspeakable")) {
      throw new IllegalStateException("no words for it");
    }
    return place.encode(transition, at) + (at.durable() ? " durable" : " volatile");
  }

  @Override
  public String encode(AuditEntry entry, OutboxPlace at) {
    if (entry.subject().equals("unspeakable")) {
      throw new IllegalStateException("no words for it");
    }
    return place.encode(entry, at) + (at.durable() ? " durable" : " volatile");
  }

  @Override
  public String brief(String payload) {
    return place.brief(payload);
  }

  @Override
  public String skipped(long epoch, long seq) {
    return place.skipped(epoch, seq);
  }

  @Override
  public String moved(String payload, long epoch, long seq) {
    return place.moved(payload, epoch, seq);
  }
}
