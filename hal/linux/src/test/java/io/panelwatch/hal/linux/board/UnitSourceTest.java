package io.panelwatch.hal.linux.board;

import static io.panelwatch.hal.linux.RecordedTree.components;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.ServiceUnit;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitSourceTest {

  private static final String UNIT = "kiosk.service";
  private static final String MARK = "run/panelwatch/failed/" + UNIT;
  private static final String EVENTS = "sys/fs/cgroup/system.slice/" + UNIT + "/cgroup.events";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private SensorSource source() throws IOException {
    running(UNIT);
    tree.folder("run/panelwatch/failed");
    return watching(UNIT);
  }

  private UnitSource watching(String... units) {
    return new UnitSource(new Tree(folder), List.of(units));
  }

  private void running(String path) throws IOException {
    tree.file("sys/fs/cgroup/system.slice/" + path + "/cgroup.events", "populated 1\nfrozen 0");
  }

  private static ServiceUnit only(SensorSource source) throws IOException {
    return (ServiceUnit) source.read().getFirst();
  }

  @Test
  void unitThatRunsHasNotFailed() throws IOException {
    ServiceUnit unit = only(source());

    assertTrue(unit.failed().is(0));
    assertTrue(unit.alive().is(1));
  }

  @Test
  void unitHasFailedFromItsMarkUntilTheMarkIsRemoved() throws IOException {
    UnitSource source = watching(UNIT);
    tree.file(MARK, "").file(EVENTS, "populated 0\nfrozen 0");
    assertTrue(only(source).failed().is(1));
    tree.delete(EVENTS);
    assertTrue(only(source).failed().is(1));
    assertEquals(Measured.absent(), only(source).alive());

    tree.delete(MARK);

    assertTrue(only(source).failed().is(0), "started again, however shortly it ran");
  }

  @Test
  void processThatAFailedUnitLeftBehindIsNoUnitThatRunsAgain() throws IOException {
    tree.file(MARK, "");
    running(UNIT);

    assertTrue(only(watching(UNIT)).failed().is(1));
    assertTrue(only(watching(UNIT)).alive().is(1));
  }

  @Test
  void failureIsNotOverBecauseTheFolderOfTheMarksIsGone() throws IOException {
    UnitSource source = watching("reader.service");
    tree.file(MARK, "");
    assertEquals(List.of("reader.service", UNIT), components(source.read()));

    tree.delete(MARK).delete("run/panelwatch/failed");

    assertEquals(List.of("reader.service", UNIT), components(source.read()));
    for (Sample unit : source.read()) {
      assertEquals(Measured.notRecorded(), ((ServiceUnit) unit).failed());
    }
  }

  @Test
  void controlGroupIsFoundBesideTheOlderHierarchies() throws IOException {
    tree.file(
        "sys/fs/cgroup/unified/system.slice/" + UNIT + "/cgroup.events", "populated 1\nfrozen 0");

    assertTrue(only(watching(UNIT)).alive().is(1));
  }

  @Test
  void unitThatOnlyItsDropInNamesIsWatchedWhileThereIsAMark() throws IOException {
    tree.file(MARK, "");

    assertEquals(List.of("kiosk.service"), components(watching().read()));
  }

  @Test
  void instanceOfATemplateIsFoundInItsOwnSlice() throws IOException {
    running("system-ticket\\x2dprinter.slice/ticket-printer@1.service");

    assertTrue(only(watching("ticket-printer@1.service")).alive().is(1));
  }
}
