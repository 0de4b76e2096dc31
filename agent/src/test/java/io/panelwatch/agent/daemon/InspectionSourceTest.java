package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.InspectionSettings;
import io.panelwatch.agent.config.InspectionSettings.Interval;
import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Story;
import io.panelwatch.agent.probe.Witness;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Inspection;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MNT-B01, from what is kept on the board to the fault. */
final class InspectionSourceTest {

  private static final Actor MEI = new Actor(Actor.Kind.SHELL, "mei");
  private static final InspectionSettings FANS_ONLY =
      new InspectionSettings(Map.of(Item.FANS, InspectionSettings.every(Interval.QUARTERLY)));

  @TempDir private Path state;
  private final ManualClock clock = new ManualClock(); // 1 March 2026
  private Agent agent;

  /** An agent that runs on the board. */
  private final class Agent implements AutoCloseable {

    private final FaultStore store = FaultStore.open(state, clock);
    private final StateFiles files = new StateFiles(state);
    private final RunningHours hours = new RunningHours(files, clock);
    private final InspectionBook book;
    private final InspectionSource source;

    Agent(InspectionSettings settings) {
      book = new InspectionBook(settings, hours, store, batch -> store.commit(batch));
      book.takeOver(files, stamp());
      source = new InspectionSource(book);
    }

    List<Inspection> read() {
      book.keep();
      return source.read();
    }

    double overdue() {
      return number(read().getFirst().overdueDays());
    }

    void inspected(String item) {
      var looked = book.looked(new Action.Inspect(item, MEI), stamp()).orElseThrow();
      store.commit(Batch.of(List.of(looked), List.of()));
    }

    /** The power goes: nothing is closed but what this test has open. */
    void lose() {
      store.close();
    }

    @Override
    public void close() {
      hours.close();
      store.close();
    }
  }

  @BeforeEach
  void newBoard() {
    agent = new Agent(FANS_ONLY);
  }

  @AfterEach
  void end() {
    agent.close();
  }

  private void restart(InspectionSettings settings) {
    agent.close();
    agent = new Agent(settings);
  }

  @Test
  void scheduleBeginsWithTheFirstStart() {
    restart(InspectionSettings.DEFAULT);

    assertEquals(
        Map.of(
            "power", -31.0,
            "memory-and-disks", -31.0,
            "fans", -92.0,
            "display-cable", -92.0,
            "main-board", -184.0),
        agent.read().stream()
            .collect(Collectors.toMap(Inspection::component, i -> number(i.overdueDays()))));
  }

  @Test
  void whatIsSwitchedOffIsNotListed() {
    assertEquals(List.of("fans"), agent.read().stream().map(Inspection::component).toList());
    assertEquals(Optional.empty(), agent.book.looked(new Action.Inspect("power", MEI), stamp()));
  }

  @Test
  @RaisesAndClears("MNT-B01")
  void inspectionIsDueOnItsDayAndOverOnceItWasDone(Witness witness) throws Exception {
    var story = new Story(clock, List.of(new Board()), Limits.defaults(Catalogue.load()));
    assertEquals(List.of(), story.sample().told());

    assertEquals(List.of(), after(story, Duration.ofDays(91)).told());
    assertEquals(List.of("CONFIRMED MNT-B01 fans"), after(story, Duration.ofDays(1)).told());
    agent.inspected("fans");

    assertEquals(List.of(), after(story, Duration.ofSeconds(2)).told());
    witness.saw(story.history());
  }

  @Test
  void whatWasDoneIsKeptWithWhoDidItAfterHowManyHours() {
    clock.advance(Duration.ofDays(30));
    agent.inspected("fans");
    restart(FANS_ONLY);

    assertEquals(-91, agent.overdue());
    InspectionRecord kept = agent.store.inspections().getFirst();
    assertEquals(MEI, kept.by());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 31)), kept.day());
    assertEquals(720, kept.runningHours(), 0.01);
  }

  @Test
  void dayOfTheFirstStartIsKeptOverARestart() throws IOException {
    agent.read();
    clock.advance(Duration.ofDays(30));
    restart(FANS_ONLY);

    assertEquals(-62, agent.overdue());
    assertEquals("hours 720.0\nsince 2026-03-01\n", file(RunningHours.FILE));
  }

  @Test
  void hoursAreWrittenOnceAnHourSoThatAPowerCutTakesOneAtMost() throws IOException {
    clock.trustWall(false);
    for (int minute = 0; minute < 90; minute++) {
      agent.read();
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals("hours 1.0\n", file(RunningHours.FILE));

    agent.lose();
    agent = new Agent(FANS_ONLY);
    assertEquals(1, agent.hours.time().hours());
  }

  @Test
  void boardThatIsSwitchedOffEachHourCountsWhatItRan() {
    for (int start = 0; start < 10; start++) {
      clock.advance(Duration.ofMinutes(30));
      restart(FANS_ONLY);
    }
    assertEquals(5, agent.hours.time().hours(), 0.1);
  }

  @Test
  void hoursThatAreLostWithTheirFileAreThoseOfTheLatestInspection() throws IOException {
    clock.trustWall(false);
    clock.advance(Duration.ofHours(1260));
    agent.inspected("fans");
    agent.close();
    Files.delete(state.resolve(RunningHours.FILE));
    agent = new Agent(FANS_ONLY);

    assertEquals(1260, agent.hours.time().hours(), 0.01);
    assertEquals("hours 1260.0\n", file(RunningHours.FILE), "they are not lost once more");
    assertEquals(-91.3, agent.overdue(), 0.1);
  }

  @Test
  void hoursOfARestoredInspectionHoldForADaemonThatRuns() throws IOException {
    agent.read();
    var restored = new InspectionRecord("fans", stamp(), MEI, Optional.empty(), 12_000, Set.of());
    agent.store.commit(Batch.of(List.of(restored), List.of()));

    assertEquals(-92, agent.overdue(), "its day is not to come");
    assertEquals(12_000, agent.hours.time().hours(), 0.01);
    assertEquals("hours 12000.0\nsince 2024-10-17\n", file(RunningHours.FILE));
  }

  @Test
  void boardWithoutATrustedClockCountsTheHoursThatItRuns() {
    clock.trustWall(false);
    agent.read();
    clock.advance(Duration.ofDays(30));
    restart(FANS_ONLY);

    clock.advance(Duration.ofDays(61));
    assertEquals(-0.3, agent.overdue(), 0.1);
    clock.advance(Duration.ofDays(1));
    assertEquals(0.7, agent.overdue(), 0.1);

    agent.inspected("fans");
    assertEquals(-91.3, agent.overdue(), 0.1);
  }

  @Test
  void dayIsPutToWhatBeganWithoutOneAsSoonAsTheClockIsTrusted() {
    clock.trustWall(false);
    agent.read();
    clock.advance(Duration.ofDays(10));

    clock.trustWall(true);
    assertEquals(-82, agent.overdue(), "ten days of running are taken off");
  }

  @Test
  void dayIsPutToWhatWasDoneWithoutOneAsSoonAsTheClockIsTrusted() {
    clock.trustWall(false);
    agent.inspected("fans");
    clock.advance(Duration.ofDays(10));

    clock.trustWall(true);
    assertEquals(-82, agent.overdue());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), agent.store.inspections().getFirst().day());
    assertFalse(agent.store.inspections().getFirst().at().trusted(), "what was known then stays");
  }

  @Test
  void whatWasNotedByHandIsTakenOverOnceAndItsFilePutAway() throws IOException {
    write("inspections", "hours 2208\nfans 2026-02-01 1500\npower 2025-11-01 0\n");
    restart(FANS_ONLY);

    assertEquals(-61, agent.overdue());
    assertEquals(2208, agent.hours.time().hours(), 0.01);
    assertEquals("hours 2208.0\nsince 2025-11-01\n", file(RunningHours.FILE));
    assertTrue(Files.notExists(state.resolve("inspections")));
    assertTrue(file("inspections.old").startsWith("hours 2208"));

    agent.inspected("fans");
    write("inspections", "hours 2208\nfans 2026-02-01 1500\n");
    restart(FANS_ONLY);
    assertEquals(-92, agent.overdue(), "an older line is no news");
  }

  @Test
  void boardThatWasNeverInspectedByHandKeepsItsFirstDay() throws IOException {
    write("inspections", "hours 720\nfans 2026-01-30 0\n");
    restart(FANS_ONLY);

    assertEquals(-60, agent.overdue());
    assertEquals(List.of(), agent.store.inspections(), "nobody has looked at anything");
  }

  @Test
  void linesThatAreNoneOfOursAreLeftOut() throws IOException {
    write("inspections", "hours soon\nfans yesterday 3\nno line\n");
    write(RunningHours.FILE, "hours many\nsince ever\n");
    agent.lose();
    agent = new Agent(FANS_ONLY);

    assertEquals(-92, agent.overdue());
  }

  private Stamp stamp() {
    long uptime = Duration.ofNanos(clock.monotonicNanos()).toMillis();
    return new Stamp(clock.wall(), clock.wallTrusted(), "boot", uptime);
  }

  private static double number(Measured measured) {
    return measured.number().orElseThrow();
  }

  private String file(String name) throws IOException {
    return Files.readString(state.resolve(name));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(state.resolve(name), text);
  }

  private Story after(Story story, Duration time) throws InterruptedException {
    clock.advance(time);
    return story.after(time);
  }

  /** What the agent that runs just now reads. */
  private final class Board implements SensorSource {

    @Override
    public SensorFamily family() {
      return SensorFamily.INSPECTIONS;
    }

    @Override
    public String lookedIn() {
      return agent.source.lookedIn();
    }

    @Override
    public List<? extends Sample> read() throws DeviceException {
      return agent.read();
    }
  }
}
