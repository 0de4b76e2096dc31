package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Episodes as rows. What is known at confirmation (advice, freeze frame) is written once; a later
 * transition changes the episode's one row only, which is what flash storage likes.
 */
final class EpisodeTable {

  /** What an episode keeps from its confirmation on, beside what {@link FrameTable} has of it. */
  private static final List<String> NEVER_CHANGED =
      List.of(
          "code",
          "component",
          "failure_mode",
          "kind",
          "part_en",
          "part_zh",
          "first_seen",
          "clock_trusted",
          "boot_id",
          "uptime_s",
          "source",
          "test");

  /** A later revision, which was written by who had it, stays. */
  private static final String UNLESS_LATER = " WHERE excluded.rev >= fault.rev";

  private final Database database;
  private final FrameTable frames;

  EpisodeTable(Database database) {
    this.database = database;
    frames = new FrameTable(database);
  }

  /** Writes an episode as it now is, unless it is known at a later revision. */
  void save(Fault fault) {
    boolean known =
        database.number("SELECT count(*) FROM fault WHERE fault_id = ?", fault.faultId()) > 0;
    Columns columns = columns(fault);
    database.update(
        columns.insertInto("fault") + columns.orUpdate("fault_id", NEVER_CHANGED) + UNLESS_LATER,
        columns.arguments());
    if (!known) {
      long n = database.number("SELECT n FROM fault WHERE fault_id = ?", fault.faultId());
      frames.saveAdvice(n, fault.advice());
      frames.saveFreezeFrame(n, fault.freezeFrame());
    }
  }

  /** Notes how far an episode has come to its end; nothing where there is no such episode. */
  void save(Checkpoint checkpoint) {
    database.update(
        "UPDATE fault SET clean_ms = ?, quiet_ms = ? WHERE fault_id = ?",
        checkpoint.clean().toMillis(),
        checkpoint.quiet().toMillis(),
        checkpoint.faultId());
  }

  private static Columns columns(Fault fault) {
    Limit limit = fault.limit();
    Occurrence occurrence = fault.occurrence();
    var columns =
        new Columns()
            .put("fault_id", fault.faultId())
            .put("rev", fault.rev())
            .put("code", fault.code())
            .put("component", fault.component())
            .put("failure_mode", fault.failureMode())
            .put("severity", fault.severity())
            .put("kind", fault.kind())
            .put("ne107", fault.ne107())
            .put("public_impact", fault.publicImpact())
            .put("symptom_en", fault.symptom().en())
            .put("symptom_zh", fault.symptom().zh())
            .put("part_en", fault.part().en())
            .put("part_zh", fault.part().zh())
            .put("active", fault.active())
            .put("suppressed_by", fault.suppressedBy().orElse(null))
            .put("first_seen", fault.first())
            .put("last_change", fault.last())
            .put("cleared", fault.cleared().map(Instant::toString).orElse(null))
            .put("clock_trusted", fault.clockTrusted())
            .put("boot_id", fault.bootId())
            .put("uptime_s", fault.uptimeSeconds())
            .put("occurrence", occurrence.total())
            .put("this_boot", occurrence.thisBoot())
            .put("clean_cycles", occurrence.cleanCycles())
            .put("tested_this_boot", occurrence.testedThisBoot())
            .put("limit_value", Row.nullable(limit.value()))
            .put("limit_unit", limit.unit())
            .put("limit_raise", Row.nullable(limit.raise()))
            .put("limit_clear", Row.nullable(limit.clear()))
            .put("limit_on_delay", limit.onDelay())
            .put("limit_off_delay", limit.offDelay())
            .put("source", fault.source())
            .put("test", fault.test());
    StandingColumns.put(columns, fault.standing());
    return columns;
  }

  /** Every episode that is active, the oldest first. */
  List<Resumed> active() {
    return query("WHERE active = 1 ORDER BY n");
  }

  /** The latest episodes, active or not, the newest first. */
  List<Fault> latest(int limit) {
    return query("ORDER BY n DESC LIMIT ?", limit).stream().map(Resumed::fault).toList();
  }

  private List<Resumed> query(String which, Object... arguments) {
    List<Long> episodes =
        database.query("SELECT n FROM fault " + which, row -> row.getLong(1), arguments);
    FrameTable.Frames kept = frames.of(episodes);
    return database.query(
        "SELECT * FROM fault " + which,
        row ->
            new Resumed(
                read(row, kept),
                Duration.ofMillis(row.getLong("clean_ms")),
                Duration.ofMillis(row.getLong("quiet_ms"))),
        arguments);
  }

  /** The latest alarms that began after that, the oldest first. */
  List<Announced> announcedSince(Instant since, int most) {
    return database
        .query(
            """
            SELECT first_seen, severity, code, component FROM fault
            WHERE first_seen > ? AND clock_trusted = 1 AND test = 0 AND suppressed_by IS NULL
              AND (shelf_wall IS NULL OR shelf_wall > first_seen)
            ORDER BY first_seen DESC LIMIT ?
            """,
            row ->
                new Announced(
                    Instant.parse(row.getString("first_seen")),
                    Severity.valueOf(row.getString("severity")),
                    row.getString("code"),
                    row.getString("component")),
            since.toString(),
            most)
        .reversed();
  }

  /** Which one the next episode of a code on a component is, if it begins in that boot. */
  Occurrence nextOccurrence(String code, String component, String bootId) {
    return database
        .first(
            """
            SELECT occurrence, this_boot, boot_id FROM fault
            WHERE code = ? AND component = ? AND test = 0 ORDER BY occurrence DESC LIMIT 1
            """,
            row -> {
              int inBoot = row.getString("boot_id").equals(bootId) ? row.getInt("this_boot") : 0;
              return new Occurrence(row.getInt("occurrence") + 1, inBoot + 1, 0, true);
            },
            code,
            component)
        .orElse(Occurrence.FIRST);
  }

  private static Fault read(ResultSet row, FrameTable.Frames frames) throws SQLException {
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
        frames.advice(n),
        new Text(row.getString("part_en"), row.getString("part_zh")),
        Row.flag(row, "active"),
        Row.text(row, "suppressed_by"),
        StandingColumns.read(row),
        Instant.parse(row.getString("first_seen")),
        Instant.parse(row.getString("last_change")),
        Row.text(row, "cleared").map(Instant::parse),
        Row.flag(row, "clock_trusted"),
        row.getString("boot_id"),
        row.getLong("uptime_s"),
        new Occurrence(
            row.getInt("occurrence"),
            row.getInt("this_boot"),
            row.getInt("clean_cycles"),
            Row.flag(row, "tested_this_boot")),
        new Limit(
            Row.number(row, "limit_value"),
            row.getString("limit_unit"),
            Row.number(row, "limit_raise"),
            Row.number(row, "limit_clear"),
            Duration.parse(row.getString("limit_on_delay")),
            Duration.parse(row.getString("limit_off_delay"))),
        frames.freezeFrame(n),
        row.getString("source"),
        Row.flag(row, "test"));
  }
}
