package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row to be written: names and values of its columns, in the order in which they were put. */
final class Columns {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  Columns put(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  Columns put(String name, boolean flag) {
    return put(name, flag ? 1 : 0);
  }

  Columns put(String name, Enum<?> word) {
    return put(name, word.name());
  }

  Columns put(String name, Instant instant) {
    return put(name, instant.toString());
  }

  Columns put(String name, Duration duration) {
    return put(name, duration.toString());
  }

  /** Who did something, in two columns that begin with a prefix; NULL where nobody has. */
  Columns put(String prefix, Optional<Actor> by) {
    put(prefix + "_kind", by.map(Actor::kind).map(Enum::name).orElse(null));
    return put(prefix + "_name", by.map(Actor::name).orElse(null));
  }

  /** When it was done, in four; NULL where it was not. */
  Columns putStamp(String prefix, Optional<Stamp> at) {
    put(prefix + "_wall", at.map(Stamp::wall).map(Instant::toString).orElse(null));
    put(prefix + "_trusted", at.map(stamp -> stamp.trusted() ? 1 : 0).orElse(null));
    put(prefix + "_boot_id", at.map(Stamp::bootId).orElse(null));
    return put(prefix + "_uptime_ms", at.map(Stamp::uptimeMillis).orElse(null));
  }

  /** By what something is put aside; all NULL where it is not. */
  Columns putShelf(Optional<Shelf> shelf) {
    put("shelf", shelf.map(Shelf::by));
    putStamp("shelf", shelf.map(Shelf::since));
    return put("shelf_time", shelf.flatMap(Shelf::time).map(Duration::toString).orElse(null));
  }

  /** {@code INSERT} of this row into a table. */
  String insertInto(String table) {
    String names = String.join(", ", values.keySet());
    String marks = values.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, names, marks);
  }

  /**
   * What follows it where a row with that key is to be changed instead, in all but some columns.
   */
  String orUpdate(String key, List<String> kept) {
    return values.keySet().stream()
        .filter(name -> !name.equals(key) && !kept.contains(name))
        .map(name -> name + " = excluded." + name)
        .collect(Collectors.joining(", ", " ON CONFLICT (" + key + ") DO UPDATE SET ", ""));
  }

  @Nullable Object[] arguments() {
    return new ArrayList<>(values.values()).toArray(new @Nullable Object[0]);
  }
}
