package io.panelwatch.agent.control;

import io.panelwatch.agent.store.Restored;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a backup, as JSON whose keys are the components of {@link Restored}. */
public final class RestoredJson {

  private RestoredJson() {}

  /** In one line. */
  public static String write(Restored restored) {
    return ControlProtocol.json(
        json -> {
          json.beginObject();
          JsonFields.text(json, "replaced", restored.replaced().toString());
          json.name("episodes");
          json.value(restored.episodes());
          json.name("ended");
          json.value(restored.ended());
          json.endObject();
        });
  }

  /** What {@link #write} wrote. */
  static Restored read(String text) {
    Map<String, Object> json = ControlProtocol.mapper().fromJsonObject(text);
    return new Restored(
        Path.of(JsonFields.text(json, "replaced")),
        number(json.get("episodes")),
        number(json.get("ended")));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
