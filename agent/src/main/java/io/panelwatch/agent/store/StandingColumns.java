package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The columns of an episode that say how it stands with people. */
final class StandingColumns {

  private StandingColumns() {}

  static void put(Columns columns, Standing standing) {
    columns
        .put("latched", standing.latched())
        .put("flapping", standing.flapping())
        .put("visit", standing.visit().orElse(null))
        .put("ack", standing.acknowledged().map(Acknowledged::by))
        .putStamp("ack", standing.acknowledged().map(Acknowledged::at))
        .putShelf(standing.shelf())
        .put("resolved", standing.resolution().map(Resolution::by))
        .putStamp("resolved", standing.resolution().flatMap(Resolution::at))
        .put("resolved_action", standing.resolution().map(Resolution::action).orElse(null))
        .put("resolved_part", standing.resolution().map(Resolution::part).orElse(null))
        .put("resolved_verified", standing.resolution().map(r -> r.verified() ? 1 : 0).orElse(null))
        .put("resolved_removed", standing.resolution().map(r -> r.removed() ? 1 : 0).orElse(null));
  }

  static Standing read(ResultSet row) throws SQLException {
    Optional<Actor> seenBy = Row.actor(row, "ack");
    return new Standing(
        Row.flag(row, "latched"),
        Row.flag(row, "flapping"),
        seenBy.isPresent()
            ? Optional.of(new Acknowledged(seenBy.get(), Row.stamp(row, "ack")))
            : Optional.empty(),
        ShelfTable.read(row),
        Row.text(row, "visit"),
        resolution(row));
  }

  private static Optional<Resolution> resolution(ResultSet row) throws SQLException {
    Optional<Actor> by = Row.actor(row, "resolved");
    if (by.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Resolution(
            by.get(),
            Row.text(row, "resolved_wall").isPresent()
                ? Optional.of(Row.stamp(row, "resolved"))
                : Optional.empty(),
            Row.required(row, "resolved_action"),
            Row.required(row, "resolved_part"),
            Row.flag(row, "resolved_verified"),
            Row.flag(row, "resolved_removed")));
  }
}
