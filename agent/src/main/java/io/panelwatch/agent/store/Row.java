package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row that several tables have alike. */
final class Row {

  private Row() {}

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static boolean flag(ResultSet row, String column) throws SQLException {
    return row.getInt(column) == 1;
  }

  static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  static @Nullable Double nullable(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** Who did something, of the columns that begin with a prefix; empty where nobody has. */
  static Optional<Actor> actor(ResultSet row, String prefix) throws SQLException {
    String name = row.getString(prefix + "_name");
    return text(row, prefix + "_kind").map(kind -> new Actor(Actor.Kind.valueOf(kind), name));
  }

  /** When it was done, likewise; only where somebody has done it. */
  static Stamp stamp(ResultSet row, String prefix) throws SQLException {
    return new Stamp(
        Instant.parse(row.getString(prefix + "_wall")),
        flag(row, prefix + "_trusted"),
        row.getString(prefix + "_boot_id"),
        row.getLong(prefix + "_uptime_ms"));
  }
}
