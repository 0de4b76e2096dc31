package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** What is known of an episode at its confirmation and never changes: advice, freeze frame. */
final class FrameTable {

  private final Database database;
  private final Set<String> unknownQuantities = new HashSet<>();

  FrameTable(Database database) {
    this.database = database;
  }

  void saveAdvice(long n, List<Text> advice) {
    for (int step = 0; step < advice.size(); step++) {
      Text text = advice.get(step);
      database.update("INSERT INTO advice VALUES (?, ?, ?, ?)", n, step, text.en(), text.zh());
    }
  }

  void saveFreezeFrame(long n, FreezeFrame frame) {
    int position = 0;
    for (FreezeFrame.Before before : frame.before()) {
      saveReading(n, position++, before.wall().toString(), before.reading());
    }
    for (Reading reading : frame.raw()) {
      saveReading(n, position++, null, reading);
    }
  }

  private void saveReading(long n, int position, @Nullable String before, Reading reading) {
    database.update(
        "INSERT INTO freeze_frame VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        n,
        position,
        before,
        reading.quantity().name(),
        reading.component(),
        Row.nullable(reading.value()),
        reading.quality().name(),
        reading.errno(),
        reading.source());
  }

  /**
   * Reads what is kept of some episodes at once: a query for each of a page would cost more than
   * all the rest of it.
   */
  Frames of(List<Long> episodes) {
    Frames frames = adviceOf(episodes);
    database.readable(
        "SELECT * FROM freeze_frame WHERE fault IN (%s) ORDER BY fault, position"
            .formatted(those(episodes)),
        row -> add(row, frames.readings(row.getLong("fault"))));
    return frames;
  }

  /** The same without freeze frames, which are most of an episode. */
  Frames adviceOf(List<Long> episodes) {
    var frames = new Frames();
    String those = those(episodes);
    database.readable(
        "SELECT * FROM advice WHERE fault IN (%s) ORDER BY fault, step".formatted(those),
        row ->
            frames
                .advice(row.getLong("fault"))
                .add(new Text(Row.required(row, "en"), Row.required(row, "zh"))));
    return frames;
  }

  private static String those(List<Long> episodes) {
    return episodes.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private boolean add(ResultSet row, Readings to) throws SQLException {
    Optional<Quantity> quantity = quantity(Row.required(row, "quantity"));
    if (quantity.isEmpty()) {
      return false;
    }
    Reading reading = reading(quantity.get(), row);
    Optional<String> wall = Row.text(row, "before");
    return wall.isPresent()
        ? to.before.add(new FreezeFrame.Before(Instant.parse(wall.get()), reading))
        : to.raw.add(reading);
  }

  private record Readings(List<FreezeFrame.Before> before, List<Reading> raw) {}

  /** What was read, by episode. */
  static final class Frames {

    private final Map<Long, List<Text>> advice = new HashMap<>();
    private final Map<Long, Readings> readings = new HashMap<>();

    List<Text> advice(long n) {
      return advice.computeIfAbsent(n, of -> new ArrayList<>());
    }

    FreezeFrame freezeFrame(long n) {
      return new FreezeFrame(readings(n).before, readings(n).raw);
    }

    private Readings readings(long n) {
      return readings.computeIfAbsent(n, of -> new Readings(new ArrayList<>(), new ArrayList<>()));
    }
  }

  /** A memory that a newer version wrote must not keep this one from starting. */
  private Optional<Quantity> quantity(String name) {
    Optional<Quantity> known =
        Arrays.stream(Quantity.values()).filter(q -> q.name().equals(name)).findFirst();
    if (known.isEmpty() && unknownQuantities.add(name)) {
      Logger.warn("{} in the fault memory is unknown to this version; it is left out", name);
    }
    return known;
  }

  private static Reading reading(Quantity quantity, ResultSet row) throws SQLException {
    return new Reading(
        quantity,
        Row.required(row, "component"),
        Row.number(row, "value"),
        quality(Row.required(row, "quality")),
        row.getInt("errno"),
        Row.required(row, "source"));
  }

  /** However a newer version called it, it was not read just now. */
  private static Quality quality(String name) {
    return Arrays.stream(Quality.values())
        .filter(quality -> quality.name().equals(name))
        .findFirst()
        .orElse(Quality.STALE);
  }
}
