package io.panelwatch.agent.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a look through a whole fault memory, or a backup of one, has found.
 *
 * @param file the database
 * @param version of its schema; 0 where not even that can be read
 * @param contents what is in it; empty where that cannot be told
 * @param findings what is wrong with it; empty where nothing is
 */
public record Verification(
    Path file, int version, Optional<Contents> contents, List<Finding> findings) {

  /**
   * How much a fault memory holds.
   *
   * @param episodes all that are remembered
   * @param active those of them that go on
   * @param waiting reports that the backend has not acknowledged
   * @param latest when the latest change was, ISO 8601; empty where there is none
   */
  public record Contents(long episodes, long active, long waiting, Optional<String> latest) {}

  /**
   * Something that is wrong.
   *
   * @param detail where, or what SQLite says
   */
  public record Finding(Kind kind, String detail) {}

  /** What can be wrong. */
  public enum Kind {
    /** A page is not as SQLite wrote it, or contradicts another one. */
    DAMAGED,
    /** A row is nothing that this program wrote. */
    UNREADABLE,
    /** A newer program wrote it. */
    NEWER,
    /** It is no fault memory. */
    FOREIGN,
    /** A code is active twice on one component. */
    TWICE_ACTIVE,
    /** An episode is active and has ended, or neither. */
    CONTRADICTION,
    /** The outbox lacks a report between two others. */
    GAP
  }

  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean ok() {
    return findings.isEmpty();
  }

  /**
   * Looks through a database, whether or not somebody writes it meanwhile: as of one moment.
   *
   * @throws StoreException when there is none, or the storage refuses to give it
   */
  public static Verification of(Path file) {
    if (Files.notExists(file)) {
      throw new StoreException("no fault memory at %s".formatted(file));
    }
    try (Database database = Database.openReader(file)) {
      return new Look(file, database).verification();
    } catch (StoreException e) {
      if (!e.tellsOfDamage()) {
        throw e;
      }
      return damaged(file, 0, e);
    }
  }

  private static Verification damaged(Path file, int version, StoreException e) {
    var finding = new Finding(Kind.DAMAGED, String.valueOf(e.getMessage()));
    return new Verification(file, version, Optional.empty(), List.of(finding));
  }

  /** A look at one database. */
  private record Look(Path file, Database database) {

    /** The first version that tells drills apart. */
    private static final int WITH_DRILLS = 2;

    Verification verification() {
      int version = Schema.versionOf(database);
      if (version > Schema.VERSION) {
        return only(version, new Finding(Kind.NEWER, String.valueOf(version)));
      }
      if (version == 0 || !new Integrity(database).tables().contains("outbox_head")) {
        return only(version, new Finding(Kind.FOREIGN, ""));
      }
      try {
        // All of it is of one moment: from the first read on, until the end.
        database.script("BEGIN;");
        var findings = new ArrayList<Finding>();
        new Integrity(database)
            .ofAll()
            .forEach(sentence -> findings.add(new Finding(Kind.DAMAGED, sentence)));
        twiceActive(version).forEach(pair -> findings.add(new Finding(Kind.TWICE_ACTIVE, pair)));
        contradictions().forEach(id -> findings.add(new Finding(Kind.CONTRADICTION, id)));
        gaps().forEach(epoch -> findings.add(new Finding(Kind.GAP, epoch)));
        if (version == Schema.VERSION && findings.isEmpty()) {
          unreadable().ifPresent(n -> findings.add(new Finding(Kind.UNREADABLE, n)));
        }
        return new Verification(file, version, Optional.of(contents()), findings);
      } catch (StoreException e) {
        if (!e.tellsOfDamage()) {
          throw e;
        }
        return damaged(file, version, e);
      }
    }

    private Verification only(int version, Finding finding) {
      return new Verification(file, version, Optional.empty(), List.of(finding));
    }

    private List<String> twiceActive(int version) {
      String drill = version < WITH_DRILLS ? "0" : "test";
      return database.query(
          """
          SELECT code || ' ' || component FROM fault WHERE active = 1
          GROUP BY code, component, %s HAVING count(*) > 1
          """
              .formatted(drill),
          row -> row.getString(1));
    }

    private List<String> contradictions() {
      return database.query(
          "SELECT fault_id FROM fault WHERE (active = 1) = (cleared IS NOT NULL) ORDER BY n",
          row -> row.getString(1));
    }

    /** Reports leave an epoch from its front only, and the head knows the last of its own. */
    private List<String> gaps() {
      return database.query(
          """
          SELECT epoch FROM outbox LEFT JOIN outbox_head USING (epoch) GROUP BY epoch
          HAVING count(*) <> max(seq) - min(seq) + 1 OR max(seq) <> coalesce(last_seq, max(seq))
          """,
          row -> String.valueOf(row.getLong(1)));
    }

    private Optional<String> unreadable() {
      long rows = new EpisodeTable(database).countUnreadable();
      return rows == 0 ? Optional.empty() : Optional.of(String.valueOf(rows));
    }

    private Contents contents() {
      return new Contents(
          database.number("SELECT count(*) FROM fault"),
          database.number("SELECT count(*) FROM fault WHERE active = 1"),
          database.number("SELECT count(*) FROM outbox"),
          database.first(
              "SELECT max(last_change) FROM fault HAVING max(last_change) IS NOT NULL",
              row -> row.getString(1)));
    }
  }
}
