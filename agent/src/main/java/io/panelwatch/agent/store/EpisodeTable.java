package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.DtcStatus;
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
import java.util.Optional;
import java.util.OptionalLong;

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

  /** So many are looked at a time. */
  private static final int SLICE = 500;

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
            .put("status_boot_id", occurrence.status().bootId())
            .put("tested_this_boot", occurrence.status().tested())
            .put("failed_this_boot", occurrence.status().failed())
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

  /**
   * Every episode that is active, the oldest first.
   *
   * @throws StoreException of damage where one of them cannot be read: a fault that is there must
   *     not be left out
   */
  List<Resumed> active() {
    String which = "WHERE active = 1 ORDER BY n";
    FrameTable.Frames kept = frames.of(numbers(which));
    return database.query(
        "SELECT * FROM fault " + which,
        row ->
            new Resumed(
                read(row, kept),
                Duration.ofMillis(row.getLong("clean_ms")),
                Duration.ofMillis(row.getLong("quiet_ms"))));
  }

  /** The latest episodes, active or not, the newest first; those of them that can be read. */
  List<Fault> latest(int limit) {
    return readable("ORDER BY n DESC LIMIT ?", limit);
  }

  /** Those that were begun before one, the newest first, likewise; without freeze frames. */
  FaultPage page(long before, int limit) {
    String which = "WHERE n < ? ORDER BY n DESC LIMIT ?";
    List<Long> episodes = numbers(which, before, limit);
    return new FaultPage(
        readable(which, frames.adviceOf(episodes), before, limit),
        episodes.size() < limit || countBefore(episodes.getLast(), 1) == 0
            ? OptionalLong.empty()
            : OptionalLong.of(episodes.getLast()));
  }

  /**
   * How many episodes are nothing that was written.
   *
   * @throws StoreException of damage where they cannot be gone through
   */
  long countUnreadable() {
    long unreadable = 0;
    long before = Long.MAX_VALUE;
    String which = "WHERE n < ? ORDER BY n DESC LIMIT ?";
    for (List<Long> some = numbers(which, before, SLICE); !some.isEmpty(); ) {
      unreadable += some.size() - readable(which, frames.adviceOf(some), before, SLICE).size();
      if (some.getLast() >= before) {
        // Found by the tree's own order, which is not true: it would be found again for ever.
        throw StoreException.damage("the episodes are out of order");
      }
      before = some.getLast();
      some = numbers(which, before, SLICE);
    }
    return unreadable;
  }

  /** How many were begun before one. */
  long countBefore(long before) {
    return countBefore(before, Integer.MAX_VALUE);
  }

  private long countBefore(long before, int most) {
    return database.number(
        "SELECT count(*) FROM (SELECT 1 FROM fault WHERE n < ? LIMIT ?)", before, most);
  }

  /** The one of that id. */
  Optional<Fault> find(String faultId) {
    return readable("WHERE fault_id = ?", faultId).stream().findFirst();
  }

  /** The trouble code of the one of that id, with its component. */
  Optional<AuditPage.Dtc> dtc(String faultId) {
    return database
        .readable(
            "SELECT code, component FROM fault WHERE fault_id = ?",
            row -> new AuditPage.Dtc(Row.required(row, "code"), Row.required(row, "component")),
            faultId)
        .stream()
        .findFirst();
  }

  private List<Fault> readable(String which, Object... arguments) {
    return readable(which, frames.of(numbers(which, arguments)), arguments);
  }

  private List<Fault> readable(String which, FrameTable.Frames kept, Object... arguments) {
    return database.readable("SELECT * FROM fault " + which, row -> read(row, kept), arguments);
  }

  private List<Long> numbers(String which, Object... arguments) {
    return database.query("SELECT n FROM fault " + which, row -> row.getLong(1), arguments);
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
              int inBoot =
                  Row.required(row, "boot_id").equals(bootId) ? row.getInt("this_boot") : 0;
              return new Occurrence(row.getInt("occurrence") + 1, inBoot + 1);
            },
            code,
            component)
        .orElse(Occurrence.FIRST);
  }

  private static Fault read(ResultSet row, FrameTable.Frames frames) throws SQLException {
    long n = row.getLong("n");
    return new Fault(
        Row.required(row, "fault_id"),
        row.getInt("rev"),
        Row.required(row, "code"),
        Row.required(row, "component"),
        Row.required(row, "failure_mode"),
        Severity.valueOf(Row.required(row, "severity")),
        FaultKind.valueOf(Row.required(row, "kind")),
        Ne107.valueOf(Row.required(row, "ne107")),
        PublicImpact.valueOf(Row.required(row, "public_impact")),
        new Text(Row.required(row, "symptom_en"), Row.required(row, "symptom_zh")),
        frames.advice(n),
        new Text(Row.required(row, "part_en"), Row.required(row, "part_zh")),
        Row.flag(row, "active"),
        Row.text(row, "suppressed_by"),
        StandingColumns.read(row),
        Instant.parse(Row.required(row, "first_seen")),
        Instant.parse(Row.required(row, "last_change")),
        Row.text(row, "cleared").map(Instant::parse),
        Row.flag(row, "clock_trusted"),
        Row.required(row, "boot_id"),
        row.getLong("uptime_s"),
        new Occurrence(
            row.getInt("occurrence"),
            row.getInt("this_boot"),
            row.getInt("clean_cycles"),
            new DtcStatus(
                Row.required(row, "status_boot_id"),
                Row.flag(row, "tested_this_boot"),
                Row.flag(row, "failed_this_boot"))),
        new Limit(
            Row.number(row, "limit_value"),
            Row.required(row, "limit_unit"),
            Row.number(row, "limit_raise"),
            Row.number(row, "limit_clear"),
            Duration.parse(Row.required(row, "limit_on_delay")),
            Duration.parse(Row.required(row, "limit_off_delay"))),
        frames.freezeFrame(n),
        Row.required(row, "source"),
        Row.flag(row, "test"));
  }
}
