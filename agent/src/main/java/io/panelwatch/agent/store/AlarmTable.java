package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.AlarmMeter;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * The alarms of the last day, so that their rate goes on after a restart. An episode may have
 * called several times, and says so by none of its own columns.
 */
final class AlarmTable {

  /** More than one, so that those that are too old get fewer with each that is added. */
  private static final int AT_ONCE = 8;

  private final Database database;

  AlarmTable(Database database) {
    this.database = database;
  }

  /** Adds one, unless it is here; those go that will count no more. */
  void save(Alarm alarm) {
    var columns =
        new Columns()
            .put("fault_id", alarm.faultId())
            .put("rev", alarm.rev())
            .put("code", alarm.code())
            .put("component", alarm.component())
            .put("severity", alarm.severity())
            .putStamp("alarm", Optional.of(alarm.at()));
    database.update(
        columns.insertInto("alarm") + " ON CONFLICT (fault_id, rev) DO NOTHING",
        columns.arguments());
    forget(alarm.at());
  }

  /**
   * What is more than a day old by the uptime, or by the wall clock, and what is too many; of the
   * oldest {@value #AT_ONCE} only, so that one costs the same in a flood of them.
   */
  private void forget(Stamp now) {
    database.update(
        """
        DELETE FROM alarm WHERE n IN (SELECT n FROM alarm ORDER BY n LIMIT ?1) AND (
          (alarm_boot_id = ?2 AND alarm_uptime_ms <= ?3)
          OR (alarm_boot_id <> ?2 AND (alarm_trusted = 0 OR (?4 = 1 AND alarm_wall <= ?5)))
          OR n <= (SELECT max(n) FROM alarm) - ?6)
        """,
        AT_ONCE,
        now.bootId(),
        now.uptimeMillis() - AlarmMeter.DAY.toMillis(),
        now.trusted() ? 1 : 0,
        now.wall().minus(AlarmMeter.DAY).toString(),
        AlarmMeter.MOST);
  }

  /** All that are here, in their order. */
  List<Alarm> all() {
    return database.readable(
        "SELECT * FROM alarm ORDER BY n",
        row ->
            new Alarm(
                Row.required(row, "fault_id"),
                row.getInt("rev"),
                Severity.valueOf(Row.required(row, "severity")),
                Row.required(row, "code"),
                Row.required(row, "component"),
                Row.stamp(row, "alarm")));
  }
}
