-- The service visit that is open, which is one at most; who opened it and when are six columns, as
-- of a shelf.
CREATE TABLE visit (
  id              TEXT    NOT NULL PRIMARY KEY,
  whole           INTEGER NOT NULL CHECK (whole IN (0, 1)),
  visit_kind      TEXT    NOT NULL,
  visit_name      TEXT    NOT NULL,
  visit_wall      TEXT    NOT NULL,
  visit_trusted   INTEGER NOT NULL CHECK (visit_trusted IN (0, 1)),
  visit_boot_id   TEXT    NOT NULL,
  visit_uptime_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The faults that it is for, in their order.
CREATE TABLE visit_work (
  n         INTEGER NOT NULL PRIMARY KEY,
  fault_id  TEXT    NOT NULL,
  code      TEXT    NOT NULL,
  component TEXT    NOT NULL
) STRICT;

-- What the latest retest of a fault in it came to.
CREATE TABLE visit_retest (
  fault_id TEXT NOT NULL PRIMARY KEY,
  result   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Components that were taken away for good.
CREATE TABLE retired (
  type              TEXT    NOT NULL,
  component         TEXT    NOT NULL,
  retired_kind      TEXT    NOT NULL,
  retired_name      TEXT    NOT NULL,
  retired_wall      TEXT    NOT NULL,
  retired_trusted   INTEGER NOT NULL CHECK (retired_trusted IN (0, 1)),
  retired_boot_id   TEXT    NOT NULL,
  retired_uptime_ms INTEGER NOT NULL,
  PRIMARY KEY (type, component)
) STRICT, WITHOUT ROWID;

-- What people have done on the device, or have tried to do: who, when, with what outcome.
CREATE TABLE audit (
  n               INTEGER NOT NULL PRIMARY KEY,
  audit_kind      TEXT    NOT NULL,
  audit_name      TEXT    NOT NULL,
  audit_wall      TEXT    NOT NULL,
  audit_trusted   INTEGER NOT NULL CHECK (audit_trusted IN (0, 1)),
  audit_boot_id   TEXT    NOT NULL,
  audit_uptime_ms INTEGER NOT NULL,
  action          TEXT    NOT NULL,
  subject         TEXT    NOT NULL,
  detail          TEXT    NOT NULL,
  outcome         TEXT    NOT NULL
) STRICT;

-- An entry leaves for one of its like only; and the latest wrong codes are asked for at each try.
CREATE INDEX audit_like ON audit (outcome, action);

-- Where a report is sent; it stays so for a report that is given up.
ALTER TABLE outbox ADD COLUMN topic TEXT NOT NULL DEFAULT 'up/fault'
  CHECK (topic IN ('up/fault', 'up/service'));

-- Whether the clock could be believed when it was written.
ALTER TABLE outbox ADD COLUMN written_trusted INTEGER NOT NULL DEFAULT 0
  CHECK (written_trusted IN (0, 1));

-- What people have looked at because no sensor sees it: each time, by whom, after how many hours
-- that the agent had run, and which wear (faultIds) was known by then. The day is the one that the
-- interval counts from; NULL while no clock could be trusted.
CREATE TABLE inspection (
  n              INTEGER NOT NULL PRIMARY KEY,
  item           TEXT    NOT NULL,
  done_kind      TEXT    NOT NULL,
  done_name      TEXT    NOT NULL,
  done_wall      TEXT    NOT NULL,
  done_trusted   INTEGER NOT NULL CHECK (done_trusted IN (0, 1)),
  done_boot_id   TEXT    NOT NULL,
  done_uptime_ms INTEGER NOT NULL,
  day            TEXT,
  running_hours  REAL    NOT NULL,
  wear           TEXT    NOT NULL,
  UNIQUE (item, done_boot_id, done_uptime_ms)
) STRICT;
