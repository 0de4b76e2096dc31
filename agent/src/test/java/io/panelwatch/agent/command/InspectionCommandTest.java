package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.InspectionSettings;
import io.panelwatch.agent.config.InspectionSettings.Every;
import io.panelwatch.agent.config.InspectionSettings.Interval;
import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.inspection.Inspections;
import io.panelwatch.agent.inspection.RunningTime;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is looked at from time to time, of a board on the first of March. */
class InspectionCommandTest extends ShellTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");

  private static final Inspections BOARD = boardOn(NOON);

  private static Inspections boardOn(Instant now) {
    return new Inspections(
        new InspectionSettings(
            Map.of(
                Item.POWER, InspectionSettings.every(Interval.MONTHLY),
                Item.MEMORY_AND_DISKS, InspectionSettings.every(Interval.MONTHLY),
                Item.FANS, new Every(Interval.QUARTERLY, Optional.of(2000)),
                Item.DISPLAY_CABLE, InspectionSettings.every(Interval.OFF),
                Item.MAIN_BOARD, new Every(Interval.OFF, Optional.of(9000)))),
        List.of(done("fans", LIN), done("power", Actor.AGENT)),
        new RunningTime(1100, Optional.of(LocalDate.of(2026, 1, 15)), Optional.of(now)),
        List.of(SampleFault.of("DSK-404", "F-1")));
  }

  @BeforeEach
  void inspections() {
    daemon.inspections.addAll(BOARD.due());
  }

  @Test
  void whatIsDueWhenIsListedWithWhoLookedLast() {
    assertEquals(0, run("service", "inspections"), err::toString);

    assertEquals(
        """
        NAME              EVERY                         DUE                              LAST        BY
        power             month                         now (28 d late)               2026-01-01  (former book)
        memory-and-disks  month                         now, because of wear: F-1        -           -
        fans              quarter or 2000 h of running  2026-04-01 or in 1000 h of running  2026-01-01  lin
        main-board        9000 h of running             in 7900 h of running             -           -
        """
            .replaceAll(" {2,}", "  "),
        out.toString().replaceAll(" {2,}", "  "));
  }

  @Test
  void whatIsDueTodayIsNotLate() {
    daemon.inspections.clear();
    daemon.inspections.addAll(boardOn(Instant.parse("2026-02-01T12:00:00Z")).due());

    assertEquals(0, run("service", "inspections"), err::toString);
    assertTrue(out.toString().matches("(?s).*\\npower +month +now +2026-01-01 .*"), out::toString);
    assertEquals(0, run("service", "inspections", "--lang", "zh"), err::toString);
    assertTrue(out.toString().matches("(?s).*\\npower +每月 +已到期 +2026-01-01 .*"), out::toString);
  }

  @Test
  void programGetsAllOfIt() {
    assertEquals(0, run("service", "inspections", "--json"), err::toString);

    assertTrue(
        out.toString()
            .contains(
                """
                {"item":"fans","interval":"quarterly","everyHours":2000.0,"due":false,\
                "overdueDays":-31.0,"dueDay":"2026-04-01","hoursLeft":1000.0,"wear":[],\
                "last":{"by":"lin","at":"2026-03-01T12:00:00Z","clockTrusted":true,\
                "day":"2026-01-01","runningHours":100.0}}"""),
        out::toString);
  }

  @Test
  void whoHasLookedSignsWithTheCode() {
    assertEquals(0, run("service", "inspected", "fans", "--technician", "lin"), err::toString);

    assertEquals("fans", ((Action.Inspect) daemon.asked.getFirst()).item());
    assertEquals(List.of("lin 123456"), daemon.signedBy);
    assertEquals("fans is noted as looked at", out.toString().strip());
  }

  @Test
  void refusalSaysWhatToDo() {
    daemon.answer = new ActionAnswer.Refused("no-such-inspection");
    assertEquals(64, run("service", "inspected", "roof"));
    assertTrue(err.toString().contains("nothing called roof is inspected here"), err::toString);

    daemon.answer = new ActionAnswer.Refused("wrong-code");
    assertEquals(77, run("service", "inspected", "fans", "--technician", "lin"));
    assertEquals(64, run("service", "inspected"), "which one?");
  }

  @Test
  void itSpeaksChinese() {
    assertEquals(0, run("service", "inspections", "--lang", "zh"), err::toString);
    assertTrue(out.toString().contains("每季度 或 每运行 2000 小时"), out::toString);
    assertEquals(0, run("service", "inspected", "fans", "--lang", "zh"), err::toString);
    assertTrue(out.toString().endsWith("已记录 fans 的巡检\n"), out::toString);
  }

  @Test
  void whereNoDaemonRunsItIsNotedInItsStore() throws IOException {
    stopDaemon();
    assertEquals(69, run("service", "inspected", "fans"), "there is no store");
    FaultStore.open(folder, new ManualClock()).close();
    Files.writeString(
        folder.resolve(BoardConfiguration.LAST_GOOD),
        """
        [device]
        id = "kiosk-7"
        [broker]
        url = "mqtt://127.0.0.1"
        [inspection]
        fans = "monthly"
        power = "off"
        """);
    Files.writeString(folder.resolve("running-hours"), "hours 500.0\nsince 2026-03-01\n");

    assertEquals(0, run("service", "inspected", "fans"), err::toString);
    assertEquals(64, run("service", "inspected", "power"));
    assertEquals(0, run("service", "inspections", "--json"), err::toString);

    assertTrue(out.toString().contains("{\"item\":\"fans\",\"interval\":\"monthly\""));
    assertTrue(out.toString().contains("\"by\":\"local:"), out::toString);
    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertEquals(500, store.inspections().getFirst().runningHours(), 0.1);
      assertEquals("no-such-inspection", store.audit(1).getFirst().outcome());
      assertEquals(2, store.outboxAfter(0, 0, 10).size(), "the daemon reports it");
    }
  }

  @Test
  void whereNoDaemonRunsLostHoursAreThoseOfTheLatestInspection() throws IOException {
    stopDaemon();
    Path hours = folder.resolve("running-hours");
    Files.writeString(
        folder.resolve(BoardConfiguration.LAST_GOOD),
        "[device]\nid = \"kiosk-7\"\n[inspection]\nfans = \"off\"\nevery-hours = {fans = 4000}\n");
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(Batch.of(List.of(done("fans", LIN)), List.of()));
    }

    assertEquals(0, run("service", "inspections", "--json"), err::toString);

    assertTrue(out.toString().contains("\"hoursLeft\":4000.0"), out::toString);
    assertTrue(Files.notExists(hours), "who only looks writes nothing");
  }

  private static InspectionRecord done(String item, Actor by) {
    var at = new Stamp(NOON, true, "boot", 0);
    return new InspectionRecord(item, at, by, Optional.of(LocalDate.of(2026, 1, 1)), 100, Set.of());
  }
}
