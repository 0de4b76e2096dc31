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
