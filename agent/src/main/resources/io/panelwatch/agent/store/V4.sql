-- When a repair was signed off; NULL of what was signed off before this version.
ALTER TABLE fault ADD COLUMN resolved_wall TEXT;
ALTER TABLE fault ADD COLUMN resolved_trusted INTEGER;
ALTER TABLE fault ADD COLUMN resolved_boot_id TEXT;
ALTER TABLE fault ADD COLUMN resolved_uptime_ms INTEGER;

-- What ISO 14229 says of a code in one boot: whether it was tested, and whether it has failed. Of
-- what an earlier version wrote nobody knows it.
ALTER TABLE fault ADD COLUMN status_boot_id TEXT NOT NULL DEFAULT '';
ALTER TABLE fault ADD COLUMN failed_this_boot INTEGER NOT NULL DEFAULT 0
  CHECK (failed_this_boot IN (0, 1));
ALTER TABLE memory ADD COLUMN tested_this_boot INTEGER NOT NULL DEFAULT 0
  CHECK (tested_this_boot IN (0, 1));
ALTER TABLE memory ADD COLUMN failed_this_boot INTEGER NOT NULL DEFAULT 0
  CHECK (failed_this_boot IN (0, 1));
-- What is known of the latest cycle is so of its boot.
UPDATE memory SET tested_this_boot = max(tested, failed), failed_this_boot = failed;

-- The alarms of the last day: by which revisions of episodes somebody was called, and when.
CREATE TABLE alarm (
  n               INTEGER NOT NULL PRIMARY KEY,
  fault_id        TEXT    NOT NULL,
  rev             INTEGER NOT NULL,
  code            TEXT    NOT NULL,
  component       TEXT    NOT NULL,
  severity        TEXT    NOT NULL,
  alarm_wall      TEXT    NOT NULL,
  alarm_trusted   INTEGER NOT NULL CHECK (alarm_trusted IN (0, 1)),
  alarm_boot_id   TEXT    NOT NULL,
  alarm_uptime_ms INTEGER NOT NULL,
  UNIQUE (fault_id, rev)
) STRICT;

-- Of earlier ones only what episodes say by themselves is known: when those that called at once
-- were first seen. Alarms that are added take away what is too old to count.
INSERT INTO alarm (fault_id, rev, code, component, severity,
    alarm_wall, alarm_trusted, alarm_boot_id, alarm_uptime_ms)
  SELECT fault_id, 1, code, component, severity,
    first_seen, clock_trusted, boot_id, uptime_s * 1000
  FROM fault
  WHERE test = 0 AND suppressed_by IS NULL AND (shelf_wall IS NULL OR shelf_wall > first_seen)
    AND n > (SELECT max(n) FROM fault) - 1000
  ORDER BY n;

-- That was how they were found before.
DROP INDEX fault_first_seen;
