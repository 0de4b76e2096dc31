package io.panelwatch.simulator.demo;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.png.PngWriter;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.Buttons;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.BoardChanges;
import io.panelwatch.simulator.board.SimulatedPanel;
import io.panelwatch.simulator.console.Console;
import io.panelwatch.simulator.dispatch.ServiceQueue.Serving;
import io.panelwatch.simulator.dispatch.Ticket;
import io.panelwatch.simulator.link.BrokerState;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers the web console from the running demonstration. Thread-safe, as its parts are.
 *
 * <p>{@code /api/state} is {@code {device, board, lcd{panel, state, power, brightness, frames,
 * bytes, violations}, faults[], pending[], tickets[], link{connected, outbox}, broker}}.
 */
final class DemoConsole implements Console {

  private final DemoParts parts;

  DemoConsole(DemoParts parts) {
    this.parts = parts;
  }

  @Override
  public byte[] lcdPng() {
    Picture picture = parts.picture();
    return PngWriter.write(picture.width(), picture.height(), picture.rgb());
  }

  @Override
  public Map<String, Object> state() {
    DeviceState state = parts.daemon().state();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("device", state.device());
    document.put("board", board());
    document.put("lcd", lcd());
    document.put("faults", state.active().stream().map(DemoConsole::fault).toList());
    document.put("pending", state.pending().stream().map(DemoConsole::pending).toList());
    document.put(
        "tickets",
        parts.backend().tickets().stream()
            .filter(DemoConsole::live)
            .map(DemoConsole::ticket)
            .toList());
    document.put("link", link(state.link()));
    document.put("broker", parts.broker().state().wireName());
    return document;
  }

  @Override
  public Map<String, Object> board() {
    return new LinkedHashMap<>(parts.board().describe());
  }

  @Override
  public void change(String component, Map<String, Object> change) throws UnknownComponent {
    switch (BoardChanges.parse(component, change)) {
      case BoardChanges.Accepted(BoardChange accepted) -> apply(accepted);
      case BoardChanges.UnknownComponent(String reason) -> throw new UnknownComponent(reason);
      case BoardChanges.BadBody(String reason) -> throw new IllegalArgumentException(reason);
    }
  }

  /** The link's carrier and the cable that carries the agent's connection are the same thing. */
  private void apply(BoardChange change) {
    parts.board().apply(change);
    if (change instanceof BoardChange.LinkUp(boolean up)) {
      try {
        parts.cable().plug(up);
      } catch (IOException e) {
        throw new IllegalArgumentException("the network cannot be plugged in again: " + e, e);
      }
    }
  }

  @Override
  public void press(String button, int heldMillis) throws UnknownComponent {
    Buttons.Button pressed =
        Arrays.stream(Buttons.Button.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(button))
            .findFirst()
            .orElseThrow(
                () -> new UnknownComponent("there is no such button, only up, down, ok, back"));
    parts.board().buttons().press(pressed, Duration.ofMillis(heldMillis));
  }

  @Override
  public void publishQueue(Map<String, Object> queue) {
    if (!(queue.get("serving") instanceof List<?> serving)
        || !(queue.get("waiting") instanceof Number waiting)
        || waiting.doubleValue() != waiting.intValue()) {
      throw new IllegalArgumentException(
          "a queue is {\"serving\":[{\"ticket\":\"A042\",\"counter\":\"3\"}],\"waiting\":12}");
    }
    parts
        .backend()
        .setQueue(serving.stream().map(DemoConsole::serving).toList(), waiting.intValue());
  }

  private static Serving serving(Object entry) {
    if (entry instanceof Map<?, ?> map
        && map.get("ticket") instanceof String ticket
        && map.get("counter") instanceof String counter) {
      return new Serving(ticket, counter);
    }
    throw new IllegalArgumentException(
        "each of serving is {\"ticket\":\"A042\",\"counter\":\"3\"}");
  }

  @Override
  public void broker(String state) {
    BrokerState wanted =
        BrokerState.ofWireName(state)
            .orElseThrow(
                () -> new IllegalArgumentException("state is one of up, down and stalled"));
    try {
      parts.broker().set(wanted);
    } catch (IOException e) {
      throw new IllegalArgumentException("the broker does not start again: " + e.getMessage(), e);
    }
  }

  private Map<String, Object> lcd() {
    var counters = parts.board().panel().counters();
    Map<String, Object> lcd = new LinkedHashMap<>();
    lcd.put("panel", parts.panelName());
    lcd.put("state", parts.daemon().lcdState().map(DemoConsole::wireName).orElse("none"));
    lcd.put("power", power(counters));
    lcd.put("brightness", counters.backlightPercent());
    lcd.put("frames", parts.daemon().framesShown());
    lcd.put("bytes", counters.bytes());
    lcd.put("violations", counters.violations());
    return lcd;
  }

  private static String power(SimulatedPanel.Counters counters) {
    if (!counters.powered()) {
      return "off";
    }
    return counters.displayOn() ? "on" : "asleep";
  }

  private static String wireName(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> fault(Fault fault) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("faultId", fault.faultId());
    document.put("code", fault.code());
    document.put("component", fault.component());
    document.put("severity", fault.severity().name());
    document.put("symptom", text(fault.symptom()));
    document.put("first", fault.first().toString());
    document.put("occurrence", fault.occurrence().total());
    document.put("test", fault.test());
    fault.suppressedBy().ifPresent(cause -> document.put("suppressedBy", cause));
    return document;
  }

  private static Map<String, Object> pending(PendingFault pending) {
    return Map.of(
        "code", pending.code(),
        "component", pending.component(),
        "symptom", text(pending.symptom()),
        "remainingS", pending.remaining().toMillis() / 1000.0);
  }

  private static boolean live(Ticket ticket) {
    return ticket.state() != Ticket.State.ARCHIVED;
  }

  private static Map<String, Object> ticket(Ticket ticket) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", ticket.id());
    document.put("faultIds", ticket.faultIds());
    document.put("codes", List.of(ticket.fault().code() + " " + ticket.fault().component()));
    document.put("state", ticket.state().wireName());
    ticket
        .assignee()
        .ifPresent(
            agent ->
                document.put(
                    "assignee", Map.of("name", agent.name(), "kind", agent.kind().wireName())));
    document.put("dueAt", ticket.dueAt().toString());
    ticket.onSite().acknowledgedBy().ifPresent(name -> document.put("acknowledgedBy", name));
    ticket.onSite().signedOffBy().ifPresent(name -> document.put("signedOffBy", name));
    return document;
  }

  private static Map<String, Object> link(LinkStatus link) {
    return Map.of(
        "connected", link.phase() == LinkStatus.Phase.CONNECTED, "outbox", link.outboxDepth());
  }

  private static Map<String, Object> text(Text text) {
    return Map.of("en", text.en(), "zh", text.zh());
  }
}
