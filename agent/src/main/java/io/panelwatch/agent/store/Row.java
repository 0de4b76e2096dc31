package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row that several tables have alike. */
final class Row {

  private Row() {}

  /** Text of a column that is never NULL. */
  static String required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

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
    Optional<String> kind = text(row, prefix + "_kind");
    return kind.isPresent()
        ? Optional.of(new Actor(Actor.Kind.valueOf(kind.get()), required(row, prefix + "_name")))
        : Optional.empty();
  }

  /** When it was done, likewise; only where somebody has done it. */
  static Stamp stamp(ResultSet row, String prefix) throws SQLException {
    return new Stamp(
        Instant.parse(required(row, prefix + "_wall")),
        flag(row, prefix + "_trusted"),
        required(row, prefix + "_boot_id"),
        row.getLong(prefix + "_uptime_ms"));
  }
}
