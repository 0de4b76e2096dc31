package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.Ticket;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Gap;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the ticket of a fault stands: its state, who comes, by when. */
final class TicketLines {

  private TicketLines() {}

  static Widget of(Moment moment, Fault fault) {
    return moment
        .state()
        .ticketOf(fault.faultId())
        .map(ticket -> lines(moment, fault, ticket))
        .orElseGet(() -> Label.body(withoutTicket(moment, fault)).ink(Ink.MUTED).lines(2));
  }

  private static Widget lines(Moment moment, Fault fault, Ticket ticket) {
    List<Widget> lines = new ArrayList<>();
    String state = moment.words().known("ticket.state.", ticket.state());
    lines.add(
        Row.of(
            Label.body(moment.say("ticket.line", ticket.id(), state)),
            new Grow(Label.body(assignee(moment, ticket)).ink(Ink.ACCENT).align(Align.RIGHT))));
    ticket.dueAt().ifPresent(dueAt -> lines.add(new IfRoom(due(moment, dueAt))));
    // A note that only repeats the fault would take the room of what to do about it.
    if (!ticket.note().isBlank() && !ticket.note().startsWith(fault.code())) {
      lines.add(new IfRoom(Label.body(ticket.note()).ink(Ink.MUTED)));
    }
    return new Column(lines, Gap.TIGHT);
  }

  private static String assignee(Moment moment, Ticket ticket) {
    return ticket
        .assignee()
        .map(
            agent ->
                moment.say(
                    "ticket.assignee",
                    agent.name(),
                    moment.words().known("agent.kind.", agent.kind())))
        .orElse("");
  }

  /** When someone must have come; how long that is from now, only a trusted clock can tell. */
  private static Label due(Moment moment, Instant dueAt) {
    if (!moment.state().wallTrusted()) {
      return Label.body(moment.say("ticket.due.at", moment.time(dueAt))).ink(Ink.MUTED);
    }
    Duration left = Duration.between(moment.wall(), dueAt);
    return left.isNegative()
        ? Label.body(
                moment.say("ticket.overdue", moment.time(dueAt), moment.length(left.negated())))
            .ink(Ink.WARN)
            .lines(2)
        : Label.body(moment.say("ticket.due", moment.time(dueAt), moment.length(left)))
            .ink(Ink.MUTED)
            .lines(2);
  }

  /** Says why there is none, so that nobody waits for one that is not coming. */
  private static String withoutTicket(Moment moment, Fault fault) {
    DeviceState state = moment.state();
    if (fault.test()) {
      return moment.say("ticket.drill");
    }
    if (fault.suppressedBy().isPresent()) {
      return cause(moment, fault.suppressedBy().get());
    }
    return moment.say(
        state.link().phase() == LinkStatus.Phase.CONNECTED ? "ticket.none" : "ticket.offline");
  }

  private static String cause(Moment moment, String causeId) {
    return moment.state().active().stream()
        .filter(fault -> fault.faultId().equals(causeId))
        .findFirst()
        .map(cause -> moment.say("fault.suppressed", cause.code()))
        .orElseGet(() -> moment.say("fault.suppressed.ended"));
  }
}
