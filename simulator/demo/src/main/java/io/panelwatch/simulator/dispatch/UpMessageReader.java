package io.panelwatch.simulator.dispatch;

import io.panelwatch.simulator.dispatch.ReportRow.Content;
import io.panelwatch.simulator.dispatch.ReportRow.FaultChange;
import io.panelwatch.simulator.dispatch.ReportRow.Service;
import io.panelwatch.simulator.dispatch.ReportRow.Skipped;
import io.panelwatch.simulator.dispatch.ReportRow.Transition;
import io.panelwatch.simulator.dispatch.ReportRow.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns topic and payload into a checked {@link UpMessage}. Stateless and pure. */
final class UpMessageReader {

  /** Far above any real event (a freeze frame is some 10 kB), far below any harm. */
  static final int MAX_PAYLOAD_BYTES = 256 * 1024;

  private static final String SKIPPED_TYPE = "io.panelwatch.skipped.v1";
  private static final String FAULT_TYPE_PREFIX = "io.panelwatch.fault.";
  private static final int MAX_ACTIVE = 1_000;
  private static final int MAX_NAME = 128;
  private static final int MAX_SUBJECT = 256;
  private static final int MAX_TEXT = 500;
  private static final Pattern TOPIC =
      Pattern.compile("panelwatch/v1/([A-Za-z0-9_-]{1,64})/up/(.+)");
  private static final Pattern SERVICE_TYPE =
      Pattern.compile("io\\.panelwatch\\.service\\.([a-z-]+)\\.v1");
  private static final Pattern EVENT_ID = Pattern.compile("([^:]+):(\\d{1,16}):(\\d{1,16})");

  private UpMessageReader() {}

  /**
   * Reads one message.
   *
   * @return empty for a topic that the backend only shows, such as {@code up/health}
   * @throws BadMessageException when it breaks the contract
   */
  static Optional<UpMessage> read(String topic, byte[] payload) throws BadMessageException {
    Matcher matcher = TOPIC.matcher(topic);
    if (!matcher.matches()) {
      throw new BadMessageException("topic: expected panelwatch/v1/{device}/up/..");
    }
    String device = matcher.group(1);
    return switch (matcher.group(2)) {
      case "fault", "service" -> Optional.of(row(device, text(payload)));
      case "status" -> Optional.of(status(device, JsonFields.parse(text(payload))));
      case "faults/active" -> Optional.of(active(device, JsonFields.parse(text(payload))));
      default -> Optional.empty();
    };
  }

  private static String text(byte[] payload) throws BadMessageException {
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new BadMessageException("payload: expected at most " + MAX_PAYLOAD_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException e) {
      throw new BadMessageException("payload: expected UTF-8 (" + e.getMessage() + ")");
    }
  }

  /** The identity of a row is its CloudEvents id: a skipped row has nothing else. */
  static ReportRow row(String device, String json) throws BadMessageException {
    JsonFields event = JsonFields.parse(json);
    Matcher id = EVENT_ID.matcher(event.text("id", MAX_NAME));
    if (!id.matches() || !id.group(1).equals(device)) {
      throw new BadMessageException("id: expected " + device + ":{epoch}:{seq}");
    }
    long epoch = Long.parseLong(id.group(2));
    long seq = Long.parseLong(id.group(3));
    if (seq < 1 || seq > JsonFields.MAX_INTEGER || epoch > JsonFields.MAX_INTEGER) {
      throw new BadMessageException("id: expected a seq from 1 and an epoch from 0, below 2^53");
    }
    return new ReportRow(device, epoch, seq, contentOrReason(event), json);
  }

  private static Content contentOrReason(JsonFields event) {
    try {
      return content(event);
    } catch (BadMessageException e) {
      return new Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Content content(JsonFields event) throws BadMessageException {
    String type = event.text("type", MAX_NAME);
    if (type.equals(SKIPPED_TYPE)) {
      return new Skipped();
    }
    if (!type.startsWith(FAULT_TYPE_PREFIX)) {
      return service(type, event);
    }
    JsonFields data = event.object("data");
    return new FaultChange(transition(data), facts(data));
  }

  private static Service service(String type, JsonFields event) throws BadMessageException {
    Matcher known = SERVICE_TYPE.matcher(type);
    if (!known.matches()) {
      return new Service(type, "", "");
    }
    JsonFields by = event.object("data").object("by");
    String way = by.optionalText("kind", MAX_NAME).orElse("");
    return new Service(
        known.group(1),
        event.optionalText("subject", MAX_SUBJECT).orElse(""),
        by.optionalText("name", MAX_NAME).orElse(way));
  }

  private static Transition transition(JsonFields data) throws BadMessageException {
    String name = data.text("transition", MAX_NAME);
    try {
      return Transition.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadMessageException("data.transition: unknown '" + name + "'");
    }
  }

  private static FaultFacts facts(JsonFields data) throws BadMessageException {
    JsonFields state = data.object("state");
    return new FaultFacts(
        data.text("faultId", MAX_NAME),
        data.text("code", MAX_NAME),
        data.text("component", MAX_NAME),
        data.text("type", MAX_NAME),
        (int) data.integer("priority", 1, 4),
        state.flag("active", true),
        state.optionalText("suppressedBy", MAX_NAME),
        state.optionalText("shelvedUntil", MAX_NAME).isPresent()
            || state.flag("outOfService", false),
        data.flag("test", false),
        data.object("resolution").flag("verified", false) && state.flag("acknowledged", false),
        state.optionalText("visit", MAX_NAME).isPresent(),
        data.object("symptom").optionalText("en", MAX_TEXT).orElse(""));
  }

  private static UpMessage status(String device, JsonFields status) throws BadMessageException {
    return new UpMessage.Status(
        device,
        status.flag("online", false),
        status.integer("epoch", 0, JsonFields.MAX_INTEGER),
        status.integer("oldestSeq", 1, JsonFields.MAX_INTEGER),
        status.integer("lastSeq", 0, JsonFields.MAX_INTEGER));
  }

  private static UpMessage active(String device, JsonFields list) throws BadMessageException {
    List<FaultFacts> faults = new ArrayList<>();
    for (JsonFields fault : list.objects("faults", MAX_ACTIVE)) {
      faults.add(facts(fault));
    }
    return new UpMessage.ActiveFaults(
        device,
        list.integer("epoch", 0, JsonFields.MAX_INTEGER),
        list.integer("lastSeq", 0, JsonFields.MAX_INTEGER),
        faults);
  }
}
