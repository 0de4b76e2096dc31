package io.panelwatch.agent.control;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a daemon can be asked, word by word.
 *
 * @param handler answers
 */
record Verbs(ControlHandler handler) {

  /** A page of so many is well below the bounds of an answer. */
  private static final int MOST_OF_A_PAGE = 1_000;

  /**
   * What the request asks for.
   *
   * @param peer who asks
   * @throws ProtocolException when the request is not understood
   * @throws NotPermittedException when it is not for who asks
   * @throws IOException when it is understood and there is no answer
   */
  byte[] answer(Map<String, Object> request, Peer peer) throws IOException {
    return switch (String.valueOf(request.get("verb"))) {
      case "status" -> utf8(StatusJson.write(handler.status()));
      case "faults" ->
          utf8(FaultSummary.toJson(handler.active().stream().map(FaultSummary::of).toList()));
      case "history" -> utf8(history(request).toJson());
      case "history-count" -> utf8(Long.toString(handler.countBefore(number(request, "before"))));
      case "fault" -> utf8(fault(request));
      case "audit" -> utf8(DeedListing.of(handler.audit(limit(request))).toJson());
      case "put-aside" ->
          utf8(PutAsideAlarm.toJson(handler.putAside().stream().map(PutAsideAlarm::of).toList()));
      case ControlProtocol.ACT -> utf8(act(new ActionJson(request), peer).toJson());
      case "inspections" ->
          utf8(
              InspectionSummary.toJson(
                  handler.inspections().stream().map(InspectionSummary::of).toList()));
      case "visit" -> utf8(VisitSummary.toJson(handler.visit()));
      case "readings" -> utf8(ReadingList.of(handler.scan()).toJson());
      case "store" -> utf8(handler.storeFolder().toString());
      case ControlProtocol.RESTORE -> utf8(restore(request, peer));
      case ControlProtocol.SAVED -> {
        saved(request, peer);
        yield new byte[0];
      }
      case "snapshot" -> handler.snapshot();
      case "panel" -> utf8(handler.panel());
      case "panel-test" -> {
        handler.testPanel(ControlProtocol.step(request));
        yield new byte[0];
      }
      default ->
          throw new ProtocolException(
              "the verb must be status, faults, history, history-count, fault, audit, put-aside,"
                  + " act, inspections, visit, readings, store, restore, saved, snapshot, panel or"
                  + " panel-test");
    };
  }

  /** It replaces all that is remembered: not for whoever may acknowledge a fault. */
  private String restore(Map<String, Object> request, Peer peer) throws IOException {
    requireAdministers(peer);
    String file = new ActionJson(request).name(ControlProtocol.FILE);
    return RestoredJson.write(handler.restore(shell(peer), file));
  }

  private void saved(Map<String, Object> request, Peer peer) throws IOException {
    requireAdministers(peer);
    String file = new ActionJson(request).name(ControlProtocol.FILE);
    handler.saved(shell(peer), file, Boolean.TRUE.equals(request.get(ControlProtocol.DONE)));
  }

  private static void requireAdministers(Peer peer) throws NotPermittedException {
    if (!peer.administers()) {
      throw new NotPermittedException("only the daemon's own user and root may do that");
    }
  }

  private static Actor shell(Peer peer) {
    return new Actor(Actor.Kind.SHELL, peer.user());
  }

  private FaultListing history(Map<String, Object> request) throws IOException {
    OptionalLong before =
        request.containsKey("before")
            ? OptionalLong.of(number(request, "before"))
            : OptionalLong.empty();
    return FaultListing.of(handler.history(before, limit(request)));
  }

  private static int limit(Map<String, Object> request) throws ProtocolException {
    long limit = number(request, "limit");
    if (limit < 1 || limit > MOST_OF_A_PAGE) {
      throw new ProtocolException("a page has 1 to " + MOST_OF_A_PAGE + " entries");
    }
    return (int) limit;
  }

  private String fault(Map<String, Object> request) throws IOException {
    Optional<Fault> found = handler.fault(String.valueOf(request.get("id")));
    if (found.isEmpty()) {
      return FaultSummary.toJson(List.of());
    }
    Fault fault = found.get();
    Optional<DtcEntry> remembered = handler.remembered(fault.code(), fault.component());
    return FaultSummary.toJson(List.of(FaultSummary.whole(fault, remembered)));
  }

  private static long number(Map<String, Object> request, String key) throws ProtocolException {
    if (request.get(key) instanceof Number number) {
      return number.longValue();
    }
    throw new ProtocolException("the request needs the number " + key);
  }

  private ActionAnswer act(ActionJson request, Peer peer) throws IOException {
    Action action = request.by(shell(peer));
    return switch (action) {
      case Action.Resolve _, Action.OpenVisit _, Action.Inspect _ ->
          handler.signed(action, request.credentials());
      default -> handler.act(action);
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
