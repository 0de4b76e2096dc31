package io.panelwatch.agent.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.LineRequest;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.PowerFailLine;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.BoardChange.PowerFailing;
import io.panelwatch.simulator.board.Component;
import io.panelwatch.simulator.board.SimulatedBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PowerFailSourceTest {

  private static final LineRequest LINE = new LineRequest("POWER_FAIL_N", true);
  private static final Measured WELL = Measured.of(false);
  private static final Measured FAILING = Measured.of(true);

  private final SimulatedBoard board = SimulatedBoard.create(new ManualClock(), 1);
  private final PowerFailSource source = source(LINE);
  private final List<SensorFamily> told = new ArrayList<>();

  @Test
  void lineReadsAsItIs() {
    assertEquals(
        List.of(new PowerFailLine("power-fail", "GPIO line POWER_FAIL_N", WELL)), source.read());

    fail(true);
    assertEquals(FAILING, failing());
    assertEquals(FAILING, failing(), "as long as it is active");
    fail(false);
    assertEquals(WELL, failing());
  }

  @Test
  void levelThatIsActiveIsTheOtherOneWhereTheRequestSaysSo() {
    assertEquals(FAILING, failing(source(new LineRequest("gpiochip0:4", false))));
  }

  @Test
  void lineThatIsActiveBeforeItIsOpenedReadsSo() {
    fail(true);

    assertEquals(FAILING, failing());
  }

  @Test
  void pulseBetweenTwoReadsReadsActiveOnce() {
    failing();
    fail(true);
    fail(false);

    assertEquals(FAILING, failing());
    assertEquals(WELL, failing());
  }

  @Test
  void gapBetweenTwoReadsOfAFailureIsNoSecondPulse() {
    failing();
    fail(true);
    failing();
    fail(false);
    fail(true);
    fail(false);

    assertEquals(FAILING, failing());
    assertEquals(WELL, failing());
  }

  @Test
  void everyEdgeIsNewsOnceTheLineIsOpen() {
    source.events().listen(told::add);
    fail(true);
    assertEquals(List.of(), told);

    failing();
    fail(false);
    fail(true);

    assertEquals(List.of(SensorFamily.POWER_FAIL_LINES, SensorFamily.POWER_FAIL_LINES), told);
  }

  @Test
  void lineThatTheBoardDoesNotHaveFailsWithErrnoAndPath() {
    assertEquals(
        new Measured.Failed(2, "GPIO_GET_LINEINFO", "simulated:gpiochip0/POWER_FAIL_N"),
        failing(source(new LineRequest("POWER_FIAL", true))));
  }

  @Test
  void lineThatMayNotBeOpenedFailsAndIsNotMerelyDenied() {
    board.apply(new BoardChange.SensorFails(Component.POWER_FAIL, 13));

    assertEquals(
        new Measured.Failed(13, "GPIO_V2_GET_LINE", "simulated:gpiochip0/POWER_FAIL_N"), failing());
  }

  @Test
  void lineThatBreaksIsOpenedAnewOnceItCanBe() {
    failing();
    board.apply(new BoardChange.SensorFails(Component.POWER_FAIL, 5));
    assertTrue(failing() instanceof Measured.Failed(int errno, _, _) && errno == 5);
    board.apply(new BoardChange.Repaired(Component.POWER_FAIL));
    source.events().listen(told::add);

    assertEquals(WELL, failing());
    fail(true);

    assertEquals(1, told.size(), "and is listened to");
    assertEquals(FAILING, failing());
  }

  @Test
  void closedSourceGivesItsLineBack() {
    failing();
    source.close();

    assertEquals(WELL, failing(source(LINE)));
  }

  @Test
  void boardThatCannotListenIsToldSoAndHasNoLine() {
    var deaf = new PowerFailSource(Optional.of(LINE), Optional.empty());

    assertEquals(List.of(), deaf.read());
    assertFalse(deaf.looksForAnything());
    assertEquals(
        Optional.of(
            "[watch] power-fail-line = \"POWER_FAIL_N\" is without effect:"
                + " this version has no binding to GPIO lines here"),
        deaf.withoutEffect());
    assertEquals(Optional.empty(), source.withoutEffect());
  }

  @Test
  void nobodyIsToldAnythingWhereNoLineIsWanted() {
    var none = new PowerFailSource(Optional.empty(), Optional.empty());

    assertEquals(List.of(), none.read());
    assertFalse(none.looksForAnything());
    assertEquals(Optional.empty(), none.withoutEffect());
  }

  private PowerFailSource source(LineRequest line) {
    return new PowerFailSource(Optional.of(line), board.inputLines());
  }

  private void fail(boolean active) {
    board.apply(new PowerFailing(active));
  }

  private Measured failing() {
    return failing(source);
  }

  private static Measured failing(PowerFailSource source) {
    return source.read().getFirst().failing();
  }
}
