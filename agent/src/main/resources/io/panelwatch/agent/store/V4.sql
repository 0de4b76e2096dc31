-- When a repair was signed off; NULL of what was signed off before this version.
ALTER TABLE fault ADD COLUMN resolved_wall TEXT;
ALTER TABLE fault ADD COLUMN resolved_trusted INTEGER;
ALTER TABLE fault ADD COLUMN resolved_boot_id TEXT;
ALTER TABLE fault ADD COLUMN resolved_uptime_ms INTEGER;
