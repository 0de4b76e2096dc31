package io.panelwatch.agent.control;

import java.util.Map;

/**
 * What became of an action. In JSON {@code outcome} is {@code done}, {@code already}, {@code
 * refused} or {@code unknown}; the components of each are the other keys.
 */
public sealed interface ActionAnswer {

  /**
   * It was done.
   *
   * @param rev the episode's revision since then; 0, in JSON null, where the alarm has none now
   * @param durable whether it is stored; one that is not is lost when the agent ends before the
   *     storage works again
   */
  record Done(int rev, boolean durable) implements ActionAnswer {}

  /** There was nothing left to do: it is so already. */
  record Already() implements ActionAnswer {}

  /**
   * Nothing was done.
   *
   * @param why a word, {@code no-such-fault}, {@code busy}: the asker says it in the language of
   *     its user
   */
  record Refused(String why) implements ActionAnswer {}

  /** It was begun and did not end in time: the fault's page tells whether it was done. */
  record Unknown() implements ActionAnswer {}

  /** The answer as JSON, in one line. */
  default String toJson() {
    return ControlProtocol.json(
        json -> {
          json.beginObject();
          json.name("outcome");
          switch (this) {
            case Done(int rev, boolean durable) -> {
              json.value("done");
              json.name("rev");
              if (rev > 0) {
                json.value(rev);
              } else {
                json.nullValue();
              }
              json.name("durable");
              json.value(durable);
            }
            case Already() -> json.value("already");
            case Refused(String why) -> {
              json.value("refused");
              json.name("why");
              json.value(why);
            }
            case Unknown() -> json.value("unknown");
          }
          json.endObject();
        });
  }

  /**
   * What {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of that
   */
  static ActionAnswer fromJson(String json) {
    Map<String, Object> answer = ControlProtocol.mapper().fromJsonObject(json);
    return switch (String.valueOf(answer.get("outcome"))) {
      case "done" ->
          new Done(
              answer.get("rev") instanceof Number rev ? rev.intValue() : 0,
              Boolean.TRUE.equals(answer.get("durable")));
      case "already" -> new Already();
      case "refused" -> new Refused(String.valueOf(answer.get("why")));
      case "unknown" -> new Unknown();
      default -> throw new IllegalArgumentException("no outcome of an action: " + json);
    };
  }
}
