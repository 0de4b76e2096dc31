-- How an episode stands with people, and what outlives it. A moment is four columns: the wall
-- clock, whether that could be believed, the boot, and the uptime in it; who did it are two.
ALTER TABLE fault ADD COLUMN test INTEGER NOT NULL DEFAULT 0 CHECK (test IN (0, 1));
ALTER TABLE fault ADD COLUMN this_boot INTEGER NOT NULL DEFAULT 1;
ALTER TABLE fault ADD COLUMN clean_cycles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fault ADD COLUMN tested_this_boot INTEGER NOT NULL DEFAULT 1
  CHECK (tested_this_boot IN (0, 1));
ALTER TABLE fault ADD COLUMN latched INTEGER NOT NULL DEFAULT 0 CHECK (latched IN (0, 1));
ALTER TABLE fault ADD COLUMN flapping INTEGER NOT NULL DEFAULT 0 CHECK (flapping IN (0, 1));
ALTER TABLE fault ADD COLUMN visit TEXT;

ALTER TABLE fault ADD COLUMN ack_kind TEXT;
ALTER TABLE fault ADD COLUMN ack_name TEXT;
ALTER TABLE fault ADD COLUMN ack_wall TEXT;
ALTER TABLE fault ADD COLUMN ack_trusted INTEGER;
ALTER TABLE fault ADD COLUMN ack_boot_id TEXT;
ALTER TABLE fault ADD COLUMN ack_uptime_ms INTEGER;

-- Without a time it is out of service.
ALTER TABLE fault ADD COLUMN shelf_kind TEXT;
ALTER TABLE fault ADD COLUMN shelf_name TEXT;
ALTER TABLE fault ADD COLUMN shelf_wall TEXT;
ALTER TABLE fault ADD COLUMN shelf_trusted INTEGER;
ALTER TABLE fault ADD COLUMN shelf_boot_id TEXT;
ALTER TABLE fault ADD COLUMN shelf_uptime_ms INTEGER;
ALTER TABLE fault ADD COLUMN shelf_time TEXT;

ALTER TABLE fault ADD COLUMN resolved_kind TEXT;
ALTER TABLE fault ADD COLUMN resolved_name TEXT;
ALTER TABLE fault ADD COLUMN resolved_action TEXT;
ALTER TABLE fault ADD COLUMN resolved_part TEXT;
ALTER TABLE fault ADD COLUMN resolved_verified INTEGER;
ALTER TABLE fault ADD COLUMN resolved_removed INTEGER;

-- For how long its condition was seen to be gone, and for how long it was quiet while it was held
-- for having come and gone too often; in milliseconds.
ALTER TABLE fault ADD COLUMN clean_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fault ADD COLUMN quiet_ms INTEGER NOT NULL DEFAULT 0;

-- Episodes of a code on a component are numbered without a gap, so those of earlier boots end at one.
UPDATE fault SET this_boot = occurrence - coalesce(
  (SELECT max(earlier.occurrence) FROM fault AS earlier
   WHERE earlier.code = fault.code AND earlier.component = fault.component
     AND earlier.occurrence < fault.occurrence AND earlier.boot_id <> fault.boot_id), 0);

CREATE INDEX fault_first_seen ON fault (first_seen);

-- What is put aside, for a time or out of service.
CREATE TABLE shelf (
  code            TEXT    NOT NULL,
  component       TEXT    NOT NULL,
  shelf_kind      TEXT    NOT NULL,
  shelf_name      TEXT    NOT NULL,
  shelf_wall      TEXT    NOT NULL,
  shelf_trusted   INTEGER NOT NULL CHECK (shelf_trusted IN (0, 1)),
  shelf_boot_id   TEXT    NOT NULL,
  shelf_uptime_ms INTEGER NOT NULL,
  shelf_time      TEXT,
  PRIMARY KEY (code, component)
) STRICT, WITHOUT ROWID;

-- What is remembered of a code on a component that has failed: the counters and the status of
-- ISO 14229, as of its latest cycle (a boot, or a day of one).
CREATE TABLE memory (
  code          TEXT    NOT NULL,
  component     TEXT    NOT NULL,
  total         INTEGER NOT NULL,
  this_boot     INTEGER NOT NULL,
  last_fault    TEXT    NOT NULL,
  clean_cycles  INTEGER NOT NULL,
  cycle_boot_id TEXT    NOT NULL,
  cycle_day     INTEGER NOT NULL,
  tested        INTEGER NOT NULL CHECK (tested IN (0, 1)),
  failed        INTEGER NOT NULL CHECK (failed IN (0, 1)),
  PRIMARY KEY (code, component)
) STRICT, WITHOUT ROWID;
