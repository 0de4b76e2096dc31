package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.service.AuditEntry;

/** Writes what a test wants to see of a report: kind or action, fault and place. */
public class PlaceEncoder implements OutboxEncoder {

  /** What is put behind a report that was shortened. */
  static final String BRIEF = " brief";

  @Override
  public String encode(FaultTransition transition, OutboxPlace place) {
    return transition.kind() + " " + transition.fault().faultId() + " @" + place.seq();
  }

  @Override
  public String encode(AuditEntry entry, OutboxPlace place) {
    return entry.action() + " " + entry.subject() + " @" + place.seq();
  }

  @Override
  public String brief(String payload) {
    return payload + BRIEF;
  }

  @Override
  public String skipped(long epoch, long seq) {
    return "skipped @" + seq;
  }

  @Override
  public String moved(String payload, long epoch, long seq) {
    return payload.substring(0, payload.indexOf('@')) + "@" + seq;
  }
}
