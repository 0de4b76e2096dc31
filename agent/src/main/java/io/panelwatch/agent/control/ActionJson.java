package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.service.TechnicianCode;
import java.net.ProtocolException;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  private static final String IDS = "ids";
  private static final String DONE = "done";
  private static final String PART = "part";
  private static final String REMOVED = "removed";
  private static final String TECHNICIAN = "technician";
  private static final String PERSONAL_CODE = "personalCode";

  /** A unit's name has up to 255 characters; what is longer names nothing here. */
  private static final int MOST_NAME = 256;

  private static final String ACKNOWLEDGE = "acknowledge";
  private static final String SHELVE = "shelve";
  private static final String UNSHELVE = "unshelve";
  private static final String TAKE_OUT = "out-of-service";
  private static final String PUT_BACK = "return";
  private static final String RESOLVE = "resolve";
  private static final String OPEN_VISIT = "visit-open";
  private static final String CLOSE_VISIT = "visit-close";
  private static final String RETEST = "retest";
  private static final String INSPECT = "inspect";
  private static final String DRILL = "drill";
  private static final String END_DRILL = "drill-end";
  private static final String ITEM = "item";

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
      case Action.Resolve resolve -> {
        ofFault(json, RESOLVE, resolve.faultId());
        text(json, DONE, resolve.action());
        text(json, PART, resolve.part());
        json.name(REMOVED);
        json.value(resolve.removed());
      }
      case Action.OpenVisit(_, Set<String> faultIds, _) -> {
        text(json, ACTION, OPEN_VISIT);
        json.name(IDS);
        json.beginArray();
        faultIds.forEach(json::value);
        json.endArray();
      }
      case Action.CloseVisit _ -> text(json, ACTION, CLOSE_VISIT);
      case Action.Retest(String faultId, _) -> ofFault(json, RETEST, faultId);
      case Action.Inspect(String item, _) -> {
        text(json, ACTION, INSPECT);
        text(json, ITEM, item);
      }
      case Action.BeginDrill(String code, String component, Duration time, _) -> {
        ofAlarm(json, DRILL, code, component);
        json.name(FOR_SECONDS);
        json.value(time.toSeconds());
      }
      case Action.EndDrill _ -> text(json, ACTION, END_DRILL);
    }
  }

  /** Writes the keys of who signs a repair off. */
  static void write(JsonWriter json, Credentials who) {
    text(json, TECHNICIAN, who.technician());
    text(json, PERSONAL_CODE, String.valueOf(who.code()));
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
      case ACKNOWLEDGE -> new Action.Acknowledge(name(ID), by);
      case SHELVE -> new Action.Shelve(name(ID), seconds(), by);
      case UNSHELVE -> new Action.Unshelve(name(CODE), name(COMPONENT), by);
      case TAKE_OUT -> new Action.TakeOut(name(ID), by);
      case PUT_BACK -> new Action.PutBack(name(CODE), name(COMPONENT), by);
      case RESOLVE ->
          new Action.Resolve(
              name(ID), words(DONE), words(PART), Boolean.TRUE.equals(request.get(REMOVED)), by);
      case OPEN_VISIT -> new Action.OpenVisit(new FaultIds().get(), ids(), by);
      case CLOSE_VISIT -> new Action.CloseVisit(by);
      case RETEST -> new Action.Retest(name(ID), by);
      case INSPECT -> new Action.Inspect(words(ITEM), by);
      case DRILL -> new Action.BeginDrill(name(CODE), name(COMPONENT), seconds(), by);
      case END_DRILL -> new Action.EndDrill(by);
      default ->
          throw new ProtocolException(
              "the action must be acknowledge, shelve, unshelve, out-of-service, return, resolve,"
                  + " visit-open, visit-close, retest, inspect, drill or drill-end");
    };
  }

  /**
   * Who claims to sign a repair off; empty where nobody does.
   *
   * @throws ProtocolException when that is half said, or can be no code
   */
  Optional<Credentials> credentials() throws ProtocolException {
    if (request.get(TECHNICIAN) == null) {
      return Optional.empty();
    }
    char[] code = text(PERSONAL_CODE).toCharArray();
    if (!TechnicianCode.isWellFormed(CharBuffer.wrap(code))) {
      throw new ProtocolException("a personal code is 6 to 12 digits");
    }
    return Optional.of(new Credentials(name(TECHNICIAN), code));
  }

  /** A technician's words. */
  private String words(String key) throws ProtocolException {
    return bounded(key, text(key), Action.Resolve.MOST_WORDS);
  }

  /** What names something on the device, or is meant to. */
  String name(String key) throws ProtocolException {
    return bounded(key, text(key), MOST_NAME);
  }

  /**
   * It is kept, whatever comes of the action, and shown and sent: nothing in it steers a terminal,
   * and all of it is characters.
   */
  private static String bounded(String key, String text, int most) throws ProtocolException {
    if (text.length() > most || !text.codePoints().allMatch(ActionJson::isWritable)) {
      throw new ProtocolException(
          "the text %s has at most %d characters and no control characters".formatted(key, most));
    }
    return text;
  }

  private static boolean isWritable(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }

  /** The faults that a visit is for; none where it is for the whole device. */
  private Set<String> ids() throws ProtocolException {
    if (!(request.get(IDS) instanceof List<?> ids)) {
      throw new ProtocolException("the action needs the list " + IDS);
    }
    Set<String> faultIds = new HashSet<>();
    for (Object id : ids) {
      faultIds.add(bounded(IDS, String.valueOf(id), MOST_NAME));
    }
    return faultIds;
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
