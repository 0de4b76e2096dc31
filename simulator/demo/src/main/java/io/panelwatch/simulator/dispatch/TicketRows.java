package io.panelwatch.simulator.dispatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tickets as rows of a table. The crew is not kept: an assignee is a name and a kind. */
final class TicketRows {

  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS ticket (number INTEGER PRIMARY KEY, rev INTEGER NOT NULL,"
          + " device TEXT NOT NULL, fault_id TEXT NOT NULL, code TEXT NOT NULL,"
          + " component TEXT NOT NULL, type TEXT NOT NULL, priority INTEGER NOT NULL,"
          + " symptom TEXT NOT NULL, state TEXT NOT NULL, agent_name TEXT, agent_kind TEXT,"
          + " opened_ms INTEGER NOT NULL, assigned_ms INTEGER, closed_ms INTEGER,"
          + " acknowledged_by TEXT, signed_off_by TEXT)";

  /** What a store has that was made before there were such columns. */
  private static final List<String> LATER_COLUMNS = List.of("acknowledged_by", "signed_off_by");

  private TicketRows() {}

  /** Adds the columns that an earlier version did not have. */
  static void bringUpToDate(Connection connection) throws SQLException {
    var columns = new HashSet<String>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("PRAGMA table_info(ticket)")) {
        while (row.next()) {
          columns.add(row.getString("name"));
        }
      }
      for (String column : LATER_COLUMNS) {
        if (!columns.contains(column)) {
          statement.execute("ALTER TABLE ticket ADD COLUMN " + column + " TEXT");
        }
      }
    }
  }

  static List<Ticket> load(Connection connection) throws SQLException {
    var tickets = new ArrayList<Ticket>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT * FROM ticket ORDER BY number DESC LIMIT 1000")) {
      while (row.next()) {
        tickets.add(ticket(row));
      }
    }
    return tickets;
  }

  static void store(Connection connection, Ticket ticket) throws SQLException {
    FaultFacts fault = ticket.fault();
    @Nullable Object[] values = {
      ticket.number(),
      ticket.rev(),
      ticket.device(),
      fault.faultId(),
      fault.code(),
      fault.component(),
      fault.type(),
      fault.priority(),
      fault.symptom(),
      ticket.state().wireName(),
      ticket.assignee().map(Agent::name).orElse(null),
      ticket.assignee().map(a -> a.kind().wireName()).orElse(null),
      ticket.openedAt().toEpochMilli(),
      ticket.assignedAt().map(Instant::toEpochMilli).orElse(null),
      ticket.closedAt().map(Instant::toEpochMilli).orElse(null),
      ticket.onSite().acknowledgedBy().orElse(null),
      ticket.onSite().signedOffBy().orElse(null)
    };
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO ticket VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    var state = Ticket.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    // Only a fault that is active, nobody's symptom, not put aside, repaired or attended, and no
    // drill ever gets one.
    var fault =
        new FaultFacts(
            row.getString("fault_id"),
            row.getString("code"),
            row.getString("component"),
            row.getString("type"),
            row.getInt("priority"),
            true,
            Optional.empty(),
            false,
            false,
            false,
            false,
            row.getString("symptom"));
    return new Ticket(
        row.getLong("number"),
        row.getLong("rev"),
        row.getString("device"),
        fault,
        state,
        assignee(row),
        Instant.ofEpochMilli(row.getLong("opened_ms")),
        instant(row, "assigned_ms"),
        instant(row, "closed_ms"),
        new Ticket.OnSite(
            Optional.ofNullable(row.getString("acknowledged_by")),
            Optional.ofNullable(row.getString("signed_off_by"))));
  }

  private static Optional<Agent> assignee(ResultSet row) throws SQLException {
    String name = row.getString("agent_name");
    String kind = row.getString("agent_kind");
    return name == null || kind == null
        ? Optional.empty()
        : Optional.of(new Agent(name, Agent.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), Set.of()));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
