package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Map;

/**
 * An action in a request. Who asks is not in it: that is what the kernel says of the peer, and no
 * client can say otherwise.
 *
 * @param request the request's keys
 */
record ActionJson(Map<String, Object> request) {

  private static final String ACTION = "action";
  private static final String ID = "id";
  private static final String CODE = "code";
  private static final String COMPONENT = "component";
  private static final String FOR_SECONDS = "forS";

  private static final String ACKNOWLEDGE = "acknowledge";
  private static final String SHELVE = "shelve";
  private static final String UNSHELVE = "unshelve";
  private static final String TAKE_OUT = "out-of-service";
  private static final String PUT_BACK = "return";

  /** Writes the keys of an action. */
  static void write(JsonWriter json, Action action) {
    switch (action) {
      case Action.Acknowledge(String faultId, _) -> ofFault(json, ACKNOWLEDGE, faultId);
      case Action.Shelve(String faultId, Duration time, _) -> {
        ofFault(json, SHELVE, faultId);
        json.name(FOR_SECONDS);
        json.value(time.toSeconds());
      }
      case Action.Unshelve(String code, String component, _) ->
          ofAlarm(json, UNSHELVE, code, component);
      case Action.TakeOut(String faultId, _) -> ofFault(json, TAKE_OUT, faultId);
      case Action.PutBack(String code, String component, _) ->
          ofAlarm(json, PUT_BACK, code, component);
      default -> throw new IllegalArgumentException("no request asks for " + action);
    }
  }

  private static void ofFault(JsonWriter json, String action, String faultId) {
    text(json, ACTION, action);
    text(json, ID, faultId);
  }

  private static void ofAlarm(JsonWriter json, String action, String code, String component) {
    text(json, ACTION, action);
    text(json, CODE, code);
    text(json, COMPONENT, component);
  }

  private static void text(JsonWriter json, String key, String value) {
    json.name(key);
    json.value(value);
  }

  /**
   * The action that the request asks for.
   *
   * @param by who asks
   * @throws ProtocolException when there is no such action, or something of it is missing
   */
  Action by(Actor by) throws ProtocolException {
    return switch (String.valueOf(request.get(ACTION))) {
      case ACKNOWLEDGE -> new Action.Acknowledge(text(ID), by);
      case SHELVE -> new Action.Shelve(text(ID), seconds(), by);
      case UNSHELVE -> new Action.Unshelve(text(CODE), text(COMPONENT), by);
      case TAKE_OUT -> new Action.TakeOut(text(ID), by);
      case PUT_BACK -> new Action.PutBack(text(CODE), text(COMPONENT), by);
      default ->
          throw new ProtocolException(
              "the action must be acknowledge, shelve, unshelve, out-of-service or return");
    };
  }

  private String text(String key) throws ProtocolException {
    if (request.get(key) instanceof String text) {
      return text;
    }
    throw new ProtocolException("the action needs the text " + key);
  }

  private Duration seconds() throws ProtocolException {
    if (request.get(FOR_SECONDS) instanceof Number seconds) {
      return Duration.ofSeconds(seconds.longValue());
    }
    throw new ProtocolException("the action needs the number " + FOR_SECONDS);
  }
}
