package io.panelwatch.agent.report;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.state.Site;
import io.panelwatch.agent.store.ActiveFaults;
import io.panelwatch.agent.store.OutboxPlace;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.hal.contract.ManualClock;
import java.util.List;
import java.util.Optional;

/** Messages as the agent sends them: what the backend understands must be what they are. */
public final class WrittenByTheAgent {

  private final DeviceProfile profile;
  private final ReportEncoder encoder;
  private final long epoch;

  /** Those of one device and one epoch of its outbox. */
  public WrittenByTheAgent(String device, long epoch) {
    var site = new Site("", "", "", "", "", "");
    profile = new DeviceProfile(device, "", "", "", "", "boot-1", site);
    encoder = new ReportEncoder(profile, new ManualClock());
    this.epoch = epoch;
  }

  /** One of {@code up/fault}. */
  public String event(FaultTransition transition, long seq) {
    return encoder.encode(transition, new OutboxPlace(epoch, seq, true));
  }

  /** {@code up/faults/active}, as new as that seq. */
  public String list(List<Fault> active, long lastSeq) {
    var outbox = new OutboxStatus(epoch, 1, lastSeq, 0, Optional.empty());
    return ActiveFaultsMessage.of(profile, new ActiveFaults(active, outbox, true), true);
  }
}
