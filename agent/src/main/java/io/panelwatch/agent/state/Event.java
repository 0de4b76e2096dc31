package io.panelwatch.agent.state;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that happened and that the device's state must know. */
public sealed interface Event {

  /**
   * A scan was judged and what followed from it is stored.
   *
   * @param active every fault that is active now, worst first
   * @param pending what may become a fault
   * @param visit the service visit that is open
   */
  record Judged(Scan scan, List<Fault> active, List<PendingFault> pending, Optional<Visit> visit)
      implements Event {

    /**
     * The same scan after somebody has done something.
     *
     * @param further transitions of the faults that it left active
     * @param nowOpen the visit that is open then
     */
    public Judged with(List<FaultTransition> further, Optional<Visit> nowOpen) {
      List<Fault> now = new ArrayList<>(active);
      for (FaultTransition transition : further) {
        Fault changed = transition.fault();
        now.replaceAll(fault -> fault.faultId().equals(changed.faultId()) ? changed : fault);
      }
      now.removeIf(fault -> !fault.active());
      return new Judged(scan, now, pending, nowOpen);
    }
  }

  /** The backend published the queue. */
  record QueueReceived(QueueInfo queue) implements Event {}

  /** The backend published a ticket. */
  record TicketReceived(Ticket ticket) implements Event {}

  /** The backend took a ticket back. */
  record TicketRemoved(String id) implements Event {}

  /** The backend announced maintenance. */
  record NoticeReceived(Notice notice) implements Event {}

  /** The backend took its announcement back. */
  record NoticeRemoved() implements Event {}

  /** The link to the broker changed. */
  record LinkChanged(LinkStatus link) implements Event {}

  /** Somebody pressed a button. */
  record ButtonPressed(Buttons.Press press) implements Event {}

  /** Somebody touched the device while its screen was dark, which only wakes it. */
  record Woken() implements Event {}

  /** Somebody asked for a step of the panel's test from outside. */
  record PanelTestShown(PanelTestStep step) implements Event {}

  /** Whoever asked for the panel's test is done. */
  record PanelTestEnded() implements Event {}

  /** Time passed; screens with a clock on them are due. */
  record Tick() implements Event {}
}
