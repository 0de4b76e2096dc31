package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.util.Map;

/**
 * What is remembered of a code on a component as of now, whichever of its episodes is looked at. In
 * JSON its components are the keys.
 *
 * @param total how many episodes there were
 * @param thisBoot how many of them began in the latest boot
 * @param cleanCycles how many boots or days were clean since it last failed, 0 to {@link
 *     DtcEntry#AGED}
 * @param aged whether that were so many that it is history
 */
public record MemorySummary(long total, long thisBoot, long cleanCycles, boolean aged) {

  /** The summary of an entry. */
  public static MemorySummary of(DtcEntry entry) {
    return new MemorySummary(entry.total(), entry.thisBoot(), entry.cleanCycles(), entry.aged());
  }

  void write(JsonWriter json) {
    json.beginObject();
    JsonFields.number(json, "total", total);
    JsonFields.number(json, "thisBoot", thisBoot);
    JsonFields.number(json, "cleanCycles", cleanCycles);
    JsonFields.flag(json, "aged", aged);
    json.endObject();
  }

  /** What {@link #write} wrote. */
  static MemorySummary read(Map<?, ?> map) {
    return new MemorySummary(
        JsonFields.number(map, "total", 1),
        JsonFields.number(map, "thisBoot", 0),
        JsonFields.number(map, "cleanCycles", 0),
        JsonFields.flag(map, "aged"));
  }
}
