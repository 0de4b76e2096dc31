-- Episodes, newest last. Instants are ISO 8601 in UTC, durations ISO 8601, enumerations by name,
-- so that stock tools show what is meant.
CREATE TABLE fault (
  n               INTEGER PRIMARY KEY,
  fault_id        TEXT    NOT NULL UNIQUE,
  rev             INTEGER NOT NULL,
  code            TEXT    NOT NULL,
  component       TEXT    NOT NULL,
  failure_mode    TEXT    NOT NULL,
  severity        TEXT    NOT NULL,
  kind            TEXT    NOT NULL,
  ne107           TEXT    NOT NULL,
  public_impact   TEXT    NOT NULL,
  symptom_en      TEXT    NOT NULL,
  symptom_zh      TEXT    NOT NULL,
  part_en         TEXT    NOT NULL,
  part_zh         TEXT    NOT NULL,
  active          INTEGER NOT NULL CHECK (active IN (0, 1)),
  suppressed_by   TEXT,
  first_seen      TEXT    NOT NULL,
  last_change     TEXT    NOT NULL,
  cleared         TEXT,
  clock_trusted   INTEGER NOT NULL CHECK (clock_trusted IN (0, 1)),
  boot_id         TEXT    NOT NULL,
  uptime_s        INTEGER NOT NULL,
  occurrence      INTEGER NOT NULL,
  limit_value     REAL,
  limit_unit      TEXT    NOT NULL,
  limit_raise     REAL,
  limit_clear     REAL,
  limit_on_delay  TEXT    NOT NULL,
  limit_off_delay TEXT    NOT NULL,
  source          TEXT    NOT NULL
) STRICT;
CREATE INDEX fault_active ON fault (n) WHERE active = 1;
CREATE INDEX fault_component ON fault (code, component, occurrence);

CREATE TABLE advice (
  fault INTEGER NOT NULL REFERENCES fault (n) ON DELETE CASCADE,
  step  INTEGER NOT NULL,
  en    TEXT    NOT NULL,
  zh    TEXT    NOT NULL,
  PRIMARY KEY (fault, step)
) STRICT, WITHOUT ROWID;

-- The freeze frame: rows with a time are of the minute before, those without of first sight.
CREATE TABLE freeze_frame (
  fault     INTEGER NOT NULL REFERENCES fault (n) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  before    TEXT,
  quantity  TEXT    NOT NULL,
  component TEXT    NOT NULL,
  value     REAL,
  quality   TEXT    NOT NULL,
  errno     INTEGER NOT NULL,
  source    TEXT    NOT NULL,
  PRIMARY KEY (fault, position)
) STRICT, WITHOUT ROWID;

-- What the backend has not acknowledged. The payload is final: it carries its epoch and seq.
CREATE TABLE outbox (
  epoch   INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1)),
  written TEXT    NOT NULL,
  payload TEXT    NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

-- One row: the epoch in force and the last seq that was given away in it.
CREATE TABLE outbox_head (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  epoch    INTEGER NOT NULL,
  last_seq INTEGER NOT NULL
) STRICT;

-- The latest document of each topic that the backend publishes, as it arrived.
CREATE TABLE document (
  topic         TEXT    PRIMARY KEY,
  backend_epoch INTEGER NOT NULL,
  rev           INTEGER NOT NULL,
  payload       TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name  TEXT    PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
