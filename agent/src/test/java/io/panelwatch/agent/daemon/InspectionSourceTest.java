package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.InspectionSettings;
import io.panelwatch.agent.config.InspectionSettings.Interval;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Story;
import io.panelwatch.agent.probe.Witness;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MNT-B01, from the book in the state folder to the fault. */
final class InspectionSourceTest {

  private static final InspectionSettings FANS_ONLY =
      new InspectionSettings(
          Interval.OFF, Interval.OFF, Interval.QUARTERLY, Interval.OFF, Interval.OFF);

  @TempDir private Path state;
  private final ManualClock clock = new ManualClock(); // 1 March 2026
  private InspectionSource source =
      new InspectionSource(FANS_ONLY, new StateFiles(Path.of("unused")), clock);

  @BeforeEach
  void newBoard() {
    source = agent(FANS_ONLY);
  }

  private InspectionSource agent(InspectionSettings settings) {
    return new InspectionSource(settings, new StateFiles(state), clock);
  }

  @Test
  void scheduleBeginsWithTheFirstStart() {
    source = agent(InspectionSettings.DEFAULT);

    assertEquals(
        Map.of(
            "power", -31.0,
            "memory-and-disks", -31.0,
            "fans", -92.0,
            "display-cable", -92.0,
            "main-board", -184.0),
        source.read().stream()
            .collect(Collectors.toMap(Inspection::component, i -> number(i.overdueDays()))));
  }

  @Test
  void whatIsSwitchedOffIsNotListed() {
    assertEquals(List.of("fans"), source.read().stream().map(Inspection::component).toList());
  }

  @Test
  @RaisesAndClears("MNT-B01")
  void inspectionIsDueOnItsDayAndOverOnceItIsInTheBook(Witness witness) throws Exception {
    var restarts = new Restarts();
    var story = new Story(clock, List.of(restarts), Limits.defaults(Catalogue.load()));
    assertEquals(List.of(), story.sample().told());

    assertEquals(List.of(), after(story, Duration.ofDays(91)).told());
    assertEquals(List.of("CONFIRMED MNT-B01 fans"), after(story, Duration.ofDays(1)).told());
    book("hours 2208\nfans 2026-06-01 2208\n");
    source = agent(FANS_ONLY);

    assertEquals(List.of(), after(story, Duration.ofSeconds(2)).told());
    witness.saw(story.history());
  }

  @Test
  void dayOfTheLastInspectionIsKeptOverARestart() throws IOException {
    source.read();
    clock.advance(Duration.ofDays(30));

    assertEquals(-62, overdue(agent(FANS_ONLY)));
    assertTrue(Files.readString(state.resolve("inspections")).contains("fans 2026-03-01 0"));
  }

  @Test
  void boardWithoutATrustedClockCountsTheHoursThatItRuns() {
    clock.trustWall(false);
    source = agent(FANS_ONLY);
    source.read();
    clock.advance(Duration.ofDays(30));
    source.read();

    source = agent(FANS_ONLY);
    clock.advance(Duration.ofDays(61));
    assertEquals(-0.3, overdue(source), 0.1);
    clock.advance(Duration.ofDays(1));
    assertEquals(0.7, overdue(source), 0.1);
  }

  @Test
  void dayIsPutToWhatBeganWithoutOneAsSoonAsTheClockIsTrusted() {
    clock.trustWall(false);
    source.read();
    clock.advance(Duration.ofDays(10));
    source.read();

    clock.trustWall(true);

    assertEquals(-82, overdue(source), "ten days of running are taken off");
  }

  @Test
  void bookThatIsDamagedBeginsAnew() throws IOException {
    book("hours soon\nfans yesterday 3\nno line\n");

    assertEquals(-92, overdue(agent(FANS_ONLY)));
  }

  private static double overdue(InspectionSource source) {
    return number(source.read().getFirst().overdueDays());
  }

  private static double number(Measured measured) {
    return measured.number().orElseThrow();
  }

  private void book(String text) throws IOException {
    Files.writeString(state.resolve("inspections"), text);
  }

  private Story after(Story story, Duration time) throws InterruptedException {
    clock.advance(time);
    return story.after(time);
  }

  /** The source of whichever agent runs just now. */
  private final class Restarts implements SensorSource {

    @Override
    public SensorFamily family() {
      return source.family();
    }

    @Override
    public String lookedIn() {
      return source.lookedIn();
    }

    @Override
    public List<? extends Sample> read() throws DeviceException {
      return source.read();
    }
  }
}
