package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import io.panelwatch.hal.BoardClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a backup ready to take the place of the present database. The past is the backup's, what is
 * true now is the present's:
 *
 * <pre>
 *   history, memory of what has failed   the backup's; what the present knows of a pair is newer
 *   active faults                        the present's. Of those that only the backup has, nobody
 *                                        knows any more: where faults are judged meanwhile they
 *                                        have ended, and that is reported; else the next start
 *                                        judges them
 *   inspections                          of both, the present's later
 *   audit                                of both, the present's later
 *   outbox                               the present's of every epoch that it knows, at its places;
 *                                        the backup's of others
 *   arrangements, documents, all else    the present's, unless that remembers nothing at all
 *   epoch                                a new one after both, so that no place is used twice
 * </pre>
 *
 * <p>All of it is in the backup's copy before that is moved: a power cut leaves the one database or
 * the other, whole. Not thread-safe.
 */
final class Restore {

  /**
   * A backup that can take the place of the present database.
   *
   * @param episodes how many it remembers
   * @param ended how many of them are told as ended
   */
  record Ready(long episodes, long ended) {}

  /** The tables that are joined; all others say how things stand, and the present's hold. */
  private static final Set<String> JOINED =
      Set.of(
          "fault",
          "advice",
          "freeze_frame",
          "memory",
          "outbox",
          "outbox_head",
          "counter",
          "inspection",
          "audit");

  private final Database backup;
  private final Database present;
  private final BoardClock clock;

  private Restore(Database backup, Database present, BoardClock clock) {
    this.backup = backup;
    this.present = present;
    this.clock = clock;
  }

  /**
   * Brings a backup to this program's version, while the present database is written.
   *
   * @throws StoreException when it is of no use, or there is no space for both
   */
  static void bringUpToDate(StagedBackup staged) {
    Path file = staged.claimed();
    try (Database backup = Database.openWriter(file)) {
      int version = Schema.versionOf(backup);
      if (version == 0 || version > Schema.VERSION) {
        throw new StoreException(
            "%s has version %d and this program reads 1 to %d: it was not restored"
                .formatted(file, version, Schema.VERSION));
      }
      requireRoom(staged.folder(), version == Schema.VERSION ? 0 : Pruning.bytes(backup));
      Schema.migrate(backup);
      requireAllInFile(backup, file);
    }
    staged.requireWhole();
  }

  /** At most all of the present is written into the backup. */
  private static void requireRoom(Path folder, long forMigration) {
    try (Database present = Database.openReader(StoreFolder.databaseIn(folder))) {
      Backup.requireRoom(folder, Pruning.bytes(present) + forMigration);
    } catch (IOException e) {
      throw new StoreException(e.getMessage() + "; nothing was restored", 0, e);
    }
  }

  /** To close it would do the same, and not say where the storage refuses. */
  private static void requireAllInFile(Database backup, Path file) {
    if (!backup.emptyLog()) {
      throw new StoreException(
          "somebody reads %s: try again, nothing was restored".formatted(file));
    }
  }

  /**
   * Joins it with the present.
   *
   * @param staged a backup of this program's version, beside the database in use, which nobody
   *     writes meanwhile
   * @param told reports what has ended; empty where nobody is told
   * @param judging whether faults are judged meanwhile
   * @param now when it is done
   * @throws StoreException when the storage refuses; the present is as it was
   */
  static Ready join(
      StagedBackup staged,
      BoardClock clock,
      Optional<OutboxEncoder> told,
      boolean judging,
      Stamp now) {
    Path file = staged.claimed();
    Path present = StoreFolder.databaseIn(staged.folder());
    Ready ready;
    try (Database backup = Database.openWriter(file);
        Database reader = Database.openReader(present)) {
      backup.update("ATTACH ? AS present", present.toString());
      ready = new Restore(backup, reader, clock).merge(told, judging, now);
      requireAllInFile(backup, file);
    }
    staged.requireWhole();
    return ready;
  }

  private Ready merge(Optional<OutboxEncoder> told, boolean judging, Stamp now) {
    return backup.inTransaction(
        () -> {
          outbox();
          memory();
          inspections();
          audit();
          if (presentRemembersAnything()) {
            new Integrity(backup)
                .tables().stream().filter(table -> !JOINED.contains(table)).forEach(this::replace);
          }
          List<Fault> over = episodes(judging);
          var outbox = new OutboxTable(backup, clock);
          long epoch =
              outbox.begin(
                  backup.number(
                      """
                      SELECT max(epoch) FROM (SELECT epoch FROM outbox_head
                        UNION ALL SELECT epoch FROM present.outbox_head
                        UNION ALL SELECT epoch FROM outbox)
                      """));
          for (Fault fault : over) {
            Fault ended = end(fault, now);
            told.ifPresent(encoder -> report(ended, outbox, epoch, encoder, now));
          }
          return new Ready(backup.number("SELECT count(*) FROM fault"), over.size());
        });
  }

  private void outbox() {
    backup.update(
        """
        DELETE FROM main.outbox WHERE epoch IN
          (SELECT epoch FROM present.outbox_head UNION SELECT epoch FROM present.outbox)
        """);
    backup.update("INSERT INTO main.outbox SELECT * FROM present.outbox");
    backup.update(
        """
        INSERT INTO main.counter SELECT * FROM present.counter WHERE true
        ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
        """);
  }

  private void memory() {
    backup.update(
        """
        INSERT INTO main.memory SELECT * FROM present.memory WHERE true
        ON CONFLICT (code, component) DO UPDATE SET
          total = max(total, excluded.total), this_boot = excluded.this_boot,
          last_fault = excluded.last_fault, clean_cycles = excluded.clean_cycles,
          cycle_boot_id = excluded.cycle_boot_id, cycle_day = excluded.cycle_day,
          tested = excluded.tested, failed = excluded.failed,
          tested_this_boot = excluded.tested_this_boot,
          failed_this_boot = excluded.failed_this_boot
        """);
  }

  private void inspections() {
    var known = new InspectionTable(backup);
    new InspectionTable(present).all().forEach(known::save);
  }

  private void audit() {
    String columns =
        "audit_kind, audit_name, audit_wall, audit_trusted, audit_boot_id, audit_uptime_ms, "
            + "action, subject, detail, outcome";
    backup.update(
        """
        INSERT INTO main.audit (%1$s) SELECT %1$s FROM present.audit
        WHERE (%1$s) NOT IN (SELECT %1$s FROM main.audit) ORDER BY n
        """
            .formatted(columns));
  }

  /** A board may have no fault at all, and a technician at work. */
  private boolean presentRemembersAnything() {
    return present.number(
            """
            SELECT EXISTS (SELECT 1 FROM fault) OR EXISTS (SELECT 1 FROM shelf)
              OR EXISTS (SELECT 1 FROM visit) OR EXISTS (SELECT 1 FROM retired)
            """)
        == 1;
  }

  private void replace(String table) {
    backup.update("DELETE FROM main." + table);
    backup.update("INSERT INTO main.%1$s SELECT * FROM present.%1$s".formatted(table));
  }

  /** Writes what the present knows; returns what of the backup is active and is so no more. */
  private List<Fault> episodes(boolean judging) {
    var old = new EpisodeTable(backup);
    var known = new EpisodeTable(present);
    List<Fault> wereActive = old.active().stream().map(Resumed::fault).toList();
    List<Resumed> live = known.active();
    for (Resumed episode : live) {
      old.save(episode.fault());
      old.save(new Checkpoint(episode.fault().faultId(), episode.clean(), episode.quiet()));
    }
    Set<List<String>> taken =
        live.stream().map(episode -> pair(episode.fault())).collect(Collectors.toSet());
    Set<String> settled = new HashSet<>();
    for (Fault fault : wereActive) {
      known
          .find(fault.faultId())
          .ifPresent(
              later -> {
                settled.add(fault.faultId());
                old.save(later);
              });
    }
    return wereActive.stream()
        .filter(fault -> !settled.contains(fault.faultId()))
        .filter(fault -> judging || taken.contains(pair(fault)))
        .toList();
  }

  private static List<String> pair(Fault fault) {
    return List.of(fault.code(), fault.component());
  }

  private Fault end(Fault fault, Stamp now) {
    var free = fault.standing().withLatched(false).withFlapping(false);
    Fault over = fault.with(free).cleared(now.wall());
    new EpisodeTable(backup).save(over);
    return over;
  }

  private static void report(
      Fault over, OutboxTable outbox, long epoch, OutboxEncoder encoder, Stamp now) {
    var place = new OutboxPlace(epoch, outbox.takeSeq(), true);
    var cleared = new FaultTransition(FaultTransition.Kind.CLEARED, over, now, Actor.AGENT);
    outbox.add(
        new OutboxRow(
            epoch, place.seq(), OutboxTopic.FAULT, false, encoder.encode(cleared, place)));
  }
}
