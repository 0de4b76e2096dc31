package io.panelwatch.agent.report;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.OutboxPlace;
import io.panelwatch.hal.BoardClock;

/**
 * What the outbox holds, as CloudEvents: faults on {@code up/fault}, what people do on {@code
 * up/service}, and on either one what stands for a report that was given up. Thread-safe.
 */
public final class ReportEncoder implements OutboxEncoder {

  private final CloudEvents events;
  private final FaultEventEncoder faults;
  private final ServiceEventEncoder deeds;
  private final BoardClock clock;

  /** An encoder for one device. The clock stamps what stands for a report that was given up. */
  public ReportEncoder(DeviceProfile profile, BoardClock clock) {
    events = new CloudEvents(profile.device());
    faults = new FaultEventEncoder(profile);
    deeds = new ServiceEventEncoder(profile);
    this.clock = clock;
  }

  @Override
  public String encode(FaultTransition transition, OutboxPlace place) {
    return faults.encode(transition, place);
  }

  @Override
  public String encode(AuditEntry entry, OutboxPlace place) {
    return deeds.encode(entry, place);
  }

  @Override
  public String brief(String payload) {
    return FaultEventEncoder.brief(payload);
  }

  @Override
  public String skipped(long epoch, long seq) {
    var place = new OutboxPlace(epoch, seq, true);
    var attributes = new CloudEvents.Attributes("skipped", clock.wall(), clock.wallTrusted(), "");
    return events.event(place, attributes, _ -> {});
  }

  @Override
  public String moved(String payload, long epoch, long seq) {
    return events.moved(payload, epoch, seq);
  }
}
