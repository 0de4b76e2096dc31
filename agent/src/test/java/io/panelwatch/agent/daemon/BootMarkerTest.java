package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Story;
import io.panelwatch.agent.probe.Witness;
import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PWR-108, from the boot id in a board's tree to the fault. */
final class BootMarkerTest {

  @TempDir private Path root;
  private Path state = Path.of("");
  private final ManualClock clock = new ManualClock();

  @BeforeEach
  void stateFolder() {
    state = root.resolve("state");
  }

  @Test
  void boardThatWasShutDownHasNoFault() throws Exception {
    start("a").close();

    assertEquals(Measured.of(0), uncleanStarts(start("b")));
    assertEquals(List.of(), story(start("b")).sample().told());
  }

  @Test
  void firstStartOfAllSaysNothing() throws Exception {
    assertEquals(Measured.of(0), uncleanStarts(start("a")));
  }

  @Test
  void agentThatWasKilledAndStartedAgainInTheSameBootSaysNothingOfPower() throws Exception {
    start("a");

    assertEquals(Measured.of(0), uncleanStarts(start("a")));
  }

  @Test
  @RaisesAndClears("PWR-108")
  void boardThatLostItsPowerIsToldUntilSomebodyHasSeenIt(Witness witness) throws Exception {
    start("a");

    Story story = story(start("b"));

    assertEquals(List.of("CONFIRMED PWR-108 board"), story.sample().told());
    assertEquals(List.of("CONFIRMED PWR-108 board"), after(story, Duration.ofDays(2)).told());
    story.acknowledge("PWR-108", "board");
    assertEquals(List.of(), after(story, Duration.ofSeconds(2)).told());
    witness.saw(story.history());
  }

  @Test
  void agentThatIsStartedAgainLaterDoesNotTellItTwice() throws Exception {
    start("a");
    start("b").close();

    assertEquals(List.of(), story(start("b")).sample().told());
  }

  @Test
  void threeADayAreMajor() throws Exception {
    start("a");
    start("b");
    clock.advance(Duration.ofHours(11));
    assertEquals(Severity.MINOR, severity(story(start("c"))));
    clock.advance(Duration.ofHours(11));

    assertEquals(Severity.MAJOR, severity(story(start("d"))));
  }

  @Test
  void uncleanStartsOfTheDayBeforeDoNotCount() throws Exception {
    start("a");
    start("b");
    clock.advance(Duration.ofHours(25));

    assertEquals(Measured.of(1), uncleanStarts(start("c")));
  }

  @Test
  void kernelThatDoesNotNameItsBootsIsNotJudged() throws Exception {
    start("");

    assertEquals(Measured.absent(), uncleanStarts(start("")));
    assertEquals(List.of(), story(start("")).sample().told());
  }

  @Test
  void noteThatIsDamagedSaysNothing() throws Exception {
    start("a");
    Files.writeString(state.resolve("boot"), "\0\0\0unclean yesterday\nunclean x\n");

    assertEquals(Measured.of(0), uncleanStarts(start("b")));
  }

  @Test
  void noteStaysBoundedOnABoardThatLosesItsPowerAllTheTime() throws Exception {
    for (int i = 0; i < 3 * BootMarker.MOST; i++) {
      start("boot" + i);
    }

    assertEquals(BootMarker.MOST + 2, Files.readAllLines(state.resolve("boot")).size());
  }

  @Test
  void stateFolderThatCannotBeWrittenStopsNothing() throws Exception {
    Files.writeString(state, "a file in the folder's place");

    assertTrue(uncleanStarts(start("a")) instanceof Measured.Value);
  }

  private Severity severity(Story story) throws InterruptedException {
    return story.sample().fault("PWR-108", "board").orElseThrow().severity();
  }

  private Story after(Story story, Duration time) throws InterruptedException {
    clock.advance(time);
    return story.after(time);
  }

  private Story story(BootMarker marker) {
    return new Story(clock, List.of(marker), Limits.defaults(Catalogue.load()));
  }

  /** An agent starts on a board in that boot; the power may be cut at any time afterwards. */
  private BootMarker start(String bootId) throws IOException {
    Path file = root.resolve("proc/sys/kernel/random/boot_id");
    Files.createDirectories(file.getParent());
    Files.writeString(file, bootId + "\n");
    try (LinuxBoard board = LinuxBoard.of(root)) {
      BootInfo boot = board.boot();
      return BootMarker.open(new StateFiles(state), boot, clock);
    }
  }

  private static Measured uncleanStarts(BootMarker marker) {
    return marker.read().getFirst().uncleanStarts();
  }
}
