package io.panelwatch.agent.control;

import io.panelwatch.agent.fault.Actor;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a daemon can be asked, word by word.
 *
 * @param handler answers
 */
record Verbs(ControlHandler handler) {

  /**
   * What the request asks for.
   *
   * @param user the name of the user who asks
   * @throws ProtocolException when the request is not understood
   * @throws IOException when it is understood and there is no answer
   */
  byte[] answer(Map<String, Object> request, String user) throws IOException {
    return switch (String.valueOf(request.get("verb"))) {
      case "status" -> utf8(StatusJson.write(handler.status()));
      case "faults" -> utf8(faults(Boolean.TRUE.equals(request.get("all"))));
      case "act" ->
          utf8(handler.act(new ActionJson(request).by(new Actor(Actor.Kind.SHELL, user))).toJson());
      case "snapshot" -> handler.snapshot();
      case "panel" -> utf8(handler.panel());
      case "panel-test" -> {
        handler.testPanel(ControlProtocol.step(request));
        yield new byte[0];
      }
      default ->
          throw new ProtocolException(
              "the verb must be status, faults, act, snapshot, panel or panel-test");
    };
  }

  private String faults(boolean all) throws IOException {
    return FaultSummary.toJson(handler.faults(all).stream().map(FaultSummary::of).toList());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
