package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Episodes as rows. What is known at confirmation (advice, freeze frame) is written once; a later
 * transition changes the episode's one row only, which is what flash storage likes.
 *
 * <p>Version 1 of the schema has no columns for how an episode stands with people, nor for drills:
 * every episode comes back as one that nobody has seen.
 */
final class EpisodeTable {

  private static final String INSERT =
      """
      INSERT INTO fault (fault_id, rev, code, component, failure_mode, severity, kind, ne107,
        public_impact, symptom_en, symptom_zh, part_en, part_zh, active, suppressed_by, first_seen,
        last_change, cleared, clock_trusted, boot_id, uptime_s, occurrence, limit_value,
        limit_unit, limit_raise, limit_clear, limit_on_delay, limit_off_delay, source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (fault_id) DO UPDATE SET rev = excluded.rev, severity = excluded.severity,
        public_impact = excluded.public_impact, symptom_en = excluded.symptom_en,
        symptom_zh = excluded.symptom_zh, active = excluded.active,
        suppressed_by = excluded.suppressed_by, last_change = excluded.last_change,
        cleared = excluded.cleared, limit_value = excluded.limit_value,
        limit_unit = excluded.limit_unit, limit_raise = excluded.limit_raise,
        limit_clear = excluded.limit_clear, limit_on_delay = excluded.limit_on_delay,
        limit_off_delay = excluded.limit_off_delay
      """;

  private final Database database;
  private final Set<String> unknownQuantities = new HashSet<>();

  EpisodeTable(Database database) {
    this.database = database;
  }

  /** Writes an episode as it now is. */
  void save(Fault fault) {
    boolean known =
        database.number("SELECT count(*) FROM fault WHERE fault_id = ?", fault.faultId()) > 0;
    database.update(INSERT, columns(fault));
    if (!known) {
      long n = database.number("SELECT n FROM fault WHERE fault_id = ?", fault.faultId());
      saveAdvice(n, fault.advice());
      saveFreezeFrame(n, fault.freezeFrame());
    }
  }

  private static @Nullable Object[] columns(Fault fault) {
    Limit limit = fault.limit();
    return new @Nullable Object[] {
      fault.faultId(),
      fault.rev(),
      fault.code(),
      fault.component(),
      fault.failureMode(),
      fault.severity().name(),
      fault.kind().name(),
      fault.ne107().name(),
      fault.publicImpact().name(),
      fault.symptom().en(),
      fault.symptom().zh(),
      fault.part().en(),
      fault.part().zh(),
      fault.active() ? 1 : 0,
      fault.suppressedBy().orElse(null),
      fault.first().toString(),
      fault.last().toString(),
      fault.cleared().map(Instant::toString).orElse(null),
      fault.clockTrusted() ? 1 : 0,
      fault.bootId(),
      fault.uptimeSeconds(),
      fault.occurrence().total(),
      nullable(limit.value()),
      limit.unit(),
      nullable(limit.raise()),
      nullable(limit.clear()),
      limit.onDelay().toString(),
      limit.offDelay().toString(),
      fault.source(),
    };
  }

  private void saveAdvice(long n, List<Text> advice) {
    for (int step = 0; step < advice.size(); step++) {
      Text text = advice.get(step);
      database.update("INSERT INTO advice VALUES (?, ?, ?, ?)", n, step, text.en(), text.zh());
    }
  }

  private void saveFreezeFrame(long n, FreezeFrame frame) {
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
        nullable(reading.value()),
        reading.quality().name(),
        reading.errno(),
        reading.source());
  }

  /** Every episode that is active, the oldest first. */
  List<Fault> active() {
    return database.query("SELECT * FROM fault WHERE active = 1 ORDER BY n", this::read);
  }

  /** The latest episodes, active or not, the newest first. */
  List<Fault> latest(int limit) {
    return database.query("SELECT * FROM fault ORDER BY n DESC LIMIT ?", this::read, limit);
  }

  /** How many episodes were first seen since then and are no symptom of another one. */
  int begunSince(Instant since) {
    return (int)
        database.number(
            "SELECT count(*) FROM fault WHERE first_seen > ? AND suppressed_by IS NULL",
            since.toString());
  }

  /** Which one the next episode of a code on a component is, if it begins in that boot. */
  Occurrence nextOccurrence(String code, String component, String bootId) {
    long latest =
        database.number(
            "SELECT max(occurrence) FROM fault WHERE code = ? AND component = ?", code, component);
    return occurrence((int) latest + 1, code, component, bootId);
  }

  /** Episodes of a pair are numbered without a gap, so that those of earlier boots end at one. */
  private Occurrence occurrence(int total, String code, String component, String bootId) {
    long earlierBoots =
        database.number(
            """
            SELECT max(occurrence) FROM fault
            WHERE code = ? AND component = ? AND occurrence < ? AND boot_id <> ?
            """,
            code,
            component,
            total,
            bootId);
    return new Occurrence(total, total - (int) earlierBoots, 0, true);
  }

  private Fault read(ResultSet row) throws SQLException {
    long n = row.getLong("n");
    return new Fault(
        row.getString("fault_id"),
        row.getInt("rev"),
        row.getString("code"),
        row.getString("component"),
        row.getString("failure_mode"),
        Severity.valueOf(row.getString("severity")),
        FaultKind.valueOf(row.getString("kind")),
        Ne107.valueOf(row.getString("ne107")),
        PublicImpact.valueOf(row.getString("public_impact")),
        new Text(row.getString("symptom_en"), row.getString("symptom_zh")),
        advice(n),
        new Text(row.getString("part_en"), row.getString("part_zh")),
        row.getInt("active") == 1,
        text(row, "suppressed_by"),
        Standing.NEW,
        Instant.parse(row.getString("first_seen")),
        Instant.parse(row.getString("last_change")),
        text(row, "cleared").map(Instant::parse),
        row.getInt("clock_trusted") == 1,
        row.getString("boot_id"),
        row.getLong("uptime_s"),
        occurrence(
            row.getInt("occurrence"),
            row.getString("code"),
            row.getString("component"),
            row.getString("boot_id")),
        new Limit(
            number(row, "limit_value"),
            row.getString("limit_unit"),
            number(row, "limit_raise"),
            number(row, "limit_clear"),
            Duration.parse(row.getString("limit_on_delay")),
            Duration.parse(row.getString("limit_off_delay"))),
        freezeFrame(n),
        row.getString("source"),
        false);
  }

  private List<Text> advice(long n) {
    return database.query(
        "SELECT en, zh FROM advice WHERE fault = ? ORDER BY step",
        row -> new Text(row.getString("en"), row.getString("zh")),
        n);
  }

  private FreezeFrame freezeFrame(long n) {
    var before = new ArrayList<FreezeFrame.Before>();
    var raw = new ArrayList<Reading>();
    database.query(
        "SELECT * FROM freeze_frame WHERE fault = ? ORDER BY position",
        row -> {
          Optional<Quantity> quantity = quantity(row.getString("quantity"));
          if (quantity.isEmpty()) {
            return false;
          }
          Reading reading = reading(quantity.get(), row);
          Optional<String> wall = text(row, "before");
          return wall.isPresent()
              ? before.add(new FreezeFrame.Before(Instant.parse(wall.get()), reading))
              : raw.add(reading);
        },
        n);
    return new FreezeFrame(before, raw);
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
        row.getString("component"),
        number(row, "value"),
        quality(row.getString("quality")),
        row.getInt("errno"),
        row.getString("source"));
  }

  /** However a newer version called it, it was not read just now. */
  private static Quality quality(String name) {
    return Arrays.stream(Quality.values())
        .filter(quality -> quality.name().equals(name))
        .findFirst()
        .orElse(Quality.STALE);
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static @Nullable Double nullable(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
