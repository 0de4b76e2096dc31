package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Witness;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.FaultySpi;
import io.panelwatch.simulator.board.LcdGlitch;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.SimulatedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The LCD breaks under the whole daemon: who cannot read it there must hear of it elsewhere. */
@Timeout(120)
final class LcdFaultsTest {

  private static final int EIO = 5;
  private static final int ESHUTDOWN = 108;
  private static final double SPEED = 20;

  /** Registers that a check of an ILI9341 reads: 0x09, 0x0A and 0x0C. */
  private static final int READBACKS_OF_A_CHECK = 3;

  @TempDir private Path folder;

  private final SimulatedClock clock = new SimulatedClock(SPEED);
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final FaultySpi spi = new FaultySpi(board.lcd().spi(), clock);

  @BeforeEach
  void keepTheHeatOut() {
    board.apply(new BoardChange.SocHeld(45));
  }

  @AfterEach
  void end() {
    board.close();
    clock.close();
  }

  @Test
  @RaisesAndClears("DSP-701")
  void linkThatRefusesIsRaisedAndStoredWithItsCauseAndClearedWhenItHeals(Witness witness)
      throws Exception {
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("the LCD is on", () -> board.lcd().counters().displayOn());
      spi.failEvery(1, EIO);
      Eventually.holds("the fault is there", () -> codes(daemon).equals(List.of("DSP-701")));
      assertEquals(
          "simulated:faulty-spi (ioctl SPI_IOC_MESSAGE): errno 5",
          daemon.state().active().getFirst().source());

      spi.heal();
      Eventually.holds("the fault is over", () -> codes(daemon).isEmpty());
      Eventually.holds("and the LCD is on", () -> board.lcd().counters().displayOn());
    }
    assertEquals(List.of("DSP-701 over"), stored());
    witness.saw(history());
    assertTrue(
        history().getFirst().freezeFrame().raw().stream().anyMatch(read -> read.errno() == EIO));
  }

  @Test
  @RaisesAndClears("DSP-702")
  void panelThatIsUnpluggedIsAbsentAndBackWhenItIsPluggedIn(Witness witness) throws Exception {
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("the LCD is on", () -> board.lcd().counters().displayOn());
      spi.failEvery(1, ESHUTDOWN);
      Eventually.holds("it is missed", () -> codes(daemon).equals(List.of("DSP-702")));

      spi.heal();
      Eventually.holds("it is back", () -> codes(daemon).isEmpty());
    }
    assertEquals(List.of("DSP-702 over"), stored(), "and it was no refusal");
    witness.saw(history());
  }

  @Test
  @RaisesAndClears("DSP-703")
  void loopThatHangsInsideATransferIsToldAlthoughItCannotTellItself(Witness witness)
      throws Exception {
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("the LCD is on", () -> board.lcd().counters().displayOn());
      spi.stallEvery(1, Duration.ofMinutes(1));
      Eventually.holds("it is found", () -> codes(daemon).equals(List.of("DSP-703")));

      spi.heal();
      Eventually.holds("it goes on", () -> codes(daemon).isEmpty());
    }
    assertEquals(List.of("DSP-703 over"), stored());
    witness.saw(history());
  }

  @Test
  void panelThatResetItselfIsRepaintedAndTold() throws Exception {
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("the LCD is on", () -> board.lcd().counters().displayOn());
      long read = spi.transfers();
      Eventually.holds("it has answered", () -> spi.transfers() >= read + 2 * READBACKS_OF_A_CHECK);

      board.apply(new BoardChange.LcdSuffers(new LcdGlitch.ResetByItself()));
      Eventually.holds("it is told", () -> codes(daemon).equals(List.of("DSP-704")));

      assertEquals(Severity.MINOR, daemon.state().active().getFirst().severity());
      Eventually.holds("and the LCD is on", () -> board.lcd().counters().displayOn());
      int[] seen = daemon.lcdPicture().orElseThrow().rgb();
      assertTrue(Arrays.stream(seen).distinct().count() > 1, "with its picture");
    }
  }

  private static List<String> codes(Daemon daemon) {
    return daemon.state().active().stream().map(Fault::code).toList();
  }

  private List<String> stored() {
    return history().stream().map(fault -> fault.code() + (fault.active() ? "" : " over")).toList();
  }

  private List<Fault> history() {
    try (var memory = FaultStore.openReadOnly(folder)) {
      return memory.history(10);
    }
  }

  private DaemonSetup setup() throws Exception {
    var lcd = board.lcd();
    var port =
        new LcdPort(
            PanelProfile.load("ili9341"),
            Rotation.BY_90,
            new LcdWiring.Spi(spi, lcd.dataCommand(), Optional.of(lcd.reset()), true),
            PanelLines.NONE,
            Optional.of(lcd.backlight()));
    return new DaemonSetup(
        board,
        Optional.of(port),
        Optional.empty(),
        Configuration.defaults("kiosk"),
        false,
        folder,
        Optional.empty(),
        ZoneOffset.UTC,
        "test");
  }
}
