package io.panelwatch.simulator.dispatch;

import io.avaje.json.mapper.JsonMapper;
import io.avaje.json.stream.JsonStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the backend says, as the contract has it. Every payload carries the backend's epoch.
 *
 * @param backendEpoch raised at every start of the backend
 */
record DownMessages(long backendEpoch) {

  /** An empty list is written too: {@code missing:[]} says that nothing is missing. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().jsonStream(JsonStream.builder().serializeEmpty(true).build()).build();

  /** {@code dn/ack} of a ledger that knows where its outbox begins. */
  Publication ack(Ledger ledger) {
    var json = start();
    json.put("epoch", ledger.epoch());
    json.put("contiguous", ledger.contiguous().orElseThrow());
    json.put("missing", ledger.missing());
    return retained(ledger.device(), "ack", json, OptionalLong.empty());
  }

  /** {@code dn/ticket/{id}}; an archived ticket empties the retained message. */
  Publication ticket(Ticket ticket) {
    String topic = "ticket/" + ticket.id();
    if (ticket.state() == Ticket.State.ARCHIVED) {
      return new Publication(topicOf(ticket.device(), topic), "", OptionalLong.empty());
    }
    var json = start();
    json.put("rev", ticket.rev());
    json.put("id", ticket.id());
    json.put("faultIds", ticket.faultIds());
    json.put("state", ticket.state().wireName());
    ticket
        .assignee()
        .ifPresent(
            a -> json.put("assignee", Map.of("name", a.name(), "kind", a.kind().wireName())));
    json.put("dueAt", stamp(ticket.dueAt()));
    json.put("note", ticket.note());
    return retained(ticket.device(), topic, json, OptionalLong.empty());
  }

  /** {@code dn/queue}, which the broker forgets once it is no longer valid. */
  Publication queue(String device, ServiceQueue queue) {
    long validForS = ServiceQueue.VALID_FOR.toSeconds();
    var json = start();
    json.put("rev", queue.rev());
    json.put("asOf", stamp(queue.asOf()));
    json.put("validForS", validForS);
    json.put("serving", queue.serving().stream().map(DownMessages::serving).toList());
    json.put("waiting", queue.waiting());
    json.put("etaMinutes", queue.etaMinutes());
    json.put("message", Map.of("zh", "请提前准备好证件", "en", "Please have your ID ready"));
    return retained(device, "queue", json, OptionalLong.of(validForS));
  }

  private static Map<String, String> serving(ServiceQueue.Serving serving) {
    var json = new LinkedHashMap<String, String>();
    json.put("ticket", serving.ticket());
    json.put("counter", serving.counter());
    return json;
  }

  private LinkedHashMap<String, Object> start() {
    var json = new LinkedHashMap<String, Object>();
    json.put("backendEpoch", backendEpoch);
    return json;
  }

  private static Publication retained(
      String device, String topic, Map<String, Object> json, OptionalLong expirySeconds) {
    return new Publication(topicOf(device, topic), MAPPER.toJson(json), expirySeconds);
  }

  private static String topicOf(String device, String topic) {
    return "panelwatch/v1/" + device + "/dn/" + topic;
  }

  private static String stamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
