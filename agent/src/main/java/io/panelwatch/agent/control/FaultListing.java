package io.panelwatch.agent.control;

import io.panelwatch.agent.store.FaultPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of the history, as the command line tells it.
 *
 * @param faults the newest first
 * @param next where the next part begins; empty where nothing is older
 * @param unread why the rest is left out; empty where nothing is
 */
public record FaultListing(List<FaultSummary> faults, OptionalLong next, Optional<String> unread) {

  private static final String FAULTS = "faults";
  private static final String NEXT = "next";
  private static final String UNREAD = "unread";

  public FaultListing {
    faults = List.copyOf(faults);
  }

  /** The summaries of a page. */
  public static FaultListing of(FaultPage page) {
    return new FaultListing(
        page.faults().stream().map(FaultSummary::of).toList(), page.next(), page.unread());
  }

  String toJson() {
    return ControlProtocol.json(
        json -> {
          json.beginObject();
          json.name(FAULTS);
          FaultJson.write(json, faults);
          json.name(NEXT);
          next.ifPresentOrElse(json::value, json::nullValue);
          JsonFields.text(json, UNREAD, unread);
          json.endObject();
        });
  }

  /** What {@link #toJson} wrote. */
  static FaultListing fromJson(String text) {
    Map<String, Object> json = ControlProtocol.mapper().fromJsonObject(text);
    return new FaultListing(
        FaultJson.read((List<?>) json.getOrDefault(FAULTS, List.of())),
        json.get(NEXT) instanceof Number next
            ? OptionalLong.of(next.longValue())
            : OptionalLong.empty(),
        JsonFields.optional(json, UNREAD));
  }
}
