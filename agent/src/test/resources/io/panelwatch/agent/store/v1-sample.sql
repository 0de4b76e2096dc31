-- A fault memory as version 1 of the schema left it. It never changes.
PRAGMA foreign_keys = OFF;
CREATE TABLE advice (
  fault INTEGER NOT NULL REFERENCES fault (n) ON DELETE CASCADE,
  step  INTEGER NOT NULL,
  en    TEXT    NOT NULL,
  zh    TEXT    NOT NULL,
  PRIMARY KEY (fault, step)
) STRICT, WITHOUT ROWID;
INSERT INTO "advice" VALUES(1,0,'Check the connector.','检查插头。');
INSERT INTO "advice" VALUES(2,0,'Check the connector.','检查插头。');
INSERT INTO "advice" VALUES(3,0,'Check the connector.','检查插头。');
CREATE TABLE counter (
  name  TEXT    PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "counter" VALUES('connection',2);
CREATE TABLE document (
  topic         TEXT    PRIMARY KEY,
  backend_epoch INTEGER NOT NULL,
  rev           INTEGER NOT NULL,
  payload       TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "document" VALUES('dn/queue',5,2,'{"rev":2}');
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
INSERT INTO "fault" VALUES(1,'gone',2,'FAN-201','fan1','stopped','CRITICAL','HARDWARE','FAILURE','NONE','Fan 1 has stopped.','风扇1已停转。','Fan 60x60x15','风扇60x60x15',0,NULL,'2026-03-01T08:00:00Z','2026-03-01T08:00:30Z','2026-03-01T08:10:00Z',1,'boot-1',3600,1,0.0,'rpm',0.0,NULL,'PT30S','PT1M','/sys/class/hwmon/hwmon0/fan1_input');
INSERT INTO "fault" VALUES(2,'again',2,'FAN-201','fan1','stopped','CRITICAL','HARDWARE','FAILURE','NONE','Fan 1 has stopped.','风扇1已停转。','Fan 60x60x15','风扇60x60x15',0,NULL,'2026-03-01T08:00:00Z','2026-03-01T08:00:30Z','2026-03-01T08:10:00Z',1,'boot-1',3600,2,0.0,'rpm',0.0,NULL,'PT30S','PT1M','/sys/class/hwmon/hwmon0/fan1_input');
INSERT INTO "fault" VALUES(3,'now',1,'FAN-201','fan1','stopped','CRITICAL','HARDWARE','FAILURE','NONE','Fan 1 has stopped.','风扇1已停转。','Fan 60x60x15','风扇60x60x15',1,NULL,'2026-03-01T08:00:00Z','2026-03-01T08:00:30Z',NULL,1,'boot-2',3600,3,0.0,'rpm',0.0,NULL,'PT30S','PT1M','/sys/class/hwmon/hwmon0/fan1_input');
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
INSERT INTO "freeze_frame" VALUES(1,0,'2026-03-01T07:59:58Z','FAN_RPM','fan1',2400.0,'GOOD',0,'/sys/class/hwmon/hwmon0/fan1_input');
INSERT INTO "freeze_frame" VALUES(1,1,NULL,'FAN_RPM','fan1',0.0,'GOOD',0,'/sys/class/hwmon/hwmon0/fan1_input');
INSERT INTO "freeze_frame" VALUES(2,0,'2026-03-01T07:59:58Z','FAN_RPM','fan1',2400.0,'GOOD',0,'/sys/class/hwmon/hwmon0/fan1_input');
INSERT INTO "freeze_frame" VALUES(2,1,NULL,'FAN_RPM','fan1',0.0,'GOOD',0,'/sys/class/hwmon/hwmon0/fan1_input');
INSERT INTO "freeze_frame" VALUES(3,0,'2026-03-01T07:59:58Z','FAN_RPM','fan1',2400.0,'GOOD',0,'/sys/class/hwmon/hwmon0/fan1_input');
INSERT INTO "freeze_frame" VALUES(3,1,NULL,'FAN_RPM','fan1',0.0,'GOOD',0,'/sys/class/hwmon/hwmon0/fan1_input');
CREATE TABLE outbox (
  epoch   INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1)),
  written TEXT    NOT NULL,
  payload TEXT    NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "outbox" VALUES(1858445771389629,3,0,'2026-03-01T08:00:00Z','RAISED again @3');
INSERT INTO "outbox" VALUES(1858445771389629,4,1,'2026-03-01T08:00:00Z','skipped @4');
INSERT INTO "outbox" VALUES(1858445771389629,5,0,'2026-03-01T08:00:00Z','RAISED now @5');
CREATE TABLE outbox_head (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  epoch    INTEGER NOT NULL,
  last_seq INTEGER NOT NULL
) STRICT;
INSERT INTO "outbox_head" VALUES(1,1858445771389629,5);
CREATE INDEX fault_active ON fault (n) WHERE active = 1;
CREATE INDEX fault_component ON fault (code, component, occurrence);
PRAGMA user_version = 1;
PRAGMA foreign_keys = ON;
