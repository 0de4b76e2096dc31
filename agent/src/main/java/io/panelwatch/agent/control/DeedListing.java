package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.store.AuditPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest of what people did, as the command line tells it.
 *
 * @param deeds the newest first
 * @param more whether there are older ones
 * @param unread why the rest is left out; empty where nothing is
 */
public record DeedListing(List<DeedSummary> deeds, boolean more, Optional<String> unread) {

  private static final String DEEDS = "deeds";
  private static final String MORE = "more";
  private static final String UNREAD = "unread";

  public DeedListing {
    deeds = List.copyOf(deeds);
  }

  /** The summaries of a page. */
  public static DeedListing of(AuditPage page) {
    return new DeedListing(DeedSummary.of(page), page.more(), page.unread());
  }

  /** The deeds alone as a JSON array, in one line. */
  public String deedsAsJson() {
    return ControlProtocol.json(this::writeDeeds);
  }

  private void writeDeeds(JsonWriter json) {
    json.beginArray();
    deeds.forEach(deed -> deed.write(json));
    json.endArray();
  }

  String toJson() {
    return ControlProtocol.json(
        json -> {
          json.beginObject();
          json.name(DEEDS);
          writeDeeds(json);
          JsonFields.flag(json, MORE, more);
          JsonFields.text(json, UNREAD, unread);
          json.endObject();
        });
  }

  /** What {@link #toJson} wrote. */
  static DeedListing fromJson(String text) {
    Map<String, Object> json = ControlProtocol.mapper().fromJsonObject(text);
    var deeds = (List<?>) json.getOrDefault(DEEDS, List.of());
    return new DeedListing(
        deeds.stream().map(deed -> DeedSummary.read((Map<?, ?>) deed)).toList(),
        JsonFields.flag(json, MORE),
        JsonFields.optional(json, UNREAD));
  }
}
